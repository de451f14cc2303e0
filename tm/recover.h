// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is whole of a damaged memory.

#include <cstddef>
#include <filesystem>
#include <vector>

#include "base/progress.h"
#include "tm/memory.h"

namespace egiz {

struct RecoverReport {
  std::size_t recovered = 0;  // units
  std::vector<UnitId> lost;   // units that are there and not whole, or that may have been there, ascending
};

// Copies every whole unit of a memory, with all it holds, into a new one; ids are new.  Each is looked for under its
// own id, so that damage to a part of the file hides no other part, and compared with its checksum, so that nothing
// comes along that was not stored.  The damaged file is not changed.  Throws Error{not_found}, Error{io}; Error{exists}
// when to is there; Error{parse} when the file cannot be opened as a memory any more, or nothing in it is whole, and
// then makes nothing.
RecoverReport recover_memory(const std::filesystem::path& damaged, const std::filesystem::path& to,
                             const Progress& progress = {});

}  // namespace egiz
