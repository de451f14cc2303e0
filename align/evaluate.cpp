// SPDX-License-Identifier: Apache-2.0
// Scoring an alignment against a gold alignment.

#include "align/evaluate.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace egiz {
namespace {

using Key = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;

bool is_two_sided(const Key& rung) { return !rung.first.empty() && !rung.second.empty(); }

// The rungs as a set: sorted indices, duplicates once, nothing that is empty on both sides.
std::set<Key> to_set(std::span<const Rung> rungs, bool with_omissions) {
  std::set<Key> result;
  for (const Rung& rung : rungs) {
    Key key{rung.source, rung.target};
    std::ranges::sort(key.first);
    std::ranges::sort(key.second);
    const bool is_empty = key.first.empty() && key.second.empty();
    if (!is_empty && (with_omissions || is_two_sided(key))) {
      result.insert(std::move(key));
    }
  }
  return result;
}

// For each source segment the target segments that some rung joins to it.
class Links {
 public:
  explicit Links(const std::set<Key>& rungs) {
    for (const auto& [source, target] : rungs) {
      for (const std::size_t s : source) {
        targets_[s].insert(target.begin(), target.end());
      }
    }
  }

  bool join_some_pair_of(const Key& rung) const {
    return std::ranges::any_of(rung.first, [&](std::size_t s) {
      const auto found = targets_.find(s);
      return found != targets_.end() &&
             std::ranges::any_of(rung.second, [&](std::size_t t) { return found->second.contains(t); });
    });
  }

 private:
  std::unordered_map<std::size_t, std::set<std::size_t>> targets_;
};

struct Hits {
  std::size_t strict = 0;
  std::size_t lax = 0;
};

Hits count_hits(const std::set<Key>& reference, const std::set<Key>& tested) {
  const Links links(reference);
  Hits hits;
  for (const Key& rung : tested) {
    const bool is_equal = reference.contains(rung);
    hits.strict += is_equal;
    hits.lax += is_equal || links.join_some_pair_of(rung);
  }
  return hits;
}

// The segments of one side that no two-sided rung of `rungs` holds.
std::set<std::size_t> without_partner(const std::set<std::size_t>& segments, const std::set<Key>& rungs,
                                      bool is_source) {
  std::set<std::size_t> result = segments;
  for (const Key& rung : rungs) {
    if (is_two_sided(rung)) {
      for (const std::size_t segment : is_source ? rung.first : rung.second) {
        result.erase(segment);
      }
    }
  }
  return result;
}

void count_nulls(const std::set<Key>& gold, const std::set<Key>& hypothesis, bool is_source, AlignmentScore& score) {
  std::set<std::size_t> segments;
  for (const auto& [source, target] : gold) {
    const auto& side = is_source ? source : target;
    segments.insert(side.begin(), side.end());
  }
  const auto wanted = without_partner(segments, gold, is_source);
  const auto claimed = without_partner(segments, hypothesis, is_source);
  score.gold_nulls += wanted.size();
  score.hypothesis_nulls += claimed.size();
  score.null_hits += static_cast<std::size_t>(
      std::ranges::count_if(claimed, [&](std::size_t segment) { return wanted.contains(segment); }));
}

// Nothing claimed is perfect when there was nothing to find, and worthless otherwise.
double share(std::size_t hits, std::size_t count, std::size_t other_count) {
  if (count == 0) {
    return other_count == 0 ? 1.0 : 0.0;
  }
  return static_cast<double>(hits) / static_cast<double>(count);
}

double harmonic_mean(double a, double b) { return a + b > 0 ? 2 * a * b / (a + b) : 0.0; }

}  // namespace

double AlignmentScore::strict_precision() const { return share(strict_precision_hits, hypothesis_beads, gold_beads); }
double AlignmentScore::strict_recall() const { return share(strict_recall_hits, gold_beads, hypothesis_beads); }
double AlignmentScore::strict_f1() const { return harmonic_mean(strict_precision(), strict_recall()); }
double AlignmentScore::lax_precision() const { return share(lax_precision_hits, hypothesis_beads, gold_beads); }
double AlignmentScore::lax_recall() const { return share(lax_recall_hits, gold_beads, hypothesis_beads); }
double AlignmentScore::lax_f1() const { return harmonic_mean(lax_precision(), lax_recall()); }

double AlignmentScore::null_f1() const {
  return harmonic_mean(share(null_hits, hypothesis_nulls, gold_nulls), share(null_hits, gold_nulls, hypothesis_nulls));
}

AlignmentScore& AlignmentScore::operator+=(const AlignmentScore& other) {
  strict_precision_hits += other.strict_precision_hits;
  strict_recall_hits += other.strict_recall_hits;
  lax_precision_hits += other.lax_precision_hits;
  lax_recall_hits += other.lax_recall_hits;
  hypothesis_beads += other.hypothesis_beads;
  gold_beads += other.gold_beads;
  null_hits += other.null_hits;
  hypothesis_nulls += other.hypothesis_nulls;
  gold_nulls += other.gold_nulls;
  return *this;
}

AlignmentScore evaluate(std::span<const Rung> gold, std::span<const Rung> hypothesis) {
  const auto all_gold = to_set(gold, true);
  const auto all_hypothesis = to_set(hypothesis, true);
  const auto gold_pairs = to_set(gold, false);

  AlignmentScore score;
  const Hits precision = count_hits(all_gold, all_hypothesis);
  const Hits recall = count_hits(to_set(hypothesis, false), gold_pairs);
  score.strict_precision_hits = precision.strict;
  score.lax_precision_hits = precision.lax;
  score.strict_recall_hits = recall.strict;
  score.lax_recall_hits = recall.lax;
  score.hypothesis_beads = all_hypothesis.size();
  score.gold_beads = gold_pairs.size();
  count_nulls(all_gold, all_hypothesis, true, score);
  count_nulls(all_gold, all_hypothesis, false, score);
  return score;
}

std::vector<Rung> to_rungs(std::span<const Bead> beads) {
  const auto indices = [](SegmentRange range) {
    std::vector<std::size_t> result;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      result.push_back(i);
    }
    return result;
  };
  std::vector<Rung> rungs;
  rungs.reserve(beads.size());
  for (const Bead& bead : beads) {
    rungs.push_back({indices(bead.source), indices(bead.target)});
  }
  return rungs;
}

}  // namespace egiz
