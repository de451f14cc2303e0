// SPDX-License-Identifier: Apache-2.0
#pragma once

// Vocabulary: words as small numbers.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace egiz::align_detail {

using WordId = std::uint32_t;

// Strings as consecutive numbers, in the order of their first appearance.
class Strings {
 public:
  std::uint32_t intern(std::string_view text);

  std::size_t size() const { return texts_.size(); }

  // A view that lives as long as this.
  std::string_view operator[](std::uint32_t id) const { return *texts_[id]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
  std::vector<const std::string*> texts_;  // keys of ids_, which do not move
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
