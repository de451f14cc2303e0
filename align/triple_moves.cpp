// SPDX-License-Identifier: Apache-2.0
// Moved passages of three documents in their places.

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "align/moves.h"

namespace egiz {
namespace {

// The sides of TripleAlignment::pairs.
constexpr std::array<std::pair<std::size_t, std::size_t>, 3> kPairs{{{0, 1}, {0, 2}, {1, 2}}};
constexpr double kUnsaid = 0.5;  // confidence of a pair within a bead when only the third side joins its two

using Sides = std::array<SegmentRange, 3>;

// Beads that are one.
struct Group {
  Sides sides;
  std::array<std::optional<double>, 3> least = {};  // confidence of the beads of each pair
  std::size_t beads = 1;

  void hear(std::size_t pair, double confidence) { least[pair] = std::min(confidence, least[pair].value_or(1)); }
};

Group group_of(const TripleBead& bead) {
  Group group{{bead.a, bead.b, bead.c}};
  for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
    const auto& [x, y] = kPairs[pair];
    if (!group.sides[x].empty() && !group.sides[y].empty()) group.hear(pair, bead.confidence);
  }
  return group;
}

TripleBead bead_of(const Group& group) {
  double product = 1;
  int pairs = 0;
  for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
    const auto& [x, y] = kPairs[pair];
    if (group.sides[x].empty() || group.sides[y].empty()) continue;
    product *= group.least[pair].value_or(kUnsaid);
    ++pairs;
  }
  return {group.sides[0], group.sides[1], group.sides[2], std::pow(product, 1.0 / pairs)};
}

// Puts beads together that a moved bead of a pair joins.
class Joiner {
 public:
  explicit Joiner(const std::vector<TripleBead>& beads) : group_(beads.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (const TripleBead& bead : beads) {
      groups_.push_back(group_of(bead));
      for (std::size_t side = 0; side < 3; ++side) {
        bead_at_[side].insert(bead_at_[side].end(), groups_.back().sides[side].size(), groups_.size() - 1);
      }
    }
  }

  // Nothing happens when the segments of a side would not stand beside each other.
  void join(const Bead& moved, std::size_t pair) {
    const std::vector<std::size_t> parts = groups_at(moved, pair);
    std::optional<Group> all = joined(parts);
    if (!all) return;
    all->hear(pair, moved.confidence);
    groups_[parts.front()] = *all;
    for (const std::size_t part : parts) group_[part] = parts.front();
  }

  // What is as it was, in order, and then what was joined, by its first bead.
  std::vector<TripleBead> beads(const std::vector<TripleBead>& before) const {
    std::vector<TripleBead> result;
    std::vector<TripleBead> moved;
    for (std::size_t k = 0; k < before.size(); ++k) {
      if (group_[k] != k) continue;
      if (groups_[k].beads == 1) {
        result.push_back(before[k]);
      } else {
        moved.push_back(bead_of(groups_[k]));
      }
    }
    result.insert(result.end(), moved.begin(), moved.end());
    return result;
  }

 private:
  std::size_t root(std::size_t bead) const {
    while (group_[bead] != bead) bead = group_[bead];
    return bead;
  }

  // The groups of the segments of a bead, ascending.
  std::vector<std::size_t> groups_at(const Bead& moved, std::size_t pair) const {
    std::vector<std::size_t> parts;
    const auto add = [&](std::size_t side, SegmentRange range) {
      for (std::size_t i = range.begin; i < range.end; ++i) parts.push_back(root(bead_at_[side][i]));
    };
    add(kPairs[pair].first, moved.source);
    add(kPairs[pair].second, moved.target);
    std::ranges::sort(parts);
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
  }

  std::optional<Group> joined(const std::vector<std::size_t>& parts) const {
    Group all = groups_[parts.front()];
    all.beads = 0;
    for (std::size_t side = 0; side < all.sides.size(); ++side) {
      const std::optional<SegmentRange> range = joined(parts, side);
      if (!range) return std::nullopt;
      all.sides[side] = *range;
    }
    for (const std::size_t part : parts) {
      all.beads += groups_[part].beads;
      for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
        if (const auto& least = groups_[part].least[pair]) all.hear(pair, *least);
      }
    }
    return all;
  }

  // One side of all; it must have no gap.
  std::optional<SegmentRange> joined(const std::vector<std::size_t>& parts, std::size_t side) const {
    SegmentRange all = groups_[parts.front()].sides[side];
    std::size_t size = all.size();
    for (std::size_t k = 1; k < parts.size(); ++k) {
      const SegmentRange range = groups_[parts[k]].sides[side];
      if (range.empty()) continue;
      all = size == 0 ? range : SegmentRange{std::min(all.begin, range.begin), std::max(all.end, range.end)};
      size += range.size();
    }
    if (all.size() != size) return std::nullopt;
    return all;
  }

  std::vector<std::size_t> group_;                   // of each bead: itself, or one before it
  std::vector<Group> groups_;                        // of each bead that is its own
  std::array<std::vector<std::size_t>, 3> bead_at_;  // of each segment of each side
};

}  // namespace

std::vector<TripleBead> with_moves(const TripleAlignment& alignment) {
  std::vector<std::pair<Bead, std::size_t>> moved;  // and its pair
  for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
    for (const Move& move : alignment.pairs[pair].moves) {
      for (const Bead& bead : move.beads) {
        if (!bead.source.empty() && !bead.target.empty()) moved.emplace_back(bead, pair);
      }
    }
  }
  std::ranges::stable_sort(moved, std::ranges::greater{}, [](const auto& each) { return each.first.confidence; });
  Joiner joiner(alignment.beads);
  for (const auto& [bead, pair] : moved) joiner.join(bead, pair);
  return joiner.beads(alignment.beads);
}

}  // namespace egiz
