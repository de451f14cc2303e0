// SPDX-License-Identifier: Apache-2.0
#pragma once

// --limits: what a document may ask for before it is refused.

#include "cli/command.h"

namespace egiz::cli {

// "ratio=1000,unpacked=2G,time=300": the limits that are named, the others as they are.  Sizes are in bytes, with K, M
// or G for 2^10, 2^20 and 2^30 of them; time is in seconds.  Throws UsageError for another name or value.
DocumentLimits parse_limits(const Words& words);

}  // namespace egiz::cli
