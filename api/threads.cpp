// SPDX-License-Identifier: Apache-2.0
#include "api/threads.h"

#include <tbb/global_control.h>

namespace egiz {

class ThreadLimit::Impl {
 public:
  explicit Impl(std::size_t threads) : control_(tbb::global_control::max_allowed_parallelism, threads) {}

 private:
  tbb::global_control control_;
};

ThreadLimit::ThreadLimit(std::size_t threads) : impl_(threads == 0 ? nullptr : std::make_unique<Impl>(threads)) {}
ThreadLimit::~ThreadLimit() = default;

}  // namespace egiz
