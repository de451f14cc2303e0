// SPDX-License-Identifier: Apache-2.0
#pragma once

// Progress: how long work reports and is stopped.

#include <cstdint>
#include <functional>

namespace egiz {

// Called now and then by long work, from one thread at a time.  Return false to stop: the work
// is undone and Error{cancelled} is thrown.  total is 0 when it is not known.  An empty Progress
// is never called.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

// Reports to progress, if there is one.  Throws Error{cancelled} when it says stop.
void report_progress(const Progress& progress, std::uint64_t done, std::uint64_t total);

}  // namespace egiz
