// SPDX-License-Identifier: Apache-2.0
#include "text/unit_filter.h"

#include <algorithm>
#include <string_view>

#include "text/match_key.h"

namespace egiz {
namespace {

bool has_property(const Properties& properties, const Properties::value_type& wanted) {
  const auto [first, last] = properties.equal_range(wanted.first);
  return std::any_of(first, last, [&](const auto& property) { return property.second == wanted.second; });
}

bool holds_text(const TranslationUnit& unit, const std::string& text) {
  return std::ranges::any_of(unit.variants, [&](const Variant& variant) {
    const std::string wanted = match_key(text, variant.language);
    return match_key(variant.text, variant.language).find(wanted) != std::string::npos;
  });
}

bool holds_note(const TranslationUnit& unit, const std::string& text) {
  if (unit.notes.empty()) return false;
  const std::string wanted = match_key(text, Language());
  return std::ranges::any_of(unit.notes, [&](const std::string& note) {
    return match_key(note, Language()).find(wanted) != std::string::npos;
  });
}

// A unit of aligned documents names all of them: "law.ru.txt | law.kk.txt".
bool comes_from(std::string_view documents, std::string_view wanted) {
  static constexpr std::string_view kSeparator = " | ";
  for (std::size_t begin = 0; begin <= documents.size();) {
    const std::size_t end = std::min(documents.find(kSeparator, begin), documents.size());
    if (documents.substr(begin, end - begin) == wanted) return true;
    begin = end + kSeparator.size();
  }
  return documents == wanted;
}

}  // namespace

bool UnitFilter::is_empty() const {
  return origins.empty() && min_confidence <= 0 && properties.empty() && document.empty() && languages.empty() &&
         !since && !before && text.empty() && by.empty() && note.empty();
}

bool UnitFilter::passes(const TranslationUnit& unit) const {
  if (!origins.empty() && std::ranges::find(origins, unit.origin.kind) == origins.end()) return false;
  if (unit.origin.kind == Origin::Kind::aligned && unit.origin.confidence < min_confidence) return false;
  if (!document.empty() && !comes_from(unit.context.document, document)) return false;
  for (const auto& wanted : properties) {
    if (!has_property(unit.properties, wanted)) return false;
  }
  for (const Language& language : languages) {
    if (unit.find(language) == nullptr) return false;
  }
  const auto date = unit.changed ? unit.changed : unit.created;
  if (since && (!date || *date < *since)) return false;
  if (before && (!date || *date >= *before)) return false;
  if (!by.empty() && unit.created_by != by && unit.changed_by != by) return false;
  if (!note.empty() && !holds_note(unit, note)) return false;
  return text.empty() || holds_text(unit, text);
}

}  // namespace egiz
