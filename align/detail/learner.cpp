// SPDX-License-Identifier: Apache-2.0
// Learning the translation of words from what is believed about segments.

#include "align/detail/learner.h"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "align/detail/pair_index.h"

namespace egiz::align_detail {
namespace {

constexpr int kIterations = 3;
constexpr float kLeastWeight = 0.02F;                // of a segment link that is learnt from
constexpr std::size_t kMaxOccurrences = 30'000'000;  // word pairs; more are sampled, by sections

// One pair of segments that probably stand in one bead; its word pairs, source words outer, start at first_pair.
struct Cell {
  std::size_t section = 0;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;
  std::size_t first_pair = 0;
};

// One word pair in one direction: t(made | given) without its background, the expected count, and the prior.
struct PairValue {
  float t = 0;
  float count = 0;
  float prior = 0;
};

// Parameters of one direction.  "Given" is the side that generates, "made" the other.
class DirectionModel {
 public:
  DirectionModel(std::size_t pairs, std::size_t given_words) : values(pairs), totals(given_words) {}

  std::vector<PairValue> values;
  std::vector<WordTotals> totals;

  // M-step: t from counts and priors; nothing is discounted while counting.
  void maximize(const std::vector<WordId>& given) {
    for (std::size_t p = 0; p < values.size(); ++p) {
      PairValue& value = values[p];
      value.t = (value.count + kPriorWeight * value.prior) / denominator(totals[given[p]], 0);
    }
    for (WordTotals& word : totals) {
      word.previous_background = 1 - (word.count + kPriorWeight * word.prior) / denominator(word, 0);
    }
  }

  void clear_counts() {
    for (PairValue& value : values) {
      value.count = 0;
    }
    for (WordTotals& word : totals) {
      word.count = 0;
    }
  }
};

class Learner {
 public:
  Learner(const Corpus& corpus, std::span<const WordPair> prior, const NullModel& nulls, std::span<Section> sections)
      : corpus_(corpus), prior_(prior), nulls_(nulls), sections_(sections) {}

  Lexical run() {
    collect();
    DirectionModel forward(index_.size(), corpus_.source_words.size());
    DirectionModel backward(index_.size(), corpus_.target_words.size());
    set_priors(forward, backward);
    NullModel nulls = nulls_;
    tbb::parallel_invoke([&] { train<true>(forward); }, [&] { train<false>(backward); });
    tbb::parallel_invoke([&] { estimate_nulls<true>(forward, nulls.target); },
                         [&] { estimate_nulls<false>(backward, nulls.source); });
    return {build(forward, backward), std::move(nulls)};
  }

 private:
  const Pair& pair_of(const Section& section) const { return corpus_.pairs[section.pair]; }
  std::span<const WordId> source_words(const Cell& cell) const {
    const Section& section = sections_[cell.section];
    return pair_of(section).source.words(section.source.begin + cell.source);
  }
  std::span<const WordId> target_words(const Cell& cell) const {
    const Section& section = sections_[cell.section];
    return pair_of(section).target.words(section.target.begin + cell.target);
  }

  // Numbers every word pair of every segment link, priors first.
  void collect() {
    const std::vector<std::size_t> chosen = sample();
    index_.reserve(prior_.size() + pairs_.capacity() / 2);
    for (const WordPair& pair : prior_) {
      index_.add(pair.source, pair.target);
    }
    for (const std::size_t s : chosen) {
      Section& section = sections_[s];
      const Pair& pair = pair_of(section);
      section.target_denominators.assign(
          pair.target.word_offset(section.target.end) - pair.target.word_offset(section.target.begin), 0.0F);
      section.source_denominators.assign(
          pair.source.word_offset(section.source.end) - pair.source.word_offset(section.source.begin), 0.0F);
      sampled_.push_back(s);
      for (const SegmentLink& link : section.links) {
        if (link.weight < kLeastWeight) {
          continue;
        }
        cells_.push_back({s, link.source, link.target, link.weight, pairs_.size()});
        for (const WordId e : source_words(cells_.back())) {
          for (const WordId f : target_words(cells_.back())) {
            pairs_.push_back(index_.add(e, f));
          }
        }
      }
    }
    by_target_.resize(cells_.size());
    std::iota(by_target_.begin(), by_target_.end(), std::size_t{0});
    by_source_ = by_target_;
    std::ranges::stable_sort(by_source_, [this](std::size_t a, std::size_t b) {
      return cells_[a].section != cells_[b].section ? cells_[a].section < cells_[b].section
                                                    : cells_[a].source < cells_[b].source;
    });
    sources_.resize(index_.size());
    targets_.resize(index_.size());
    for (std::size_t p = 0; p < index_.size(); ++p) {
      sources_[p] = index_.source(p);
      targets_[p] = index_.target(p);
    }
  }

