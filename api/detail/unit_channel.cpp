// SPDX-License-Identifier: Apache-2.0
#include "api/detail/unit_channel.h"

#include <utility>

namespace egiz::detail {

bool UnitChannel::push(TranslationUnit&& unit) {
  filling_.push_back(std::move(unit));
  return filling_.size() < kBatchSize || flush();
}

bool UnitChannel::flush() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return is_stopped_ || batches_.size() < kMaxBatches; });
  if (is_stopped_) return false;
  if (!filling_.empty()) batches_.push_back(std::exchange(filling_, {}));
  changed_.notify_all();
  return true;
}

void UnitChannel::finish(std::exception_ptr error) {
  flush();
  const std::lock_guard lock(mutex_);
  error_ = std::move(error);
  is_finished_ = true;
  changed_.notify_all();
}

bool UnitChannel::pop(TranslationUnit& unit) {
  if (next_ == emptying_.size()) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !batches_.empty() || is_finished_; });
    if (batches_.empty()) {
      if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
      return false;
    }
    emptying_ = std::move(batches_.front());
    batches_.pop_front();
    next_ = 0;
    changed_.notify_all();
  }
  unit = std::move(emptying_[next_++]);
  return true;
}

void UnitChannel::stop() {
  const std::lock_guard lock(mutex_);
  is_stopped_ = true;
  changed_.notify_all();
}

}  // namespace egiz::detail
