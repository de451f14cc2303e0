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

namespace align_detail {
class LexiconIndex;
}

// One concept: how it is said in each language; several words for one language are synonyms.
struct LexiconEntry {
  struct Term {
    Language language;
    std::string text;
  };
  std::vector<Term> terms;
};

// Words that are known to translate each other, in any number of languages.  Inflection is handled by
// suffix-aware matching of stems, so entries are dictionary forms.  Beside them examples: sentences and their
// translations, which the aligner learns words from as from the documents themselves.  Immutable; any thread.
class Lexicon {
 public:
  Lexicon();
  explicit Lexicon(std::span<const LexiconEntry> entries, std::vector<LexiconEntry> examples = {});

  // The seed lexicon ru-kk-en that is compiled in.
  static const Lexicon& built_in();

  // Both lexicons in one.
  Lexicon merged_with(const Lexicon& other) const;

  std::size_t size() const { return entries_.size(); }
  std::span<const LexiconEntry> entries() const { return entries_; }
  std::span<const LexiconEntry> examples() const { return examples_; }

  // For the aligner.
  const align_detail::LexiconIndex& index() const { return *index_; }

 private:
  std::vector<LexiconEntry> entries_;
  std::vector<LexiconEntry> examples_;
  std::shared_ptr<const align_detail::LexiconIndex> index_;
};

// Entries of "ru<TAB>kk<TAB>en" or of any languages that a first line "#<TAB>ru<TAB>de" names; synonyms separated by |,
// empty cells allowed, lines that are empty or begin with # passed over.  Throws Error{parse} with name:line.
std::vector<LexiconEntry> parse_lexicon_tsv(std::string_view text, std::string_view name);

}  // namespace egiz
