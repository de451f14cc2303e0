// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much is aligned at once.

#include <cstddef>

namespace egiz::detail {

// Documents are read and aligned together until they have this many segments, both sides counted.  Aligning takes 4 to
// 8 KB for each (docs/alignment.md), so a list or a folder of any size stays below 1 GB, but for one larger document.
inline constexpr std::size_t kBatchSegments = 100'000;

}  // namespace egiz::detail
