// SPDX-License-Identifier: Apache-2.0
// WordModel: IBM Model 1 (Brown et al. 1993) in one direction, the last time with its words in order.

#include "align/detail/word_model.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kLanes = 4;
constexpr std::size_t kBlocks = 4;  // of given words, in each direction

// In lanes, which a compiler may sum at once.
float sum_of(std::span<const float> values) {
  std::array<float, kLanes> sums{};
  std::size_t k = 0;
  for (; k + sums.size() <= values.size(); k += sums.size()) {
    for (std::size_t lane = 0; lane < sums.size(); ++lane) {
      sums[lane] += values[k + lane];
    }
  }
  for (; k < values.size(); ++k) {
    sums[0] += values[k];
  }
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace

WordModel::WordModel(const WordModelInput& input, WordModelStart start)
    : input_(input),
      totals_(std::move(start.totals)),
      priors_(std::move(start.priors)),
      counts_(std::move(start.counts)),
      t_(input.partners.items.size()),
      null_mass_(input.made.words.size()) {
  for (const LinkedPair& pair : input_.linked) {
    for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
      const float null = input_.nulls[input_.made.words[at]];
      null_mass_[at] +=
          pair.weight * pair.given_size() * null / ((1.0001F - null) * input_.made.inverse_probabilities[at]);
    }
  }
  number_partners();
  find_heights();
}

void WordModel::number_partners() {
  first_numbers_.reserve(totals_.size() + 1);
  std::size_t size = 0;
  for (WordId word = 0; word < totals_.size(); ++word) {
    first_numbers_.push_back(size);
    for (const std::uint32_t c : input_.places.of(word)) {
      size += input_.linked[c].made_size();
    }
  }
  first_numbers_.push_back(size);
  for (std::size_t b = 0; b < kBlocks; ++b) {
    const auto end = std::ranges::lower_bound(first_numbers_, size * (b + 1) / kBlocks) - first_numbers_.begin();
    const WordId first = b == 0 ? 0 : blocks_.back().last;
    blocks_.push_back(
        {first, b + 1 == kBlocks ? static_cast<WordId>(totals_.size()) : static_cast<WordId>(end), {}, {}, {}, {}});
  }
  numbers_ = std::make_unique_for_overwrite<std::uint32_t[]>(size);
  for_each_block([&](const Block& block) {
    std::uint32_t* number = numbers_.get() + first_numbers_[block.first];
    std::vector<std::uint32_t> number_of(input_.nulls.size());
    for (WordId word = block.first; word < block.last; ++word) {
      const auto partners = input_.partners.of(word);
      for (std::size_t k = 0; k < partners.size(); ++k) {
        number_of[partners[k]] = static_cast<std::uint32_t>(k);
      }
      for (const std::uint32_t c : input_.places.of(word)) {
        const LinkedPair& pair = input_.linked[c];
        for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
          *number++ = number_of[input_.made.words[at]];
        }
      }
    }
  });
}

template <class Work>
void WordModel::for_each_block(const Work& work) {
  tbb::parallel_for(
      std::size_t{0}, blocks_.size(), [&](std::size_t b) { work(blocks_[b]); }, tbb::simple_partitioner());
}

void WordModel::find_heights() {
  heights_.resize(input_.places.items.size());
  height_odds_.reserve(input_.linked.size());
  std::vector<std::size_t> next(input_.places.offsets.begin(), input_.places.offsets.end() - 1);
  for (const LinkedPair& pair : input_.linked) {
    for (std::uint32_t at = pair.given_begin; at < pair.given_end; ++at) {
      heights_[next[input_.given.words[at]]++] = height(at - pair.given_begin, pair.given_size());
    }
    height_odds_.emplace_back(static_cast<float>(pair.made_size()), pair.given_size());
    most_made_ = std::max(most_made_, pair.made_size());
  }
  for (Block& block : blocks_) {
    block.odds.resize(most_made_ + kLanes);
  }
}

// Whole lanes are set, a few more than there are made words.
void WordModel::set_odds(std::size_t place, std::uint32_t linked, Block& block) {
  const std::size_t made = input_.linked[linked].made_size();
  const HeightOdds odds = height_odds_[linked];
  const float step = odds.scaled(1 / static_cast<float>(made));
  std::array<float, kLanes> distances;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    distances[lane] = step * (static_cast<float>(lane) + 0.5F) - odds.scaled(heights_[place]);
  }
  float* out = block.odds.data();
  for (std::size_t k = 0; k < made; k += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      out[k + lane] = odds.at_scaled(distances[lane]);
      distances[lane] += step * kLanes;
    }
  }
}

