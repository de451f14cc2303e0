// SPDX-License-Identifier: Apache-2.0
// Regions: stretches without translation, as maximal scoring subsequences of beads.

#include "align/regions.h"

#include <algorithm>
#include <utility>

namespace egiz {
namespace {

constexpr std::size_t kLeastSegments = 5;  // of a region, both sides counted
constexpr double kLeastWeight = 0.2;       // of a bead whose bounds are hardly sure: it is a translation of something

double characters(const Document& document, SegmentRange range) {
  double sum = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) sum += static_cast<double>(document.segment_text(i).size());
  return sum;
}

// Above 0 for what has no partner.
double score(const Bead& bead, const Document& source, const Document& target) {
  const double weight = characters(source, bead.source) + characters(target, bead.target);
  const bool is_omission = bead.source.empty() || bead.target.empty();
  return is_omission ? weight * bead.confidence : -weight * std::max(bead.confidence, kLeastWeight);
}

// An omission that is none: its segment stands elsewhere on the other side.
bool is_moved(const Bead& bead, const std::vector<Move>& moves) {
  return std::ranges::any_of(moves, [&](const Move& move) {
    return (bead.target.empty() && bead.source.begin >= move.source.begin && bead.source.end <= move.source.end) ||
           (bead.source.empty() && bead.target.begin >= move.target.begin && bead.target.end <= move.target.end);
  });
}

// A run of beads, and the sums of scores before its first and behind its last one.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  double left = 0;
  double right = 0;
  std::size_t lower = 0;  // 1 + index of the last run before that has a lesser left; 0 when there is none
};

// The last of runs with a lesser left: 1 + its index, or 0.
std::size_t find_lower(const std::vector<Run>& runs, double left) {
  std::size_t at = runs.size();
  while (at > 0 && runs[at - 1].left >= left) at = runs[at - 1].lower;
  return at;
}

// All maximal scoring subsequences, in order.
std::vector<Run> maximal_runs(const std::vector<double>& scores) {
  std::vector<Run> runs;
  double sum = 0;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const double before = std::exchange(sum, sum + scores[k]);
    if (scores[k] <= 0) continue;
    Run run{k, k + 1, before, sum, find_lower(runs, before)};
    // Joined with the last run that starts lower, when that did not end higher.
    while (run.lower > 0 && runs[run.lower - 1].right < run.right) {
      const Run& joined = runs[run.lower - 1];
      run = {joined.begin, run.end, joined.left, run.right, joined.lower};
      while (!runs.empty() && runs.back().begin >= run.begin) runs.pop_back();
    }
    runs.push_back(run);
  }
  return runs;
}

}  // namespace

std::vector<Region> find_untranslated(const Alignment& alignment, const Document& source, const Document& target) {
  std::vector<double> scores;
  scores.reserve(alignment.beads.size());
  for (const Bead& bead : alignment.beads) {
    const double value = score(bead, source, target);
    scores.push_back(is_moved(bead, alignment.moves) ? -value : value);
  }
  std::vector<Region> regions;
  for (const Run& run : maximal_runs(scores)) {
    const Bead& first = alignment.beads[run.begin];
    const Bead& last = alignment.beads[run.end - 1];
    const Region region{{first.source.begin, last.source.end}, {first.target.begin, last.target.end}};
    if (region.source.size() + region.target.size() >= kLeastSegments) regions.push_back(region);
  }
  return regions;
}

}  // namespace egiz
