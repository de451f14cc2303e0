// SPDX-License-Identifier: Apache-2.0
#pragma once

// Look-up by comparing with every unit: the twin of Memory::find.

#include <algorithm>
#include <map>
#include <string_view>

#include "tests/reference/levenshtein.h"
#include "text/match_key.h"
#include "text/utf8.h"
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

}  // namespace egiz::reference
