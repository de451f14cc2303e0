// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "exchange/detail/limit_error.h"

extern char** environ;

namespace egiz::exchange {
namespace {

constexpr std::size_t kMaxErrorBytes = 4096;
using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorCode::io, what + " (" + std::strerror(errno) + ")");
}

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;

  Pipe() {
    int ends[2];
    // Closed in children, or a program that another thread starts would hold the pipe open; ours gets copies.
#ifdef __linux__
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("no pipe to a program");
#else
    if (::pipe(ends) != 0) fail("no pipe to a program");
    for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
#endif
    read_end = Descriptor(ends[0]);
    write_end = Descriptor(ends[1]);
  }
};

struct FileClose {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileClose>;

// A nameless file: the system removes it even when we are killed, and a child that does not read cannot block us.
File file_with(std::string_view input) {
  File file(std::tmpfile());
  if (!file) fail("no temporary file");
  if (std::fwrite(input.data(), 1, input.size(), file.get()) != input.size() || std::fflush(file.get()) != 0) {
    fail("a temporary file cannot be written");
  }
  std::rewind(file.get());
  ::lseek(::fileno(file.get()), 0, SEEK_SET);
  ::fcntl(::fileno(file.get()), F_SETFD, FD_CLOEXEC);
  return file;
}

// A running program, in a process group of its own.  Destroyed before it has ended, it is killed.
class Child {
 public:
  Child(const std::vector<std::string>& arguments, int in, int out, int err) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int error = posix_spawnp(&pid_, argv[0], &actions, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
      errno = error;
      fail("\"" + arguments[0] + "\" cannot be run");
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (!has_ended_) {
      ::kill(-pid_, SIGKILL);
      wait();
    }
  }

  void limit_memory([[maybe_unused]] std::size_t bytes) const {
#ifdef __linux__
    const rlimit limit{bytes, bytes};
    ::prlimit(pid_, RLIMIT_AS, &limit, nullptr);
#endif
  }

  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    has_ended_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t pid_ = 0;
  bool has_ended_ = false;
};

// Reads what is there; closes the stream at its end.
void read_some(Descriptor& stream, std::string& out) {
  std::array<char, std::size_t{1} << 16> buffer;
  const ssize_t count = ::read(stream.get(), buffer.data(), buffer.size());
  if (count > 0) {
    out.append(buffer.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    stream.close();
  }
}

}  // namespace

std::string find_program(const std::string& program) {
  const char* const path = std::getenv("PATH");
  for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string file = std::string(rest.substr(0, end)) + "/" + program;
    if (::access(file.c_str(), X_OK) == 0) return file;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

ProcessResult run_program(const std::vector<std::string>& arguments, std::string_view input, std::string_view name,
                          const DocumentLimits& limits) {
  const auto refuse = [&](const std::string& why, std::string_view limit) {
    throw limit_error(name, arguments[0].substr(arguments[0].rfind('/') + 1) + " " + why + " and was ended", limit);
  };
  const File in = file_with(input);
  Pipe out;
  Pipe err;
  Child child(arguments, ::fileno(in.get()), out.write_end.get(), err.write_end.get());
  child.limit_memory(limits.max_program_memory);
  out.write_end.close();
  err.write_end.close();

  ProcessResult result;
  const auto deadline = Clock::now() + limits.max_program_time;
  while (out.read_end.is_open() || err.read_end.is_open()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) refuse("took more than " + std::to_string(limits.max_program_time.count()) + " ms", "time");
    pollfd streams[] = {{out.read_end.get(), POLLIN, 0}, {err.read_end.get(), POLLIN, 0}};
    const int ready = ::poll(streams, 2, static_cast<int>(std::min<std::int64_t>(left, 1000)));
    if (ready < 0 && errno != EINTR) fail("a program cannot be waited for");
    if (ready <= 0) continue;
    if (streams[0].revents != 0) read_some(out.read_end, result.out);
    if (streams[1].revents != 0) read_some(err.read_end, result.err);
    if (result.out.size() > limits.max_program_output) {
      refuse("wrote more than " + std::to_string(limits.max_program_output) + " bytes", "output");
    }
    if (result.err.size() > kMaxErrorBytes) result.err.resize(kMaxErrorBytes);
  }
  result.status = child.wait();
  return result;
}

}  // namespace egiz::exchange
