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
  std::size_t recovered = 0;      // units
  std::vector<UnitId> lost;       // units that are there and not whole, or that may have been there, ascending
  std::vector<UnitId> texts_only;  // of those recovered: texts and codes are whole, all else they held is lost
  std::size_t unsure = 0;          // of those recovered: it cannot be told whether they had been removed before
};

// Copies every whole unit of a memory, with all it holds, into a new one; ids are new.  Each is looked for under its
// own id, and where the trees of the file do not lead to it, on every page, so that damage to a part of the file hides no
// other part: not even that of the header, the schema or a root.  Each is compared with its checksum, so that nothing
// comes along that was not stored.  The damaged file is not changed; the folder of to needs room for a second copy.
// Throws Error{not_found}, Error{io}; Error{exists} when to is there; Error{parse} or Error{unsupported} when nothing in
// the file is whole, and then makes nothing.
RecoverReport recover_memory(const std::filesystem::path& damaged, const std::filesystem::path& to,
                             const Progress& progress = {});

}  // namespace egiz
