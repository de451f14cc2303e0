// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <ostream>

#include "cli/command.h"

namespace egiz::cli {
namespace {

std::atomic<bool> interrupted = false;  // the one thing a signal handler may set

// The first Ctrl-C asks the work to stop cleanly, the second one ends the program.
void catch_interrupt() {
  std::signal(SIGINT, [](int) {
    interrupted = true;
    std::signal(SIGINT, SIG_DFL);
  });
}

// A line on the terminal: what, done of total, rate, time left.  Clears itself when it goes.
class ProgressLine {
 public:
  ProgressLine(std::ostream& out, std::string what) : out_(out), what_(std::move(what)), start_(Clock::now()) {}
  ~ProgressLine() {
    if (is_drawn_) out_ << "\r\033[K" << std::flush;
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void draw(std::uint64_t done, std::uint64_t total) {
    const Clock::time_point now = Clock::now();
    if (now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    is_drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    out_ << '\r' << what_ << ' ' << done;
    if (total > 0) out_ << '/' << total;
    out_ << ", " << static_cast<std::uint64_t>(rate) << "/s";
    if (total > done && rate > 0)
      out_ << ", " << static_cast<std::uint64_t>(static_cast<double>(total - done) / rate) << " s left";
    out_ << "\033[K" << std::flush;
  }

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& out_;
  std::string what_;
  Clock::time_point start_;
  Clock::time_point drawn_;
  bool is_drawn_ = false;
};

}  // namespace

Progress show_progress(Io& io, std::string what) {
  catch_interrupt();
  if (!io.err_is_terminal) return [](std::uint64_t, std::uint64_t) { return !interrupted; };
  const auto line = std::make_shared<ProgressLine>(io.err, std::move(what));
  return [line](std::uint64_t done, std::uint64_t total) {
    line->draw(done, total);
    return !interrupted;
  };
}

}  // namespace egiz::cli
