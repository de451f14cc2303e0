// SPDX-License-Identifier: Apache-2.0
#pragma once

// What makes two units the same, and what tells that a stored one is whole.

#include <cstdint>
#include <string_view>

#include "text/unit.h"

namespace egiz::detail {

// The hash of what is said: language, text and codes of every variant, in any order.
std::uint64_t unit_identity(const TranslationUnit& unit);

// What a variant without codes adds to the identity of its unit, which is the sum of its variants.
std::uint64_t variant_identity(const Language& language, std::string_view text);

// Where a text stood: the hash of its language and the match keys of its neighbours, or of the key that the format of its
// document gives.
std::uint64_t place_hash(const Language& language, std::string_view previous_key, std::string_view next_key);
std::uint64_t place_hash(std::string_view context_id);

// The hash of everything a unit holds, in order.
std::uint64_t unit_checksum(const TranslationUnit& unit);

struct UnitHashes {
  std::uint64_t identity = 0;
  std::uint64_t checksum = 0;
};
inline UnitHashes hashes_of(const TranslationUnit& unit) { return {unit_identity(unit), unit_checksum(unit)}; }

// True when both say the same: what unit_identity() hashes is equal.
bool says_the_same(const TranslationUnit& a, const TranslationUnit& b);

}  // namespace egiz::detail
