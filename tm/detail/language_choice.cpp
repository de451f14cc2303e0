// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/language_choice.h"

#include <vector>

namespace egiz::detail {

bool may_answer(const Language& asked, const Language& held) { return asked.covers(held) || held.covers(asked); }

std::optional<std::size_t> answering(std::span<const Language* const> languages, const Language& asked) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (*languages[i] == asked) return i;
    if (may_answer(asked, *languages[i]) && (!best || *languages[i] < *languages[*best])) best = i;
  }
  return best;
}

const Variant* answering_variant(const TranslationUnit& unit, const Language& asked) {
  std::vector<const Language*> languages;
  for (const Variant& variant : unit.variants) languages.push_back(&variant.language);
  const auto place = answering(languages, asked);
  return place ? &unit.variants[*place] : nullptr;
}

AnsweringPair answering_pair(const TranslationUnit& unit, const Language& from, const Language& to) {
  const AnsweringPair pair{answering_variant(unit, from), answering_variant(unit, to)};
  const bool can_answer = pair.source != nullptr && pair.target != nullptr && pair.source != pair.target;
  return can_answer ? pair : AnsweringPair{};
}

}  // namespace egiz::detail
