// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an import does about units of one source.

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>

#include "api/memories.h"
#include "base/progress.h"
#include "tm/memory.h"

namespace egiz::detail {

// Follows DuplicateRule during one import.  Holds 16 bytes (and what a set costs) for each source: with skip of the
// memory and the file, with newest of the file, with keep none.
class DuplicateWatch {
 public:
  // With skip: reads the memory.
  DuplicateWatch(const Memory& memory, DuplicateRule rule);

  // Whether the unit shall be added.
  bool lets_in(const TranslationUnit& unit);

  std::size_t passed_over() const { return passed_over_; }

  // With newest, after the import: removes, in one transaction, all but the newest unit of each source that was
  // imported.  Gives how many.
  std::size_t remove_older(Memory& memory, const Progress& progress);

 private:
  using Source = std::array<std::uint64_t, 2>;  // two hashes of what makes sources one

  static Source source_of(const TranslationUnit& unit);

  DuplicateRule rule_;
  std::set<Source> sources_;
  std::size_t passed_over_ = 0;
};

}  // namespace egiz::detail
