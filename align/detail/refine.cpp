// SPDX-License-Identifier: Apache-2.0
// Refining scores: what is dear to compute is added where it may matter only.

#include "align/detail/refine.h"

#include <algorithm>

namespace egiz::align_detail {
namespace {

constexpr float kOmission = 3.5F;  // nats; about what an omitted segment costs

// The best way from each node of a band to its end.
class BestWays {
 public:
  explicit BestWays(const Band& band) : band_(band), offsets_{0} {
    for (const Band::Row& row : band.rows) {
      offsets_.push_back(offsets_.back() + row.end - row.begin);
    }
    best_.assign(offsets_.back(), kForbidden);
    best_.back() = 0;
  }

  std::size_t node(std::size_t i, std::size_t j) const { return offsets_[i] + j - band_.rows[i].begin; }
  float& at(std::size_t node) { return best_[node]; }

  float from(std::size_t i, std::size_t j) const {
    return i < band_.rows.size() && band_.contains(i, j) ? best_[node(i, j)] : kForbidden;
  }

 private:
  const Band& band_;
  std::vector<std::size_t> offsets_;
  std::vector<float> best_;
};

}  // namespace

void refine(const Band& band, float hopeless, const std::function<float(std::size_t, std::size_t, std::size_t)>& more,
            std::vector<TypeScores>& scores) {
  BestWays ways(band);
  for (std::size_t i = band.rows.size(); i-- > 0;) {
    for (std::size_t j = band.rows[i].end; j-- > band.rows[i].begin;) {
      const std::size_t node = ways.node(i, j);
      TypeScores& own = scores[node];
      float& best = ways.at(node);
      best = std::max({best, ways.from(i + 1, j) - kOmission, ways.from(i, j + 1) - kOmission});
      TypeScores on{};  // the best way from the end of each bead
      for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
        if (own[t] > kForbidden / 2) {
          on[t] = ways.from(i + kBeadTypes[t].source, j + kBeadTypes[t].target);
          best = std::max(best, own[t] + on[t]);
        }
      }
      for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
        if (own[t] > 0 && own[t] + on[t] > best - hopeless) {
          own[t] += more(i, j, t);
          best = std::max(best, own[t] + on[t]);
        }
      }
    }
  }
}

}  // namespace egiz::align_detail
