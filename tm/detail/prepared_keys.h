// SPDX-License-Identifier: Apache-2.0
#pragma once

// PreparedKeys: the match keys of units that were just added, so that an index need not read them back.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "tm/detail/indexed_unit.h"
#include "tm/detail/key_reader.h"
#include "tm/detail/key_spool.h"
#include "tm/detail/unit_ids.h"

namespace egiz::detail {

using Spools = std::map<std::int64_t, std::unique_ptr<KeySpool>>;  // by language.id

// The spool of a language, made when it is first wanted.  folder: where the memory is.
inline KeySpool& spool_of(Spools& spools, std::int64_t language, const std::filesystem::path& folder) {
  auto& spool = spools[language];
  if (!spool) spool = std::make_unique<KeySpool>(folder);
  return *spool;
}

// A place in the log of changes.
struct ChangeMark {
  std::int64_t number = 0;  // change.number
  std::int64_t token = 0;   // change.token

  bool operator==(const ChangeMark&) const = default;
};

struct PreparedKeys {
  UnitRange units;
  ChangeMark change;  // the last one of the transaction that added them; void as soon as there is a later one
  LanguageSets sets;  // the numbers in IndexedUnit are those of these sets
  Spools spools;
  UnitIds changed;    // units of the range that are not what their keys say
};

}  // namespace egiz::detail
