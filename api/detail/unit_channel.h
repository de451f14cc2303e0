// SPDX-License-Identifier: Apache-2.0
#pragma once

// UnitChannel: units on their way from a reader in one thread to a memory in another.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <vector>

#include "text/unit.h"

namespace egiz::detail {

// A bounded queue of batches: memory does not grow when one side is faster.  One thread pushes, one pops.
class UnitChannel {
 public:
  // Returns false when the popping side has stopped.
  bool push(TranslationUnit&& unit);

  // No more units; error, if any, is thrown by pop() behind the last whole batch.
  void finish(std::exception_ptr error = nullptr);

  // Returns false when there are no more.
  bool pop(TranslationUnit& unit);

  // The popping side wants no more.
  void stop();

 private:
  static constexpr std::size_t kBatchSize = 256;
  static constexpr std::size_t kMaxBatches = 8;

  bool flush();

  std::vector<TranslationUnit> filling_;   // the pushing thread's
  std::vector<TranslationUnit> emptying_;  // the popping thread's
  std::size_t next_ = 0;                   // into emptying_

  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::deque<std::vector<TranslationUnit>> batches_;
  std::exception_ptr error_;
  bool is_finished_ = false;
  bool is_stopped_ = false;
};

}  // namespace egiz::detail
