// SPDX-License-Identifier: Apache-2.0
// TranslationTable: which words translate which, in both directions.

#include "align/detail/translation_table.h"

#include <utility>

namespace egiz::align_detail {
namespace {

constexpr float kMostPrior = 0.95F;  // the prior translations of a word are never all of them

}  // namespace

TranslationTable::TranslationTable(std::size_t source_words, std::size_t target_words, std::span<const WordPair> pairs)
    : offsets_(target_words + 1), source_(source_words), target_(target_words) {
  std::vector<float> source_sum(source_words);
  std::vector<float> target_sum(target_words);
  for (const WordPair& pair : pairs) {
    source_sum[pair.source] += pair.strength;
    target_sum[pair.target] += pair.strength;
    ++offsets_[pair.target + 1];
  }
  for (std::size_t word = 0; word < target_words; ++word) {
    offsets_[word + 1] += offsets_[word];
  }
  links_.reserve(pairs.size());
  for (const WordPair& pair : pairs) {
    Link link;
    link.source = pair.source;
    link.forward.prior = pair.strength * std::min(1.0F, kMostPrior / source_sum[pair.source]);
    link.backward.prior = pair.strength * std::min(1.0F, kMostPrior / target_sum[pair.target]);
    links_.push_back(link);
  }
  sum_links(offsets_, links_, source_, target_);
}

TranslationTable::TranslationTable(std::vector<std::size_t> offsets, std::vector<Link> links,
                                   std::vector<WordTotals> source, std::vector<WordTotals> target)
    : offsets_(std::move(offsets)), links_(std::move(links)), source_(std::move(source)), target_(std::move(target)) {
  sum_links(offsets_, links_, source_, target_);
}

void TranslationTable::sum_links(std::span<const std::size_t> offsets, std::span<const Link> links,
                                 std::vector<WordTotals>& source, std::vector<WordTotals>& target) {
  for (auto* side : {&source, &target}) {
    for (WordTotals& totals : *side) {
      totals.prior = totals.explicit_mass = 0;
    }
  }
  for (std::size_t word = 0; word + 1 < offsets.size(); ++word) {
    for (std::size_t k = offsets[word]; k < offsets[word + 1]; ++k) {
      const Link& link = links[k];
      source[link.source].prior += link.forward.prior;
      source[link.source].explicit_mass += explicit_count(link.forward, 0);
      target[word].prior += link.backward.prior;
      target[word].explicit_mass += explicit_count(link.backward, 0);
    }
  }
}

}  // namespace egiz::align_detail
