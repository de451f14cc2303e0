// SPDX-License-Identifier: Apache-2.0
// Vocabulary: words as small numbers.

#include "align/detail/vocabulary.h"

namespace egiz::align_detail {

std::uint32_t Strings::intern(std::string_view text) {
  const auto found = ids_.find(text);
  if (found != ids_.end()) {
    return found->second;
  }
  const auto id = static_cast<std::uint32_t>(texts_.size());
  const auto inserted = ids_.emplace(std::string(text), id).first;
  texts_.push_back(&inserted->first);
  return id;
}

WordId Vocabulary::find(std::string_view form, std::string_view stem) {
  const std::uint32_t form_id = forms_.intern(form);
  if (form_id == word_of_form_.size()) {
    const WordId word = stems_.intern(stem);
    if (word == frequency_.size()) {
      frequency_.push_back(0);
    }
    word_of_form_.push_back(word);
  }
  return word_of_form_[form_id];
}

WordId Vocabulary::add(std::string_view form, std::string_view stem) {
  const WordId word = find(form, stem);
  ++frequency_[word];
  ++total_;
  return word;
}

std::vector<WordId> Vocabulary::add_all(const Vocabulary& other) {
  std::vector<WordId> here(other.size());
  for (std::size_t f = 0; f < other.form_count(); ++f) {
    const WordId there = other.word_of_form(f);
    here[there] = find(other.form(f), other.stem(there));
  }
  for (WordId there = 0; there < other.size(); ++there) {
    frequency_[here[there]] += other.frequency(there);
  }
  total_ += other.total_frequency();
  return here;
}

}  // namespace egiz::align_detail