void WordModel::train(int iterations) {
  const auto maximize_last = [&](bool is_next_last, const auto& before) {
    if (is_next_last) {
      maximize_all<true>(before);
    } else {
      maximize_all<false>(before);
    }
  };
  maximize_last(iterations == 1, [](WordId, Block&) {});
  for (int left = iterations - 1; left > 0; --left) {
    share_out();
    maximize_last(left == 1, [&](WordId word, Block& block) { count<false>(word, block); });
  }
  share_out();
  for_each_block([&](Block& block) {
    block.denominators = {};
    block.backgrounds = {};
    for (WordId word = block.first; word < block.last; ++word) {
      count<true>(word, block);
      sum_explicit(word);
    }
  });
}

// The first half of an E-step, each word made ready for it: all that may have made each made word, the null word among
// them.  kInOrder: of that step.
template <bool kInOrder, class Before>
void WordModel::maximize_all(const Before& before) {
  for_each_block([&](Block& block) {
    block.denominators.assign(null_mass_.size(), 0.0F);
    block.backgrounds.assign(input_.linked.size(), 0.0F);
    for (WordId word = block.first; word < block.last; ++word) {
      before(word, block);
      maximize(word);
      add_denominators<kInOrder>(word, block);
    }
  });
  join_denominators();
}

// M-step: t from counts and priors; nothing is discounted while counting.
void WordModel::maximize(WordId word) {
  WordTotals& totals = totals_[word];
  const float scale = 1 / denominator(totals, 0);
  for (std::size_t k = input_.partners.offsets[word]; k < input_.partners.offsets[word + 1]; ++k) {
    t_[k] = (counts_[k] + kPriorWeight * priors_[k]) * scale;
  }
  totals.previous_background = 1 - (totals.count + kPriorWeight * totals.prior) * scale;
}

template <bool kInOrder>
void WordModel::add_denominators(WordId word, Block& block) {
  const std::size_t first = input_.partners.offsets[word];
  const float* own = t_.data() + first;
  const bool makes_any = std::any_of(own, own + input_.partners.of(word).size(), [](float t) { return t > 0; });
  const std::uint32_t* number = numbers_.get() + first_numbers_[word];
  [[maybe_unused]] std::size_t place = input_.places.offsets[word];
  for (const std::uint32_t c : input_.places.of(word)) {
    const LinkedPair& pair = input_.linked[c];
    block.backgrounds[c] += totals_[word].previous_background;
    if (makes_any) {
      if constexpr (kInOrder) {
        set_odds(place, c, block);
      }
      float* sums = block.denominators.data() + pair.made_begin;
      for (std::size_t k = 0; k < pair.made_size(); ++k) {
        sums[k] += pair.weight * own[number[k]] * (kInOrder ? block.odds[k] : 1.0F);
      }
    }
    number += pair.made_size();
    ++place;
  }
}

void WordModel::join_denominators() {
  denominators_ = null_mass_;
  for (const Block& block : blocks_) {
    std::ranges::transform(denominators_, block.denominators, denominators_.begin(), std::plus());
  }
  for (std::size_t c = 0; c < input_.linked.size(); ++c) {
    const LinkedPair& pair = input_.linked[c];
    float background = 0;
    for (const Block& block : blocks_) {
      background += block.backgrounds[c];
    }
    for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
      denominators_[at] += pair.weight * background / input_.made.inverse_probabilities[at];
    }
  }
}

void WordModel::share_out() {
  shares_.assign(denominators_.size(), {});
  for (std::size_t at = 0; at < shares_.size(); ++at) {
    if (denominators_[at] > 0) {
      const float share = 1 / denominators_[at];
      shares_[at] = {share, share / input_.made.inverse_probabilities[at]};
    }
  }
}

// E-step, second half: each made word is shared out among all given words that may have made it.
template <bool kInOrder>
void WordModel::count(WordId word, Block& block) {
  const std::size_t first = input_.partners.offsets[word];
  const std::size_t partners = input_.partners.of(word).size();
  block.sums.assign(partners, {});
  const std::uint32_t* number = numbers_.get() + first_numbers_[word];
  [[maybe_unused]] std::size_t place = input_.places.offsets[word];
  for (const std::uint32_t c : input_.places.of(word)) {
    const LinkedPair& pair = input_.linked[c];
    const float weight = pair.weight * pair.presence;
    const Share* shares = shares_.data() + pair.made_begin;
    if constexpr (kInOrder) {
      set_odds(place++, c, block);
    }
    for (std::size_t k = 0; k < pair.made_size(); ++k) {
      Share& sum = block.sums[number[k]];
      sum.explicit_part += weight * shares[k].explicit_part * (kInOrder ? block.odds[k] : 1.0F);
      sum.background += weight * shares[k].background;
    }
    number += pair.made_size();
  }
  WordTotals& totals = totals_[word];
  for (std::size_t k = 0; k < partners; ++k) {
    counts_[first + k] =
        t_[first + k] * block.sums[k].explicit_part + totals.previous_background * block.sums[k].background;
  }
  totals.count = sum_of(std::span(counts_).subspan(first, partners));
}

