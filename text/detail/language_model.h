// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the letters of a word cost in each language of a script.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/detail/look_alikes.h"

namespace egiz::detail {

// A letter model: the cost in bits, -log2 of the probability, of words in every language it knows.  Costs are
// conditional on up to two letters before (three for the first two languages), so those of different words add up.
// Immutable; any thread.
class LanguageModel {
 public:
  // The model of a script; it is compiled in (script/train_langid.py writes it).
  // REQUIRES: script is latin, cyrillic or arabic
  static const LanguageModel& of(Script script);

  // Tags, and for Kazakh in Latin letters the name of its alphabet ("kk-acute").
  const std::vector<std::string>& languages() const { return languages_; }

  // Adds the cost of word in languages()[i] to bits[i].
  // REQUIRES: word is case folded; bits.size() == languages().size()
  void add_word(std::u32string_view word, std::vector<double>& bits) const;

 private:
  friend std::vector<LanguageModel> read_language_models(std::string_view table);

  void read_line(std::string_view line);
  const std::uint8_t* find(std::u32string_view gram) const;

  std::vector<std::string> languages_;
  std::vector<std::uint8_t> costs_;                       // one row after another
  std::unordered_map<std::uint64_t, std::size_t> grams_;  // packed letters to where their row begins
  std::unordered_map<std::u32string, std::size_t> words_;
};

// The models of a table, in its order.  Throws Error{parse} for a table that is damaged.
std::vector<LanguageModel> read_language_models(std::string_view table);

}  // namespace egiz::detail
