// SPDX-License-Identifier: Apache-2.0
#pragma once

// Look-up by comparing with every unit: the twin of Memory::find.

#include <algorithm>
#include <map>
#include <string_view>

#include "tests/reference/levenshtein.h"
#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/adjusted_target.h"
#include "tm/memory.h"

namespace egiz::reference {

// The similarity of every unit whose variant in exactly the language from reaches min_similarity, and that has one in to.
inline std::map<UnitId, double> similar_units(const std::map<UnitId, TranslationUnit>& units, std::string_view text,
                                              const Language& from, const Language& to, double min_similarity) {
  const std::u32string key = to_utf32(match_key(text, from));
  std::map<UnitId, double> found;
  for (const auto& [id, unit] : units) {
    const Variant* source = unit.find(from);
    if (source == nullptr || unit.find(to) == nullptr || from == to) continue;
    const std::u32string other = to_utf32(match_key(source->text, from));
    const std::size_t longer = std::max(key.size(), other.size());
    const std::size_t distance = levenshtein(key, other);
    const double similarity =
        longer == 0 ? 100 : 100.0 * static_cast<double>(longer - distance) / static_cast<double>(longer);
    if (similarity >= min_similarity) found.emplace(id, similarity);
  }
  return found;
}

// What find gives with the usual penalties: those, and units whose numbers are adjusted when they reach 70, or less where
// less is asked for.
inline std::map<UnitId, double> found_units(const std::map<UnitId, TranslationUnit>& units, std::string_view text,
                                            const Language& from, const Language& to, double min_similarity) {
  constexpr double kLeastAdjusted = 70;
  const double adjusted_score = 100 - PenaltySettings().numbers;
  auto found = similar_units(units, text, from, to, std::min(min_similarity, kLeastAdjusted));
  std::erase_if(found, [&](const auto& one) {
    if (one.second >= min_similarity) return false;
    const TranslationUnit& unit = units.at(one.first);
    return adjusted_score < min_similarity || !detail::adjusted_target(text, *unit.find(from), *unit.find(to));
  });
  return found;
}

}  // namespace egiz::reference