  // Every k-th section, so that the word pairs stay below the limit.
  std::vector<std::size_t> sample() {
    std::size_t occurrences = 0;
    for (Section& section : sections_) {
      section.target_denominators.clear();
      section.source_denominators.clear();
      const Pair& pair = pair_of(section);
      for (const SegmentLink& link : section.links) {
        occurrences += pair.source.words(section.source.begin + link.source).size() *
                       pair.target.words(section.target.begin + link.target).size();
      }
    }
    const std::size_t step = occurrences / kMaxOccurrences + 1;
    std::vector<std::size_t> result;
    for (std::size_t s = 0; s < sections_.size(); s += step) {
      result.push_back(s);
    }
    pairs_.reserve(occurrences / step + 1024);
    return result;
  }

  void set_priors(DirectionModel& forward, DirectionModel& backward) const {
    const TranslationTable start(corpus_.source_words.size(), corpus_.target_words.size(), prior_);
    for (std::size_t p = 0; p < prior_.size(); ++p) {
      forward.values[p].prior = start.links()[p].forward.prior;
      backward.values[p].prior = start.links()[p].backward.prior;
    }
    for (std::size_t w = 0; w < forward.totals.size(); ++w) {
      forward.totals[w].prior = start.source_totals(static_cast<WordId>(w)).prior;
    }
    for (std::size_t w = 0; w < backward.totals.size(); ++w) {
      backward.totals[w].prior = start.target_totals(static_cast<WordId>(w)).prior;
    }
  }

  // The pieces of one cell as one direction sees them.
  template <bool kForward>
  struct View {
    std::span<const WordId> given, made;
    std::span<const float> inverse_probabilities;  // of the made words
    float* denominators = nullptr;                 // of the made words
    const std::uint32_t* pairs = nullptr;          // given words outer when kForward, inner otherwise

    std::uint32_t pair(std::size_t g, std::size_t m) const {
      return kForward ? pairs[g * made.size() + m] : pairs[m * given.size() + g];
    }
  };

  template <bool kForward>
  View<kForward> view(const Cell& cell) {
    Section& section = sections_[cell.section];
    const Pair& pair = pair_of(section);
    View<kForward> result;
    result.pairs = pairs_.data() + cell.first_pair;
    if constexpr (kForward) {
      const std::size_t j = section.target.begin + cell.target;
      result.given = source_words(cell);
      result.made = target_words(cell);
      result.inverse_probabilities = pair.target.inverse_probabilities(j);
      result.denominators = section.target_denominators.data() + pair.target.word_offset(j) -
                            pair.target.word_offset(section.target.begin);
    } else {
      const std::size_t i = section.source.begin + cell.source;
      result.given = target_words(cell);
      result.made = source_words(cell);
      result.inverse_probabilities = pair.source.inverse_probabilities(i);
      result.denominators = section.source_denominators.data() + pair.source.word_offset(i) -
                            pair.source.word_offset(section.source.begin);
    }
    return result;
  }

  // The probability that the made side of a cell has a partner at all.
  template <bool kForward>
  float presence(const Cell& cell) const {
    const Section& section = sections_[cell.section];
    return 1 - (kForward ? section.target_omitted[cell.target] : section.source_omitted[cell.source]);
  }

