// SPDX-License-Identifier: Apache-2.0
#pragma once

// SegmentationRules: what the segmenter knows about the words of each language.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace egiz {

// What a word says about the full stop behind it, or about the sentence it might begin.  A word may be of
// several classes: "г." is a town before its name and a year behind a number (docs/segmentation.md).
enum class WordClass : std::uint16_t {
  never_ends = 1,           // a name or word always follows: "проф.", "ул.", "Mr."
  before_number = 2,        // a number follows: "стр.", "No."
  after_number = 4,         // a unit, when a number stands before it: "руб.", "кг", "мин."
  magnitude = 8,            // and one that a currency may follow: "млрд. АҚШ"
  year = 16,                // and one that a name may follow: "2015 г. Министерством"
  may_end = 32,             // ends a sentence when a capital follows: "т. д.", "etc."
  rarely_ends = 64,         // only when a word follows that begins sentences: "Inc.", "U.S."
  starter = 128,            // begins sentences: "Однако", "Бұл", "The"
  heading = 256,            // with a number behind it or before it, a heading: "Глава 3.", "12-бап."
  keeps_exclamation = 512,  // its mark is part of the name: "Yahoo!"
  continues = 1024,         // a capitalised word that goes on behind "a.m.": "Monday", "EST"
};

// A set of WordClass.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr WordClasses(WordClass word_class) : bits_(static_cast<std::uint16_t>(word_class)) {}

  constexpr bool has(WordClass word_class) const { return (bits_ & static_cast<std::uint16_t>(word_class)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

  // Is it an abbreviation, whatever stands before it?
  constexpr bool is_abbreviation() const {
    return has(WordClass::never_ends) || has(WordClass::before_number) || has(WordClass::may_end) ||
           has(WordClass::rarely_ends);
  }

  // Does it count, behind a number?
  constexpr bool is_unit() const {
    return has(WordClass::after_number) || has(WordClass::magnitude) || has(WordClass::year);
  }

  constexpr WordClasses operator|(WordClasses other) const {
    WordClasses all;
    all.bits_ = static_cast<std::uint16_t>(bits_ | other.bits_);
    return all;
  }

 private:
  std::uint16_t bits_ = 0;
};

// The words of one language (of one script of it).
class WordTable {
 public:
  // How a word is written where it is looked up.
  enum class Form { small, capitalised, initials };

  // The classes of a word as it is looked up: folded, without the last full stop.  Initials ("Т. Г.") are no
  // abbreviation that the table has in small letters ("т. г.").
  WordClasses find(std::string_view folded, Form form) const;

  // True when a capitalised word ends as surnames of the language do.
  bool is_surname(std::string_view folded) const;

  struct Word {
    std::string folded;
    WordClasses always;
    WordClasses capitalised;  // for a word that the table has with a capital

    bool has(WordClass word_class) const { return always.has(word_class) || capitalised.has(word_class); }
  };

  // All words, in the order of their bytes.
  std::vector<Word> words() const;

  // Folded: "ов".
  const std::vector<std::string>& surname_endings() const { return surname_endings_; }

 private:
  friend class SegmentationRules;

  struct Entry {
    WordClasses always;
    WordClasses capitalised;  // for words that the table has with a capital
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> words_;
  std::vector<std::string> surname_endings_;
};

// The rules of every language.  Immutable while it is used: any number of threads may segment with it.
class SegmentationRules {
 public:
  // No rules at all: every language is cut by ICU.
  SegmentationRules() = default;

  // The rules that come with the library, for ru, kk, kk-Latn and en; constant.
  static const SegmentationRules& built_in();

  // Adds the rules of a data file (docs/segmentation.md) to those here.  Throws Error{parse},
  // "name:line: what is wrong", and has then changed nothing.
  //   SegmentationRules rules = SegmentationRules::built_in();
  //   rules.add("language: ru\n[never ends]\nзавотд.\n", "office.txt");
  void add(std::string_view data, std::string_view name);

  // The table of a language tag as the data files name it ("ru", "kk-Latn"), or nullptr.
  const WordTable* find(std::string_view tag) const;

 private:
  std::map<std::string, WordTable, std::less<>> tables_;
};

}  // namespace egiz
