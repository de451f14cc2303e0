// SPDX-License-Identifier: Apache-2.0
#include "text/detail/word_book.h"

#include <algorithm>
#include <string>

#include "text/detail/characters.h"
#include "text/detail/fold_word.h"

namespace egiz::detail {
namespace {

// Latin letters end at U+024F, so their lead byte is below that of Greek and Cyrillic.
bool is_latin(std::string_view word) { return !word.empty() && static_cast<unsigned char>(word.front()) < 0xCA; }

// "Т. Г" and "U.S" are initials: single capitals, two or more.
bool is_initials(std::string_view word) {
  int capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CharKind kind = kind_at(word, at);
    at = next_offset(word, at);
    if (kind == CharKind::upper) {
      if (is_letter(kind_at(word, at))) return false;
      ++capitals;
    } else if (is_letter(kind) || kind == CharKind::dash) {
      return false;
    }
  }
  return capitals > 1;
}

WordTable::Form form_of(std::string_view word) {
  if (kind_at(word, 0) != CharKind::upper) return WordTable::Form::small;
  return is_initials(word) ? WordTable::Form::initials : WordTable::Form::capitalised;
}

}  // namespace

WordBook::WordBook(const SegmentationRules& rules, const Language& language) {
  const std::string primary(language.primary());
  const auto add = [&](std::vector<const WordTable*>& tables, std::string_view tag) {
    const WordTable* table = rules.find(tag);
    if (table != nullptr && std::ranges::find(tables, table) == tables.end()) tables.push_back(table);
  };
  is_known_ = rules.find(primary) != nullptr || rules.find(primary + "-Latn") != nullptr;
  add(latin_, primary + "-Latn");
  if (primary != "ru" && primary != "kk") add(latin_, primary);
  add(latin_, "en");
  if (primary != "en") add(other_, primary);
  add(other_, "ru");
  if (primary == "kk") other_.resize(std::min<std::size_t>(other_.size(), 1));
  breaks_before_lower_case_ = primary != "ru";
  has_lower_case_sentences_ = primary == "en";
}

const std::vector<const WordTable*>& WordBook::tables_of(std::string_view word) const {
  return is_latin(word) ? latin_ : other_;
}

WordClasses WordBook::find(std::string_view word) const {
  if (word.empty()) return {};
  const FoldedWord folded(word);
  const WordTable::Form form = form_of(word);
  WordClasses classes;
  for (const WordTable* table : tables_of(word)) classes = classes | table->find(folded.view(), form);
  return classes;
}

bool WordBook::is_surname(std::string_view word) const {
  if (kind_at(word, 0) != CharKind::upper) return false;
  const FoldedWord folded(word);
  return std::ranges::any_of(tables_of(word), [&](const WordTable* table) { return table->is_surname(folded.view()); });
}

}  // namespace egiz::detail