  template <bool kForward>
  void train(DirectionModel& model) {
    const std::vector<WordId>& given = kForward ? sources_ : targets_;
    for (int iteration = 0; iteration < kIterations; ++iteration) {
      model.maximize(given);
      model.clear_counts();
      std::vector<float> expected;
      for_each_made_segment<kForward>(
          [&](std::span<const std::size_t> cells) { count<kForward>(cells, model, expected); });
    }
  }

  // Calls visit with the cells of each made segment in turn.
  template <bool kForward, typename Visit>
  void for_each_made_segment(Visit visit) const {
    const std::vector<std::size_t>& order = kForward ? by_target_ : by_source_;
    const auto made = [&](std::size_t at) {
      const Cell& cell = cells_[order[at]];
      return std::pair{cell.section, kForward ? cell.target : cell.source};
    };
    for (std::size_t first = 0; first < order.size();) {
      std::size_t last = first + 1;
      while (last < order.size() && made(last) == made(first)) {
        ++last;
      }
      visit(std::span(order).subspan(first, last - first));
      first = last;
    }
  }

  // E-step for the words of one made segment: each is shared out among all given words that may have made it, the null
  // word among them.
  template <bool kForward>
  void count(std::span<const std::size_t> cells, DirectionModel& model, std::vector<float>& expected) {
    const std::vector<float>& nulls = kForward ? nulls_.target : nulls_.source;
    const auto first = view<kForward>(cells_[cells.front()]);
    float* denominators = first.denominators;
    const std::size_t made = first.made.size();
    std::fill_n(denominators, made, 0.0F);
    expected.clear();
    for (const std::size_t c : cells) {
      const auto v = view<kForward>(cells_[c]);
      const float weight = cells_[c].weight;
      const auto length = static_cast<float>(v.given.size());
      for (std::size_t m = 0; m < made; ++m) {
        const float null = nulls[v.made[m]];
        denominators[m] += weight * length * null / ((1.0001F - null) * v.inverse_probabilities[m]);
      }
      for (std::size_t g = 0; g < v.given.size(); ++g) {
        const float background = model.totals[v.given[g]].previous_background;
        for (std::size_t m = 0; m < made; ++m) {
          const float t = weight * (model.values[v.pair(g, m)].t + background / v.inverse_probabilities[m]);
          expected.push_back(t);
          denominators[m] += t;
        }
      }
    }
    const float present = presence<kForward>(cells_[cells.front()]);
    std::size_t at = 0;
    for (const std::size_t c : cells) {
      const auto v = view<kForward>(cells_[c]);
      for (std::size_t g = 0; g < v.given.size(); ++g) {
        float sum = 0;
        for (std::size_t m = 0; m < made; ++m) {
          const float count = present * expected[at++] / denominators[m];
          model.values[v.pair(g, m)].count += count;
          sum += count;
        }
        model.totals[v.given[g]].count += sum;
      }
    }
  }

  // For each made word its chance to come from nowhere, its own segments left out of the counts.
  template <bool kForward>
  void estimate_nulls(const DirectionModel& model, std::vector<float>& nulls) {
    std::vector<float> mass = leave_one_out_mass<kForward>(model);
    const Vocabulary& words = kForward ? corpus_.target_words : corpus_.source_words;
    std::vector<double> null_count(words.size());
    std::vector<double> all_count(words.size());
    std::size_t at = 0;
    for (const std::size_t s : sampled_) {
      const Section& section = sections_[s];
      const Side& side = kForward ? pair_of(section).target : pair_of(section).source;
      const SegmentRange range = kForward ? section.target : section.source;
      for (std::size_t segment = range.begin; segment < range.end; ++segment) {
        const float omitted = (kForward ? section.target_omitted : section.source_omitted)[segment - range.begin];
        for (const WordId word : side.words(segment)) {
          const float null = nulls[word];
          const double weight = 1 - static_cast<double>(omitted);
          null_count[word] += weight * static_cast<double>(null / (null + (1 - null) * mass[at]));
          all_count[word] += weight;
          ++at;
        }
      }
    }
    nulls = nulls_with_back_off(words, null_count, all_count);
  }

