// SPDX-License-Identifier: Apache-2.0
// Refining scores: what is dear to compute is added where it may matter only.

#include "align/detail/refine.h"

#include <algorithm>
#include <array>
#include <span>

namespace egiz::align_detail {
namespace {

constexpr float kOmission = 3.5F;  // nats; what an omission of one segment costs: a longer one costs less

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

// One bead from a node, and the best way on from its end.
struct Way {
  float score = 0;  // of the whole
  std::size_t type = 0;
};

// The best first, since it may lose by what is added.  Returns the greatest score, `best` among them.
template <class More>
float refine_ways(std::span<Way> ways, float best, float lost, const More& more, TypeScores& scores) {
  std::ranges::sort(
      ways, [](const Way& a, const Way& b) { return a.score != b.score ? a.score > b.score : a.type < b.type; });
  for (const Way& way : ways) {
    float score = way.score;
    if (score > best - lost) {
      const float part = more(way.type);
      scores[way.type] += part;
      score += part;
    }
    best = std::max(best, score);
  }
  return best;
}

}  // namespace

void refine(const Band& band, float lost, const std::function<float(std::size_t, std::size_t, std::size_t)>& more,
            std::vector<TypeScores>& scores) {
  BestWays ways(band);
  for (std::size_t i = band.rows.size(); i-- > 0;) {
    for (std::size_t j = band.rows[i].end; j-- > band.rows[i].begin;) {
      const std::size_t node = ways.node(i, j);
      TypeScores& own = scores[node];
      float& best = ways.at(node);
      best = std::max({best, ways.from(i + 1, j) - kOmission, ways.from(i, j + 1) - kOmission});
      std::array<Way, kBeadTypeCount> hopeful;
      std::size_t count = 0;
      for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
        if (own[t] <= kForbidden / 2) {
          continue;
        }
        const float score = own[t] + ways.from(i + kBeadTypes[t].source, j + kBeadTypes[t].target);
        if (own[t] > 0) {
          hopeful[count++] = {score, t};
        } else {
          best = std::max(best, score);
        }
      }
      best = refine_ways(
          std::span(hopeful).first(count), best, lost, [&](std::size_t type) { return more(i, j, type); }, own);
    }
  }
}

}  // namespace egiz::align_detail
