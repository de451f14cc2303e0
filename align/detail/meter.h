// SPDX-License-Identifier: Apache-2.0
#pragma once

// Meter: how far work is that runs on many threads.

#include <atomic>
#include <cstdint>
#include <thread>

#include "base/progress.h"

namespace egiz::align_detail {

// All threads count, and the one that made it reports, so that no thread waits for what the caller does when it is
// told.
class Meter {
 public:
  // Reports that nothing is done.  progress must outlive this.  Throws Error{cancelled}.
  Meter(const Progress& progress, std::uint64_t total);

  // Any thread.  Throws Error{cancelled} on the thread that made this.
  void add(std::uint64_t amount);

  // Reports that all is done.  Throws Error{cancelled}.
  void finish() const;

 private:
  const Progress& progress_;
  std::uint64_t total_;
  std::thread::id reporter_;
  std::atomic<std::uint64_t> done_ = 0;
};

}  // namespace egiz::align_detail
