// SPDX-License-Identifier: Apache-2.0
// Vocabulary: words as small numbers.

#include "align/detail/vocabulary.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kFirstSlots = 16;

}  // namespace

std::uint32_t Strings::intern(std::string_view text) {
  if (2 * (size() + 1) > slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].next_id != 0; at = (at + 1) & mask) {
    const std::uint32_t id = slots_[at].next_id - 1;
    if (slots_[at].hash == hash && (*this)[id] == text) return id;
  }
  const auto id = static_cast<std::uint32_t>(size());
  slots_[at] = {hash, id + 1};
  letters_ += text;
  ends_.push_back(letters_.size());
  return id;
}

void Strings::grow() {
  const std::vector<Slot> old(std::exchange(slots_, std::vector<Slot>(std::max(kFirstSlots, 2 * slots_.size()))));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.next_id == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].next_id != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
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
