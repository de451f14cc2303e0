// SPDX-License-Identifier: Apache-2.0
#pragma once

// Vocabulary: words as small numbers.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace egiz::align_detail {

using WordId = std::uint32_t;

// Strings as consecutive numbers, in the order of their first appearance.
class Strings {
 public:
  std::uint32_t intern(std::string_view text);

  std::size_t size() const { return ends_.size(); }

  // A view that lives until the next string is interned.
  std::string_view operator[](std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(letters_).substr(begin, ends_[id] - begin);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t next_id = 0;  // id + 1; 0 in a free slot
  };
  void grow();

  // A hash table with linear probing over strings one behind another: a search reads one slot and one string, and to
  // free all takes no walk over it.
  std::vector<Slot> slots_;  // a power of two of them, at most half of them taken
  std::string letters_;
  std::vector<std::size_t> ends_;
};

// The words of one side.  A word is what the aligner counts: a stem, a number, a punctuation class.  A form is how
// it was written; the cognate and lexicon evidence looks at forms.
class Vocabulary {
 public:
  // The word of a form, counting one more occurrence.  `stem` is the spelling that the forms of a word share.
  WordId add(std::string_view form, std::string_view stem);

  // Adds everything that `other` counted, in its order.  Returns the words here of the words there.
  std::vector<WordId> add_all(const Vocabulary& other);

  std::size_t size() const { return frequency_.size(); }
  std::uint32_t frequency(WordId word) const { return frequency_[word]; }
  std::uint64_t total_frequency() const { return total_; }
  std::string_view stem(WordId word) const { return stems_[word]; }

  std::size_t form_count() const { return forms_.size(); }
  std::string_view form(std::size_t index) const { return forms_[static_cast<std::uint32_t>(index)]; }
  WordId word_of_form(std::size_t index) const { return word_of_form_[index]; }

 private:
  WordId find(std::string_view form, std::string_view stem);

  Strings forms_;
  Strings stems_;
  std::vector<WordId> word_of_form_;
  std::vector<std::uint32_t> frequency_;
  std::uint64_t total_ = 0;
};

}  // namespace egiz::align_detail
