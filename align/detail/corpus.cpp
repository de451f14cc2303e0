// SPDX-License-Identifier: Apache-2.0
// Corpus: the documents of one call, of one language pair, as numbers.

#include "align/detail/corpus.h"

#include <algorithm>

#include "align/detail/tokenizer.h"

namespace egiz::align_detail {

Side::Side(const Document& document, bool use_paragraphs, Vocabulary& vocabulary) {
  offsets_.reserve(document.size() + 1);
  lengths_.reserve(document.size());
  for (std::size_t i = 0; i < document.size(); ++i) {
    const SegmentTokens segment = tokenize_segment(document.segment_text(i));
    for (const SegmentToken& token : segment.tokens) {
      words_.push_back(vocabulary.add(token.form, token.stem));
    }
    offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
    for (const WordId word : words(i)) {
      is_repeated_.push_back(std::ranges::count(words(i), word) > 1 ? 1 : 0);
    }
    lengths_.push_back(static_cast<std::uint32_t>(std::max<std::size_t>(segment.characters, 1)));
    sentences_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(segment.sentences, 50)));
    starts_.push_back(segment.start);
    ends_.push_back(segment.end);
    starts_paragraph_.push_back(use_paragraphs && document.starts_paragraph(i));
    kinds_.push_back(use_paragraphs ? document.paragraph_kind(document.segments()[i].paragraph) : ParagraphKind::text);
  }
}

void Side::join(const Vocabulary& own, std::span<const WordId> numbers, const Vocabulary& all) {
  const double here = static_cast<double>(words_.size()) + 1;
  const double everywhere = static_cast<double>(all.total_frequency()) + 1;
  std::vector<float> inverse(own.size());
  for (WordId word = 0; word < own.size(); ++word) {
    const double p = 0.5 * static_cast<double>(own.frequency(word)) / here +
                     0.5 * static_cast<double>(all.frequency(numbers[word])) / everywhere;
    inverse[word] = static_cast<float>(1 / p);
  }
  inverse_probabilities_.resize(words_.size());
  for (std::size_t k = 0; k < words_.size(); ++k) {
    inverse_probabilities_[k] = inverse[words_[k]];
    words_[k] = numbers[words_[k]];
  }
}

}  // namespace egiz::align_detail
