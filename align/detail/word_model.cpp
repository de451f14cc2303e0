// SPDX-License-Identifier: Apache-2.0
// WordModel: IBM Model 1 (Brown et al. 1993) in one direction.

#include "align/detail/word_model.h"

#include <algorithm>
#include <utility>

namespace egiz::align_detail {

WordModel::WordModel(const WordModelInput& input, std::vector<WordTotals> totals, std::vector<float> priors)
    : input_(input),
      totals_(std::move(totals)),
      priors_(std::move(priors)),
      counts_(input.partners.items.size()),
      t_(input.partners.items.size()),
      null_mass_(input.made.words.size()) {
  for (const LinkedPair& pair : input_.linked) {
    for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
      const float null = input_.nulls[input_.made.words[at]];
      null_mass_[at] +=
          pair.weight * pair.given_size() * null / ((1.0001F - null) * input_.made.inverse_probabilities[at]);
    }
  }
}

void WordModel::train(int iterations) {
  for (int iteration = 0; iteration < iterations; ++iteration) {
    maximize();
    sum_denominators();
    share_out();
    count();
  }
}

// M-step: t from counts and priors; nothing is discounted while counting.
void WordModel::maximize() {
  for (WordId word = 0; word < totals_.size(); ++word) {
    WordTotals& totals = totals_[word];
    const float scale = 1 / denominator(totals, 0);
    for (std::size_t k = input_.partners.offsets[word]; k < input_.partners.offsets[word + 1]; ++k) {
      t_[k] = (counts_[k] + kPriorWeight * priors_[k]) * scale;
    }
    totals.previous_background = 1 - (totals.count + kPriorWeight * totals.prior) * scale;
    totals.count = 0;
  }
}

// E-step, first half: all that may have made each made word, the null word among them.
void WordModel::sum_denominators() {
  denominators_ = null_mass_;
  std::vector<float> backgrounds(input_.linked.size());
  std::vector<float> t(input_.nulls.size());  // of each made word, given one word
  for (WordId word = 0; word < totals_.size(); ++word) {
    const auto partners = input_.partners.of(word);
    const float* own = t_.data() + input_.partners.offsets[word];
    bool makes_any = false;
    for (std::size_t k = 0; k < partners.size(); ++k) {
      t[partners[k]] = own[k];
      makes_any = makes_any || own[k] > 0;
    }
    for (const std::uint32_t c : input_.places.of(word)) {
      const LinkedPair& pair = input_.linked[c];
      backgrounds[c] += totals_[word].previous_background;
      for (std::uint32_t at = pair.made_begin; makes_any && at < pair.made_end; ++at) {
        denominators_[at] += pair.weight * t[input_.made.words[at]];
      }
    }
  }
  for (std::size_t c = 0; c < input_.linked.size(); ++c) {
    const LinkedPair& pair = input_.linked[c];
    for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
      denominators_[at] += pair.weight * backgrounds[c] / input_.made.inverse_probabilities[at];
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
void WordModel::count() {
  std::vector<Share> sums(input_.nulls.size());
  for (WordId word = 0; word < totals_.size(); ++word) {
    for (const std::uint32_t c : input_.places.of(word)) {
      const LinkedPair& pair = input_.linked[c];
      const float weight = pair.weight * pair.presence;
      for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
        Share& sum = sums[input_.made.words[at]];
        sum.explicit_part += weight * shares_[at].explicit_part;
        sum.background += weight * shares_[at].background;
      }
    }
    const auto partners = input_.partners.of(word);
    const std::size_t first = input_.partners.offsets[word];
    WordTotals& totals = totals_[word];
    for (std::size_t k = 0; k < partners.size(); ++k) {
      Share& sum = sums[partners[k]];
      counts_[first + k] = t_[first + k] * sum.explicit_part + totals.previous_background * sum.background;
      totals.count += counts_[first + k];
      sum = {};
    }
  }
}

std::vector<float> WordModel::leave_one_out_mass() const {
  struct Value {
    float t = 0, count = 0, prior = 0;
  };
  std::vector<float> mass(denominators_.size());
  std::vector<float> lengths(denominators_.size());
  for (const LinkedPair& pair : input_.linked) {
    for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
      lengths[at] += pair.weight * pair.given_size();
    }
  }
  std::vector<Value> values(input_.nulls.size());
  for (WordId word = 0; word < totals_.size(); ++word) {
    const WordTotals& totals = totals_[word];
    const auto partners = input_.partners.of(word);
    const std::size_t first = input_.partners.offsets[word];
    for (std::size_t k = 0; k < partners.size(); ++k) {
      values[partners[k]] = {t_[first + k], counts_[first + k], kPriorWeight * priors_[first + k]};
    }
    for (const std::uint32_t c : input_.places.of(word)) {
      const LinkedPair& pair = input_.linked[c];
      const float weight = pair.weight * pair.presence;
      const float scale = 1 / denominator(totals, std::min(weight, totals.count));
      for (std::uint32_t at = pair.made_begin; at < pair.made_end; ++at) {
        const Value& value = values[input_.made.words[at]];
        const Share& share = shares_[at];
        const float own = weight * (value.t * share.explicit_part + totals.previous_background * share.background);
        const float kept = std::max(value.count - own - kDiscount, 0.0F) + value.prior;
        mass[at] += pair.weight * scale * (kept * input_.made.inverse_probabilities[at] + kUnknownWeight);
      }
    }
  }
  for (std::size_t at = 0; at < mass.size(); ++at) {
    mass[at] = lengths[at] > 0 ? mass[at] / lengths[at] : 0.0F;
  }
  return mass;
}

}  // namespace egiz::align_detail
