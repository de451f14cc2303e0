// SPDX-License-Identifier: Apache-2.0
#pragma once

// Corpus: the documents of one call, of one language pair, as numbers.

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "align/bead.h"
#include "align/detail/edge_model.h"
#include "align/detail/vocabulary.h"
#include "text/document.h"

namespace egiz::align_detail {

// One document of a pair: its segments as words and lengths.
class Side {
 public:
  Side() = default;

  // Adds the words of the document to `vocabulary`.
  Side(const Document& document, bool use_paragraphs, Vocabulary& vocabulary);

  std::size_t size() const { return lengths_.size(); }
  // Takes the words from its own vocabulary to that of all documents: word k is numbers[k] there.  Sets the
  // probabilities.
  void join(const Vocabulary& own, std::span<const WordId> numbers, const Vocabulary& all);

  std::span<const WordId> words(std::size_t segment) const {
    return std::span(words_).subspan(offsets_[segment], offsets_[segment + 1] - offsets_[segment]);
  }
  // Of all segments of a range.
  std::span<const WordId> words(SegmentRange range) const {
    return std::span(words_).subspan(offsets_[range.begin], offsets_[range.end] - offsets_[range.begin]);
  }
  std::size_t word_offset(std::size_t segment) const { return offsets_[segment]; }
  std::size_t word_count() const { return words_.size(); }

  // 1 / p(word) for each word of the segment: p is half the frequency in this document, half in the corpus.  Call after
  // join().
  std::span<const float> inverse_probabilities(std::size_t segment) const {
    return std::span(inverse_probabilities_).subspan(offsets_[segment], offsets_[segment + 1] - offsets_[segment]);
  }

  // Does the word at this place of the document, by word_offset(), stand in its segment more than once?
  bool is_repeated(std::size_t place) const { return is_repeated_[place] != 0; }

  float length(std::size_t segment) const { return static_cast<float>(lengths_[segment]); }  // characters, at least 1
  unsigned sentences(std::size_t segment) const { return sentences_[segment]; }
  bool starts_paragraph(std::size_t segment) const { return starts_paragraph_[segment] != 0; }
  ParagraphKind kind(std::size_t segment) const { return kinds_[segment]; }
  StartKind start(std::size_t segment) const { return starts_[segment]; }
  EndKind end(std::size_t segment) const { return ends_[segment]; }

 private:
  std::vector<WordId> words_;
  std::vector<std::uint8_t> is_repeated_;
  std::vector<std::uint32_t> offsets_{0};
  std::vector<float> inverse_probabilities_;
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint8_t> sentences_;
  std::vector<std::uint8_t> starts_paragraph_;
  std::vector<ParagraphKind> kinds_;
  std::vector<StartKind> starts_;
  std::vector<EndKind> ends_;
};

struct Pair {
  Side source;
  Side target;
};

struct Corpus {
  Vocabulary source_words;
  Vocabulary target_words;
  std::vector<Pair> pairs;         // those that are aligned, and behind them one of examples, if there are any
  std::size_t document_pairs = 0;  // those that are aligned

  std::span<const Pair> documents() const { return std::span(pairs).first(document_pairs); }
};

}  // namespace egiz::align_detail
