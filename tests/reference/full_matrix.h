// SPDX-License-Identifier: Apache-2.0
#pragma once

// Full-matrix forward-backward: the slow, obvious twin of align/detail/lattice.h.

#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "align/detail/bead_types.h"
#include "align/detail/lattice.h"

namespace egiz::test {

// The likelihood of all paths from a state at a node to the end, by memoised recursion over probabilities.
class FullMatrix {
 public:
  using Score = std::function<double(std::size_t i, std::size_t j, std::size_t type)>;  // nats
  enum State { match, source, target };

  FullMatrix(std::size_t n, std::size_t m, Score score, const align_detail::Transitions& transitions)
      : n_(n), m_(m), score_(std::move(score)), t_(transitions) {}

  double total() { return rest(0, 0, match); }

  // The posterior of one bead.
  double posterior(std::size_t i, std::size_t j, std::size_t type) {
    const auto& shape = align_detail::kBeadTypes[type];
    if (i + shape.source > n_ || j + shape.target > m_) {
      return 0;
    }
    double through = 0;
    for (const State state : {match, source, target}) {
      through += reach(i, j, state) * to_match(state);
    }
    return through * std::exp(score_(i, j, type)) * rest(i + shape.source, j + shape.target, match) / total();
  }

 private:
  double to_match(State state) const {
    return state == match    ? 1 - t_.enter_source - t_.enter_target
           : state == source ? 1 - t_.stay
                             : 1 - t_.stay - align_detail::Transitions::kTargetToSource;
  }
  double to_source(State state) const {
    return state == match ? t_.enter_source : state == source ? t_.stay : align_detail::Transitions::kTargetToSource;
  }
  double to_target(State state) const { return state == match ? t_.enter_target : state == target ? t_.stay : 0; }

  double rest(std::size_t i, std::size_t j, State state) {
    if (i == n_ && j == m_) {
      return 1;
    }
    const auto key = std::tuple{i, j, state};
    if (const auto found = rest_.find(key); found != rest_.end()) {
      return found->second;
    }
    double sum = 0;
    for (std::size_t t = 0; t < align_detail::kBeadTypeCount; ++t) {
      const auto& shape = align_detail::kBeadTypes[t];
      if (i + shape.source <= n_ && j + shape.target <= m_) {
        sum += to_match(state) * std::exp(score_(i, j, t)) * rest(i + shape.source, j + shape.target, match);
      }
    }
    sum += i < n_ ? to_source(state) * rest(i + 1, j, source) : 0;
    sum += j < m_ ? to_target(state) * rest(i, j + 1, target) : 0;
    return rest_[key] = sum;
  }

  double reach(std::size_t i, std::size_t j, State state) {
    if (i == 0 && j == 0) {
      return state == match ? 1 : 0;
    }
    const auto key = std::tuple{i, j, state};
    if (const auto found = reach_.find(key); found != reach_.end()) {
      return found->second;
    }
    double sum = 0;
    for (const State from : {match, source, target}) {
      if (state == source && i > 0) {
        sum += reach(i - 1, j, from) * to_source(from);
      } else if (state == target && j > 0) {
        sum += reach(i, j - 1, from) * to_target(from);
      } else if (state == match) {
        for (std::size_t t = 0; t < align_detail::kBeadTypeCount; ++t) {
          const auto& shape = align_detail::kBeadTypes[t];
          if (i >= shape.source && j >= shape.target) {
            sum += reach(i - shape.source, j - shape.target, from) * to_match(from) *
                   std::exp(score_(i - shape.source, j - shape.target, t));
          }
        }
      }
    }
    return reach_[key] = sum;
  }

  std::size_t n_;
  std::size_t m_;
  Score score_;
  align_detail::Transitions t_;
  std::map<std::tuple<std::size_t, std::size_t, State>, double> rest_;
  std::map<std::tuple<std::size_t, std::size_t, State>, double> reach_;
};

}  // namespace egiz::test
