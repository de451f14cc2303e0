// SPDX-License-Identifier: Apache-2.0
// Lexicon: words that are known to translate each other.

#include "align/lexicon.h"

#include <algorithm>
#include <utility>

#include "align/detail/embedded_lexicon.h"
#include "align/detail/lexicon_index.h"
#include "base/error.h"

namespace egiz {
namespace {

// Calls visit(part, number) for each part of text between separators.
template <typename Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t number = 0;; ++number) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    visit(text.substr(begin, end - begin), number);
    if (end == text.size()) {
      return;
    }
    begin = end + 1;
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  return begin == std::string_view::npos ? std::string_view{}
                                         : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

LexiconEntry parse_entry(std::string_view line, std::span<const Language> languages, const std::string& place) {
  LexiconEntry entry;
  for_each_part(line, '\t', [&](std::string_view cell, std::size_t column) {
    if (column >= languages.size()) {
      throw Error(ErrorCode::parse,
                  place + ": more columns than languages; name the languages in a first line \"#<TAB>ru<TAB>kk\"");
    }
    for_each_part(cell, '|', [&](std::string_view term, std::size_t) {
      if (!trimmed(term).empty()) {
        entry.terms.push_back({languages[column], std::string(trimmed(term))});
      }
    });
  });
  return entry;
}

std::vector<LexiconEntry> built_in_entries() {
  std::vector<LexiconEntry> entries;
  for (const auto& [name, text] : embedded::lexicon::all) {
    for (LexiconEntry& entry : parse_lexicon_tsv(text, name)) {
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace

std::vector<LexiconEntry> parse_lexicon_tsv(std::string_view text, std::string_view name) {
  std::vector<Language> languages{Language("ru"), Language("kk"), Language("en")};
  std::vector<LexiconEntry> entries;
  for_each_part(text, '\n', [&](std::string_view line, std::size_t number) {
    const std::string place = std::string(name) + ":" + std::to_string(number + 1);
    if (line.starts_with("#\t") && number == 0) {
      languages.clear();
      for_each_part(trimmed(line.substr(2)), '\t',
                    [&](std::string_view tag, std::size_t) { languages.emplace_back(trimmed(tag)); });
      return;
    }
    if (line.starts_with("#") || trimmed(line).empty()) {
      return;
    }
    LexiconEntry entry = parse_entry(line, languages, place);
    if (entry.terms.size() < 2) {
      throw Error(ErrorCode::parse, place + ": an entry needs words in two languages; separate the columns by tabs");
    }
    entries.push_back(std::move(entry));
  });
  return entries;
}

Lexicon::Lexicon() : Lexicon(std::span<const LexiconEntry>{}) {}

Lexicon::Lexicon(std::span<const LexiconEntry> entries, std::vector<LexiconEntry> examples)
    : entries_(entries.begin(), entries.end()),
      examples_(std::move(examples)),
      index_(std::make_shared<const align_detail::LexiconIndex>(entries_)) {}

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon(built_in_entries());
  return lexicon;
}

Lexicon Lexicon::merged_with(const Lexicon& other) const {
  std::vector<LexiconEntry> entries = entries_;
  entries.insert(entries.end(), other.entries_.begin(), other.entries_.end());
  std::vector<LexiconEntry> examples = examples_;
  examples.insert(examples.end(), other.examples_.begin(), other.examples_.end());
  return Lexicon(entries, std::move(examples));
}

}  // namespace egiz
