// SPDX-License-Identifier: Apache-2.0
// Cooccurrence: which words stand in linked segments together.

#include "align/detail/cooccurrence.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kBlocks = 16;  // done in parallel

// Counts become offsets: counts stand one place behind their word.
void sum_up(std::vector<std::size_t>& offsets) { std::partial_sum(offsets.begin(), offsets.end(), offsets.begin()); }

// Collects made words without repetition.
class Collector {
 public:
  explicit Collector(std::size_t made_words) : seen_by_(made_words, ~0U) {}

  // All are written, and those that were seen are written over: to ask of each takes longer.
  void add(WordId given, std::span<const WordId> made, std::vector<std::uint32_t>& out) {
    std::size_t size = out.size();
    out.resize(size + made.size());
    for (const WordId word : made) {
      out[size] = word;
      size += seen_by_[word] != given ? 1U : 0U;
      seen_by_[word] = given;
    }
    out.resize(size);
  }

 private:
  std::vector<WordId> seen_by_;  // the last given word that met a made one
};

ListsByWord prior_partners(std::span<const WordPair> prior, std::size_t given_words) {
  ListsByWord lists;
  lists.offsets.assign(given_words + 1, 0);
  for (const WordPair& pair : prior) {
    ++lists.offsets[pair.source + 1];
  }
  sum_up(lists.offsets);
  std::vector<std::size_t> next(lists.offsets.begin(), lists.offsets.end() - 1);
  lists.items.resize(prior.size());
  for (const WordPair& pair : prior) {
    lists.items[next[pair.source]++] = pair.target;
  }
  return lists;
}

}  // namespace

std::vector<WordId> block_starts(const ListsByWord& lists) {
  std::vector<WordId> starts;
  for (std::size_t b = 0; b <= kBlocks; ++b) {
    const std::size_t item = lists.items.size() * b / kBlocks;
    const auto at = std::ranges::lower_bound(lists.offsets, item);
    starts.push_back(static_cast<WordId>(
        std::min<std::ptrdiff_t>(at - lists.offsets.begin(), static_cast<std::ptrdiff_t>(lists.size()))));
  }
  starts.front() = 0;
  starts.back() = static_cast<WordId>(lists.size());
  return starts;
}

ListsByWord places_of_words(std::span<const WordId> given, std::span<const LinkedPair> linked,
                            std::size_t given_words) {
  ListsByWord places;
  places.offsets.assign(given_words + 1, 0);
  for (const LinkedPair& pair : linked) {
    for (std::uint32_t at = pair.given_begin; at < pair.given_end; ++at) {
      ++places.offsets[given[at] + 1];
    }
  }
  sum_up(places.offsets);
  std::vector<std::size_t> next(places.offsets.begin(), places.offsets.end() - 1);
  places.items.resize(places.offsets.back());
  for (std::size_t c = 0; c < linked.size(); ++c) {
    for (std::uint32_t at = linked[c].given_begin; at < linked[c].given_end; ++at) {
      places.items[next[given[at]]++] = static_cast<std::uint32_t>(c);
    }
  }
  return places;
}

ListsByWord partners_of_words(const ListsByWord& places, std::span<const WordId> made,
                              std::span<const LinkedPair> linked, std::span<const WordPair> prior,
                              std::size_t made_words) {
  const ListsByWord known = prior_partners(prior, places.size());
  const std::vector<WordId> starts = block_starts(places);
  ListsByWord partners;
  partners.offsets.assign(places.size() + 1, 0);
  std::vector<std::vector<std::uint32_t>> blocks(kBlocks);
  tbb::parallel_for(std::size_t{0}, kBlocks, [&](std::size_t b) {
    Collector collector(made_words);
    std::vector<std::uint32_t>& out = blocks[b];
    for (WordId word = starts[b]; word < starts[b + 1]; ++word) {
      const std::size_t before = out.size();
      collector.add(word, known.of(word), out);
      for (const std::uint32_t c : places.of(word)) {
        collector.add(word, made.subspan(linked[c].made_begin, linked[c].made_size()), out);
      }
      partners.offsets[word + 1] = out.size() - before;
    }
  });
  sum_up(partners.offsets);
  partners.items.resize(partners.offsets.back());
  tbb::parallel_for(std::size_t{0}, kBlocks, [&](std::size_t b) {
    std::ranges::copy(blocks[b], partners.items.begin() + static_cast<std::ptrdiff_t>(partners.offsets[starts[b]]));
    blocks[b] = {};
  });
  return partners;
}

// Blocks of lists are counted, and then placed, side by side: each knows where its part of every new list starts.
Transposed transpose(const ListsByWord& lists, std::size_t words) {
  const std::vector<WordId> starts = block_starts(lists);
  std::array<std::vector<std::uint32_t>, kBlocks> counts;
  tbb::parallel_for(std::size_t{0}, kBlocks, [&](std::size_t b) {
    counts[b].assign(words, 0);
    for (std::size_t k = lists.offsets[starts[b]]; k < lists.offsets[starts[b + 1]]; ++k) {
      ++counts[b][lists.items[k]];
    }
  });
  Transposed result;
  result.lists.offsets.assign(words + 1, 0);
  for (WordId word = 0; word < words; ++word) {
    std::size_t sum = result.lists.offsets[word];
    for (std::vector<std::uint32_t>& count : counts) {
      sum += std::exchange(count[word], static_cast<std::uint32_t>(sum));
    }
    result.lists.offsets[word + 1] = sum;
  }
  result.lists.items.resize(lists.items.size());
  result.origin.resize(lists.items.size());
  tbb::parallel_for(std::size_t{0}, kBlocks, [&](std::size_t b) {
    for (WordId word = starts[b]; word < starts[b + 1]; ++word) {
      for (std::size_t k = lists.offsets[word]; k < lists.offsets[word + 1]; ++k) {
        const std::size_t to = counts[b][lists.items[k]]++;
        result.lists.items[to] = word;
        result.origin[to] = static_cast<std::uint32_t>(k);
      }
    }
  });
  return result;
}

}  // namespace egiz::align_detail
