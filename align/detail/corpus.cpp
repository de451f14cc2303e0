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
    lengths_.push_back(static_cast<std::uint32_t>(std::max<std::size_t>(segment.characters, 1)));
    sentences_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(segment.sentences, 50)));
    starts_.push_back(segment.start);
    ends_.push_back(segment.end);
    starts_paragraph_.push_back(use_paragraphs && document.starts_paragraph(i));
    kinds_.push_back(use_paragraphs ? document.paragraph_kind(document.segments()[i].paragraph) : ParagraphKind::text);
  }
}

void Side::set_probabilities(const Vocabulary& vocabulary) {
  std::vector<WordId> sorted = words_;
  std::ranges::sort(sorted);
  inverse_probabilities_.resize(words_.size());
  const double here = static_cast<double>(words_.size()) + 1;
  const double everywhere = static_cast<double>(vocabulary.total_frequency()) + 1;
  for (std::size_t k = 0; k < words_.size(); ++k) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), words_[k]);
    const double p = 0.5 * static_cast<double>(last - first) / here +
                     0.5 * static_cast<double>(vocabulary.frequency(words_[k])) / everywhere;
    inverse_probabilities_[k] = static_cast<float>(1 / p);
  }
}

}  // namespace egiz::align_detail
