// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a user looks for in a concordance, and whether a text holds it.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"
#include "tm/detail/word_forms.h"

namespace egiz::detail {

// A word that is looked for.
struct WantedWord {
  std::string key;  // match key: of the word, or of what it begins with
  bool may_go_on = false;
  std::optional<WordForms> forms = {};  // it must be one of these, which begin with key

  // word: a match key.
  bool fits(std::string_view word) const;
};

// Words that stand one after the other.
struct ConcordanceTerm {
  std::vector<WantedWord> words;
};

// A word of a text, and where it stands.
struct PlacedWord {
  std::string key;
  ByteRange range;
};

// The words of text as concordance compares them, in order; those whose place a fold hides are left out.
std::vector<PlacedWord> placed_words(std::string_view text, const Language& language);

// Terms that must all be found, in any order.
class ConcordanceQuery {
 public:
  // Words, "quoted phrases", prefixes* and words~ in any form; every other character only separates.  Never fails.
  ConcordanceQuery(std::string_view text, const Language& language);

  // The phrase of those words.
  explicit ConcordanceQuery(std::span<const PlacedWord> words);

  bool is_empty() const { return terms_.empty(); }
  const std::vector<ConcordanceTerm>& terms() const { return terms_; }

  // True when every term stands in a text with this match key.
  bool matches(std::string_view key) const;

  // Where the terms stand in text: byte ranges, ascending, not overlapping.  Empty when one is missing.
  std::vector<ByteRange> highlights(std::string_view text, const Language& language) const;

 private:
  void add_term(std::string_view piece, const Language& language);

  std::vector<ConcordanceTerm> terms_;
};

}  // namespace egiz::detail
