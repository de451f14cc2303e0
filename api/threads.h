// SPDX-License-Identifier: Apache-2.0
#pragma once

// ThreadLimit: how many threads the parallel work may use.

#include <cstddef>
#include <memory>

namespace egiz {

// While it lives, no more than this many threads work at once.  Answers do not depend on it.
class ThreadLimit {
 public:
  // 0 is all cores of the machine.
  explicit ThreadLimit(std::size_t threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace egiz
