// SPDX-License-Identifier: Apache-2.0
#pragma once

// SectionLinks: the part of a translation table that the words of one section need.

#include <cstdint>
#include <span>
#include <vector>

#include "align/detail/corpus.h"
#include "align/detail/section.h"
#include "align/detail/translation_table.h"

namespace egiz::align_detail {

// A frequent word has as many links as the corpus has words; of these a section needs the few whose source word
// stands in it, so that the work for a section does not grow with the corpus.  Reused between sections, so that
// nothing as large as a vocabulary is allocated for each; one per thread.
class SectionLinks {
 public:
  struct Entry {
    std::uint32_t source = 0;  // number of the source word in the section
    float forward = 0;         // t of the link, which lies far away
    float backward = 0;
    const Link* link = nullptr;
  };

  // Forgets the section before.
  void start(const Pair& pair, const Section& section, const TranslationTable& table);

  // Different source words of the section.
  std::size_t source_count() const { return source_words_.size(); }

  // The numbers, from 0 on, of the source words of the section, in order.
  std::span<const std::uint32_t> source_numbers() const { return source_numbers_; }

  // The links of a target word to source words of the section.
  // REQUIRES: the word stands in the section
  std::span<const Entry> of_target(WordId target) const {
    const Range& range = ranges_[target];
    return std::span(entries_).subspan(range.begin, range.end - range.begin);
  }

 private:
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_known = false;
  };

  void number_sources(std::span<const WordId> words);
  void find_links(std::span<const WordId> words, const TranslationTable& table);

  std::vector<std::uint32_t> numbers_;  // by source word: number + 1; 0 when it is not in the section
  std::vector<WordId> source_words_;    // by number
  std::vector<std::uint32_t> source_numbers_;
  std::vector<Range> ranges_;  // by target word
  std::vector<WordId> target_words_;
  std::vector<Entry> entries_;
};

}  // namespace egiz::align_detail
