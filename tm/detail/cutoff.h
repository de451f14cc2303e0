// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cutoff: how similar a unit must be to be worth looking at, rising as good ones are found.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <queue>
#include <vector>

namespace egiz::detail {

// Of every unit found, the score it has for certain is given to raise().  When max_matches of them are known,
// a unit whose similarity is below the worst of those cannot be among the best max_matches; but one that reaches
// ceiling may yet gain.
class Cutoff {
 public:
  Cutoff(double min_similarity, std::size_t max_matches, double ceiling)
      : min_similarity_(min_similarity), max_matches_(max_matches), ceiling_(ceiling) {}

  // The least similarity that is worth looking at.
  double current() const { return std::max(min_similarity_, std::min(ceiling_, worst_of_best())); }

  // The score that a unit must be able to reach.
  double worst_of_best() const {
    const bool is_full = max_matches_ != 0 && best_.size() == max_matches_;
    return is_full ? best_.top() : -std::numeric_limits<double>::infinity();
  }

  void raise(double certain_score) {
    if (max_matches_ == 0) return;
    best_.push(certain_score);
    if (best_.size() > max_matches_) best_.pop();
  }

 private:
  double min_similarity_;
  std::size_t max_matches_;
  double ceiling_;
  std::priority_queue<double, std::vector<double>, std::greater<>> best_;  // the lowest on top
};

}  // namespace egiz::detail
