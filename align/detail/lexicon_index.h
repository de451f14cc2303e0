// SPDX-License-Identifier: Apache-2.0
#pragma once

// LexiconIndex: the entries of a lexicon by the stems of their words.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/lexicon.h"

namespace egiz::align_detail {

// The part of a dictionary form that inflection leaves alone: Russian endings, the Kazakh infinitive and softening
// consonants, English final e and y are cut off.  Other languages: the word.
// REQUIRES: word is lower case, as the aligner's tokeniser leaves it; language is a primary subtag
std::string_view inflection_stem(std::string_view word, std::string_view language);

// A word of an entry that a form was recognised as.
struct LexiconHit {
  std::uint32_t entry = 0;
  float strength = 0;  // 0 to 1: 1 for the dictionary form, less for a form with an ending, or for a part of a term
};

class LexiconIndex {
 public:
  explicit LexiconIndex(std::span<const LexiconEntry> entries);

  // The entries that a word form of a language may belong to.
  std::vector<LexiconHit> find(std::string_view form, std::string_view language) const;

 private:
  struct Use {
    std::uint32_t entry = 0;
    float share = 1;  // 1 / words of the term
    std::string head;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Stems = std::unordered_map<std::string, std::vector<Use>, Hash, std::equal_to<>>;
  std::map<std::string, Stems, std::less<>> languages_;
};

}  // namespace egiz::align_detail
