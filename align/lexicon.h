// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lexicon: words that are known to translate each other.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace egiz {

// One concept: how it is said in each language; several words for one language are synonyms.
struct LexiconEntry {
  struct Term {
    Language language;
    std::string text;
  };
  std::vector<Term> terms;
};

// Words that are known to translate each other, in any number of languages.  Inflection is handled by
// suffix-aware matching of stems, so entries are dictionary forms.  Immutable; any thread.
class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(std::span<const LexiconEntry> entries);

  // The seed lexicon ru-kk-en that is compiled in.
  static const Lexicon& built_in();

  // Both lexicons in one.
  Lexicon merged_with(const Lexicon& other) const;

  std::size_t size() const { return entries_.size(); }
  std::span<const LexiconEntry> entries() const { return entries_; }

 private:
  std::vector<LexiconEntry> entries_;
};

}  // namespace egiz