void WordModel::sum_explicit(WordId word) {
  float mass = 0;
  for (std::size_t k = input_.partners.offsets[word]; k < input_.partners.offsets[word + 1]; ++k) {
    mass += explicit_count({counts_[k], priors_[k], 0}, 0);
  }
  sum_up(totals_[word], mass);
}

// mass: by place of the made row.  unknown: by linked pair, what "any word" gives to each made word.
void WordModel::add_mass(const Block& block, std::vector<float>& mass, std::vector<float>& unknown) const {
  std::vector<std::uint8_t> matters;               // by partner of the given word
  std::vector<std::uint32_t> own(most_made_ + 1);  // those of the made words of a place that matter
  for (WordId word = block.first; word < block.last; ++word) {
    const WordTotals& totals = totals_[word];
    const std::size_t first = input_.partners.offsets[word];
    matters.resize(input_.partners.of(word).size());
    for (std::size_t k = 0; k < matters.size(); ++k) {
      matters[k] = counts_[first + k] > kDiscount || priors_[first + k] != 0 ? 1 : 0;
    }
    const std::uint32_t* number = numbers_.get() + first_numbers_[word];
    std::size_t place = input_.places.offsets[word];
    for (const std::uint32_t c : input_.places.of(word)) {
      const LinkedPair& pair = input_.linked[c];
      const HeightOdds odds = height_odds_[c];
      const float step = odds.scaled(1 / static_cast<float>(pair.made_size()));
      const float given_height = odds.scaled(heights_[place++]);
      const float weight = pair.weight * pair.presence;
      const float scale = pair.weight / denominator(totals, std::min(weight, totals.count));
      unknown[c] += scale * kUnknownWeight;
      // First which: most do not, and a loop that asks and computes at once waits for each answer.
      std::size_t count = 0;
      for (std::uint32_t made = 0; made < pair.made_size(); ++made) {
        own[count] = made;
        count += matters[number[made]];
      }
      for (std::size_t n = 0; n < count; ++n) {
        const std::uint32_t made = own[n];
        const std::size_t k = first + number[made];
        const std::size_t at = pair.made_begin + made;
        const float distance = step * (static_cast<float>(made) + 0.5F) - given_height;
        const float left_out = weight * (t_[k] * odds.at_scaled(distance) * shares_[at].explicit_part +
                                         totals.previous_background * shares_[at].background);
        mass[at] += scale * (std::max(counts_[k] - left_out - kDiscount, 0.0F) + kPriorWeight * priors_[k]);
      }
      number += pair.made_size();
    }
  }
}

std::vector<float> WordModel::leave_one_out_mass() const {
  std::vector<std::vector<float>> masses(blocks_.size(), std::vector<float>(denominators_.size()));
  std::vector<std::vector<float>> unknowns(blocks_.size(), std::vector<float>(input_.linked.size()));
  tbb::parallel_for(
      std::size_t{0}, blocks_.size(), [&](std::size_t b) { add_mass(blocks_[b], masses[b], unknowns[b]); },
      tbb::simple_partitioner());
  const auto join = [](const std::vector<std::vector<float>>& parts) {
    std::vector<float> sum = parts.front();
    for (const std::vector<float>& part : std::span(parts).subspan(1)) {
      std::ranges::transform(sum, part, sum.begin(), std::plus());
    }
    return sum;
  };
  std::vector<float> mass = join(masses);
  const std::vector<float> unknown = join(unknowns);
  std::vector<float> sums(mass.size());
  std::vector<float> lengths(mass.size());
  for (std::size_t c = 0; c < input_.linked.size(); ++c) {
    const LinkedPair& pair = input_.linked[c];
    for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
      sums[at] += unknown[c];
      lengths[at] += pair.weight * pair.given_size();
    }
  }
  for (std::size_t at = 0; at < mass.size(); ++at) {
    const float sum = mass[at] * input_.made.inverse_probabilities[at] + sums[at];
    mass[at] = lengths[at] > 0 ? sum / lengths[at] : 0.0F;
  }
  return mass;
}

}  // namespace egiz::align_detail
