// SPDX-License-Identifier: Apache-2.0
#pragma once

// IBM Model 1 place by place, the last time in order: the slow, obvious twin of align/detail/word_model.h.

#include <cmath>
#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "align/detail/cooccurrence.h"
#include "align/detail/translation_table.h"

namespace egiz::test {

class SlowWordModel {
 public:
  using WordPairKey = std::pair<align_detail::WordId, align_detail::WordId>;  // given, made

  SlowWordModel(const align_detail::WordRow& given, const align_detail::WordRow& made,
                std::span<const align_detail::LinkedPair> linked, std::map<WordPairKey, double> priors,
                std::span<const float> nulls)
      : given_(given), made_(made), linked_(linked), priors_(std::move(priors)), nulls_(nulls) {}

  void train(int iterations) {
    for (int iteration = 0; iteration < iterations; ++iteration) {
      is_last_ = iteration + 1 == iterations;
      before_ = counts_;
      counts_.clear();
      denominators.assign(made_.words.size(), 0);
      for (const auto& pair : linked_) {
        for (std::size_t m = pair.made_begin; m < pair.made_end; ++m) {
          const double null = static_cast<double>(nulls_[made_.words[m]]);
          denominators[m] += static_cast<double>(pair.weight) * (pair.given_end - pair.given_begin) * null /
                             (1.0001 - null) * probability(m);
          for (std::size_t g = pair.given_begin; g < pair.given_end; ++g) {
            denominators[m] += static_cast<double>(pair.weight) * share(pair, g, m);
          }
        }
      }
      for (const auto& pair : linked_) {
        for (std::size_t m = pair.made_begin; m < pair.made_end; ++m) {
          for (std::size_t g = pair.given_begin; g < pair.given_end; ++g) {
            counts_[{given_.words[g], made_.words[m]}] +=
                static_cast<double>(pair.weight * pair.presence) * share(pair, g, m) / denominators[m];
          }
        }
      }
    }
  }

  double count(align_detail::WordId given, align_detail::WordId made) const { return value(counts_, {given, made}); }

  std::vector<double> denominators;

 private:
  static double value(const std::map<WordPairKey, double>& values, WordPairKey key) {
    const auto found = values.find(key);
    return found == values.end() ? 0 : found->second;
  }
  double probability(std::size_t m) const { return 1 / static_cast<double>(made_.inverse_probabilities[m]); }

  // t with its background, by the counts of the iteration before.
  double share(const align_detail::LinkedPair& pair, std::size_t g, std::size_t m) const {
    const align_detail::WordId given = given_.words[g];
    double mass = 0;
    for (const auto* values : {&before_, &priors_}) {
      const double weight = values == &priors_ ? static_cast<double>(align_detail::kPriorWeight) : 1.0;
      for (const auto& [key, value] : *values) {
        mass += key.first == given ? weight * value : 0.0;
      }
    }
    const double all = mass + static_cast<double>(align_detail::kUnknownWeight);
    const WordPairKey key{given, made_.words[m]};
    const double explicit_part =
        value(before_, key) + static_cast<double>(align_detail::kPriorWeight) * value(priors_, key);
    return explicit_part * order(pair, g, m) / all + (1 - mass / all) * probability(m);
  }

  double order(const align_detail::LinkedPair& pair, std::size_t g, std::size_t m) const {
    if (!is_last_) return 1;
    const auto given = static_cast<double>(pair.given_end - pair.given_begin);
    const auto made = static_cast<double>(pair.made_end - pair.made_begin);
    const double distance = (static_cast<double>(m - pair.made_begin) + 0.5) / made -
                            (static_cast<double>(g - pair.given_begin) + 0.5) / given;
    const double scale = 0.7 / std::sqrt(given + made);
    return 0.2 + 0.8 / (3.14159265 * scale * (1 + distance * distance / (scale * scale)));
  }

  const align_detail::WordRow& given_;
  const align_detail::WordRow& made_;
  std::span<const align_detail::LinkedPair> linked_;
  std::map<WordPairKey, double> priors_;
  std::span<const float> nulls_;
  bool is_last_ = false;
  std::map<WordPairKey, double> before_;
  std::map<WordPairKey, double> counts_;
};

}  // namespace egiz::test
