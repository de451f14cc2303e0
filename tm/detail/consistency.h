// SPDX-License-Identifier: Apache-2.0
#pragma once

// What units say together: checks "severaltargets" and "severalsources".

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "tm/checks.h"

namespace egiz::detail {

// A source and a target of one unit, as hashes of their match keys.
struct Saying {
  std::uint64_t source = 0;
  std::uint64_t target = 0;
  std::int64_t unit = 0;
  std::uint32_t source_size = 0;  // bytes of the texts
  std::uint32_t target_size = 0;
};

Saying make_saying(UnitId id, const Variant& source, const Variant& target);

// Remembers which source has which target, and tells where one has several.
class Consistency {
 public:
  void add(const Language& source, const Language& target, const Saying& saying);

  // One source with several targets, told at each of its units.  Ascending by id.
  std::vector<CheckFinding> several_targets() const;

  // The reverse.
  std::vector<CheckFinding> several_sources() const;

 private:
  std::map<std::pair<Language, Language>, std::vector<Saying>> sayings_;
};

}  // namespace egiz::detail
