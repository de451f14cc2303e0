// SPDX-License-Identifier: Apache-2.0
// SectionLinks: the part of a translation table that the words of one section need.

#include "align/detail/section_links.h"

#include <algorithm>

namespace egiz::align_detail {

void SectionLinks::start(const Pair& pair, const Section& section, const TranslationTable& table) {
  for (const WordId word : source_words_) {
    numbers_[word] = 0;
  }
  for (const WordId word : target_words_) {
    ranges_[word].is_known = false;
  }
  source_words_.clear();
  source_numbers_.clear();
  target_words_.clear();
  entries_.clear();
  numbers_.resize(std::max(numbers_.size(), table.source_size()));
  ranges_.resize(std::max(ranges_.size(), table.target_size()));
  number_sources(pair.source.words(section.source));
  find_links(pair.target.words(section.target), table);
}

void SectionLinks::number_sources(std::span<const WordId> words) {
  source_numbers_.reserve(words.size());
  for (const WordId word : words) {
    if (numbers_[word] == 0) {
      source_words_.push_back(word);
      numbers_[word] = static_cast<std::uint32_t>(source_words_.size());
    }
    source_numbers_.push_back(numbers_[word] - 1);
  }
}

void SectionLinks::find_links(std::span<const WordId> words, const TranslationTable& table) {
  for (const WordId word : words) {
    Range& range = ranges_[word];
    if (range.is_known) {
      continue;
    }
    target_words_.push_back(word);
    range.begin = static_cast<std::uint32_t>(entries_.size());
    const auto sources = table.sources_of(word);
    const auto translations = table.translations_of(word);
    const auto links = table.links_of(word);
    for (std::size_t k = 0; k < sources.size(); ++k) {
      if (const std::uint32_t number = numbers_[sources[k]]; number != 0) {
        entries_.push_back({number - 1, translations[k].forward, translations[k].backward, &links[k]});
      }
    }
    range.end = static_cast<std::uint32_t>(entries_.size());
    range.is_known = true;
  }
}

}  // namespace egiz::align_detail
