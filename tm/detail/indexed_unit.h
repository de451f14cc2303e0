// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an index knows of a unit besides its letters, in 64 bits.

#include <cstdint>
#include <map>
#include <vector>

#include "text/unit.h"

namespace egiz::detail {

// id, the number of its set of languages (LanguageSets), its origin.
struct IndexedUnit {
  static constexpr std::int64_t kMaxId = (std::int64_t{1} << 44) - 1;

  std::int64_t id = 0;
  std::uint16_t languages = 0;
  Origin::Kind origin = Origin::Kind::human;

  std::uint64_t packed() const {
    return static_cast<std::uint64_t>(id) << 19 | static_cast<std::uint64_t>(languages) << 3 |
           (static_cast<std::uint64_t>(origin) & 7);
  }
  static IndexedUnit unpacked(std::uint64_t bits) {
    return {static_cast<std::int64_t>(bits >> 19), static_cast<std::uint16_t>(bits >> 3),
            static_cast<Origin::Kind>(bits & 7)};
  }
};

// The sets of languages that units are in, numbered.  A memory has few; should it have more than numbers, the rest
// share kUnknown.
class LanguageSets {
 public:
  static constexpr std::uint16_t kUnknown = 0xffff;
  using Set = std::vector<std::int64_t>;  // language ids, ascending

  std::uint16_t number(const Set& set) {
    const auto known = numbers_.find(set);
    if (known != numbers_.end()) return known->second;
    if (sets_.size() >= kUnknown) return kUnknown;
    sets_.push_back(set);
    return numbers_.emplace(set, static_cast<std::uint16_t>(sets_.size() - 1)).first->second;
  }

  const std::vector<Set>& sets() const { return sets_; }

 private:
  std::vector<Set> sets_;
  std::map<Set, std::uint16_t> numbers_;
};

}  // namespace egiz::detail
