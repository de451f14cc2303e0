// SPDX-License-Identifier: Apache-2.0
// Meter: how far work is that runs on many threads.

#include "align/detail/meter.h"

#include <algorithm>

namespace egiz::align_detail {

Meter::Meter(const Progress& progress, std::uint64_t total)
    : progress_(progress), total_(total), reporter_(std::this_thread::get_id()) {
  report_progress(progress_, 0, total_);
}

void Meter::add(std::uint64_t amount) {
  const std::uint64_t done = done_ += amount;
  if (std::this_thread::get_id() == reporter_) report_progress(progress_, std::min(done, total_), total_);
}

void Meter::finish() const { report_progress(progress_, total_, total_); }

}  // namespace egiz::align_detail
