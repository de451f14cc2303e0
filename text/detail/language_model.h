// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the letters of a word cost in each language of a script.

#include <cstddef>
#include <cstdint>
#include <functional>
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

  // Grams of up to four letters and where their rows begin: a hash table with linear probing, since each letter of a
  // text is looked up in it some three times.
  class Grams {
   public:
    void add(std::uint64_t gram, std::uint32_t row);
    const std::uint32_t* find(std::uint64_t gram) const;  // nullptr when there is none

   private:
    struct Slot {
      std::uint64_t gram = 0;  // letters packed; 0 in a free slot
      std::uint32_t row = 0;
    };
    std::size_t slot_of(std::uint64_t gram) const;  // its own or a free one

    std::vector<Slot> slots_;  // a power of two of them, at most half of them taken
    int shift_ = 64;           // of a spread key, to the place of its slot
    std::size_t count_ = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view word) const { return std::hash<std::u32string_view>{}(word); }
  };

  void read_line(std::string_view line);
  const std::uint8_t* find(std::u32string_view gram) const;

  std::vector<std::string> languages_;
  std::vector<std::uint8_t> costs_;  // one row after another
  Grams grams_;
  std::unordered_map<std::u32string, std::size_t, Hash, std::equal_to<>> words_;
};

// The models of a table, in its order.  Throws Error{parse} for a table that is damaged.
std::vector<LanguageModel> read_language_models(std::string_view table);

}  // namespace egiz::detail
