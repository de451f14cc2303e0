// SPDX-License-Identifier: Apache-2.0
#include "base/progress.h"

#include "base/error.h"

namespace egiz {

void report_progress(const Progress& progress, std::uint64_t done, std::uint64_t total) {
  if (progress && !progress(done, total))
    throw Error(ErrorCode::cancelled, "stopped by the caller; nothing was changed");
}

}  // namespace egiz
