// SPDX-License-Identifier: Apache-2.0
#pragma once

// Background: work on other threads that is over before what it works on goes.  For .cpp files: it shows TBB.

#include <tbb/task_group.h>

#include <utility>

namespace egiz::detail {

class Background {
 public:
  Background() = default;
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  ~Background() {
    if (!is_running_) return;
    tasks_.cancel();
    tasks_.wait();
  }

  // REQUIRES: nothing is running
  template <class Work>
  void start(Work work) {
    is_running_ = true;
    tasks_.run(std::move(work));
  }

  // Helps with the work until it is done.  Throws what it threw.
  void wait() {
    is_running_ = false;
    tasks_.wait();
  }

 private:
  tbb::task_group tasks_;
  bool is_running_ = false;
};

}  // namespace egiz::detail