  // For each made word, in order of the sampled sections: the mean over the given words of t / p.
  template <bool kForward>
  std::vector<float> leave_one_out_mass(const DirectionModel& model) {
    std::vector<std::size_t> offsets(sections_.size());
    std::size_t size = 0;
    for (const std::size_t s : sampled_) {
      offsets[s] = size;
      size += (kForward ? sections_[s].target_denominators : sections_[s].source_denominators).size();
    }
    std::vector<float> mass(size);
    std::vector<float> lengths(size);
    for (const Cell& cell : cells_) {
      const auto v = view<kForward>(cell);
      auto& denominators =
          kForward ? sections_[cell.section].target_denominators : sections_[cell.section].source_denominators;
      const std::size_t first = offsets[cell.section] + static_cast<std::size_t>(v.denominators - denominators.data());
      const float weight = cell.weight * presence<kForward>(cell);
      for (std::size_t m = 0; m < v.made.size(); ++m) {
        const float p = 1 / v.inverse_probabilities[m];
        float sum = 0;
        for (std::size_t g = 0; g < v.given.size(); ++g) {
          const WordTotals& totals = model.totals[v.given[g]];
          const PairValue& value = model.values[v.pair(g, m)];
          const float own = weight / v.denominators[m] * (value.t + totals.previous_background * p);
          const float kept = std::max(value.count - own - kDiscount, 0.0F) + kPriorWeight * value.prior;
          const float all = denominator(totals, std::min(weight, totals.count));
          const float background = kUnknownWeight / all;
          sum += kept / all * v.inverse_probabilities[m] + background;
        }
        mass[first + m] += cell.weight * sum;
        lengths[first + m] += cell.weight * static_cast<float>(v.given.size());
      }
    }
    for (std::size_t k = 0; k < size; ++k) {
      mass[k] = lengths[k] > 0 ? mass[k] / lengths[k] : 0.0F;
    }
    return mass;
  }

  // The table of the links that matter, ordered by target word.
  TranslationTable build(const DirectionModel& forward, const DirectionModel& backward) const {
    const auto is_kept = [&](std::size_t p) {
      return forward.values[p].count > kDiscount || backward.values[p].count > kDiscount || forward.values[p].prior > 0;
    };
    std::vector<std::size_t> offsets(corpus_.target_words.size() + 1);
    for (std::size_t p = 0; p < index_.size(); ++p) {
      offsets[targets_[p] + 1] += is_kept(p);
    }
    for (std::size_t w = 1; w < offsets.size(); ++w) {
      offsets[w] += offsets[w - 1];
    }
    std::vector<Link> links(offsets.back());
    std::vector<std::size_t> next(offsets.begin(), offsets.end() - 1);
    for (std::size_t p = 0; p < index_.size(); ++p) {
      if (is_kept(p)) {
        const PairValue& f = forward.values[p];
        const PairValue& b = backward.values[p];
        links[next[targets_[p]]++] = {sources_[p], {f.count, f.prior, f.t, 0}, {b.count, b.prior, b.t, 0}};
      }
    }
    return {std::move(offsets), std::move(links), forward.totals, backward.totals};
  }

  const Corpus& corpus_;
  std::span<const WordPair> prior_;
  const NullModel& nulls_;
  std::span<Section> sections_;
  PairIndex index_;
  std::vector<std::size_t> sampled_;
  std::vector<Cell> cells_;
  std::vector<std::size_t> by_target_;  // indices into cells_
  std::vector<std::size_t> by_source_;
  std::vector<std::uint32_t> pairs_;  // of all cells
  std::vector<WordId> sources_;       // of all numbered pairs
  std::vector<WordId> targets_;
};

}  // namespace

Lexical learn(const Corpus& corpus, std::span<const WordPair> prior, const NullModel& nulls,
              std::span<Section> sections) {
  return Learner(corpus, prior, nulls, sections).run();
}

}  // namespace egiz::align_detail
