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
    link.forward.prior = pair.strength * std::min(1.0F, kMostPrior / source_sum[pair.source]);
    link.backward.prior = pair.strength * std::min(1.0F, kMostPrior / target_sum[pair.target]);
    sources_.push_back(pair.source);
    links_.push_back(link);
  }
  sum_links();
}

TranslationTable::TranslationTable(std::vector<std::size_t> offsets, std::vector<WordId> sources,
                                   std::vector<Translation> translations, std::vector<Link> links,
                                   std::vector<WordTotals> source, std::vector<WordTotals> target)
    : offsets_(std::move(offsets)),
      sources_(std::move(sources)),
      translations_(std::move(translations)),
      links_(std::move(links)),
      source_(std::move(source)),
      target_(std::move(target)) {}

// The sums of each word over its links, and then what follows from them.
void TranslationTable::sum_links() {
  const auto for_each_link = [this](auto visit) {
    for (std::size_t word = 0; word + 1 < offsets_.size(); ++word) {
      for (std::size_t k = offsets_[word]; k < offsets_[word + 1]; ++k) {
        visit(links_[k], source_[sources_[k]], target_[word]);
      }
    }
  };
  for_each_link([](const Link& link, WordTotals& source, WordTotals& target) {
    source.prior += link.forward.prior;
    source.explicit_mass += explicit_count(link.forward, 0);
    target.prior += link.backward.prior;
    target.explicit_mass += explicit_count(link.backward, 0);
  });
  translations_.reserve(links_.size());
  for_each_link([this](const Link& link, const WordTotals& source, const WordTotals& target) {
    translations_.push_back({probability(link.forward, source), probability(link.backward, target)});
  });
  for (auto* side : {&source_, &target_}) {
    for (WordTotals& totals : *side) {
      sum_up(totals, totals.explicit_mass);
    }
  }
}

}  // namespace egiz::align_detail
