// SPDX-License-Identifier: Apache-2.0
// Moves: passages that stand elsewhere in the other document.

#include "align/detail/moves.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kLeastBlock = 3;        // segments of a run that is looked at
constexpr std::size_t kLeastBeads = 3;        // of a move
constexpr std::size_t kNodesPerSegment = 20;  // of the alignment, for all rectangles
constexpr double kLeastScore = 4;             // nats for each bead of a move
constexpr double kLeastPosterior = 0.5;       // of its first and its last bead
constexpr double kGap = 0.5;                  // what an omitted segment inside a move costs, in sure beads

// A run of omitted segments of one side.
struct Block {
  SegmentRange range;
  std::size_t place = 0;  // two-sided beads before it
};

struct Blocks {
  std::vector<Block> source;
  std::vector<Block> target;
  std::size_t segments = 0;  // of both sides of the alignment
};

void extend(std::vector<Block>& blocks, SegmentRange range, std::size_t place) {
  if (!blocks.empty() && blocks.back().range.end == range.begin && blocks.back().place == place) {
    blocks.back().range.end = range.end;
  } else {
    blocks.push_back({range, place});
  }
}

Blocks blocks_of(std::span<const Bead> beads) {
  Blocks blocks;
  std::size_t place = 0;
  for (const Bead& bead : beads) {
    blocks.segments += bead.source.size() + bead.target.size();
    if (bead.target.empty()) {
      extend(blocks.source, bead.source, place);
    } else if (bead.source.empty()) {
      extend(blocks.target, bead.target, place);
    } else {
      ++place;
    }
  }
  const auto is_short = [](const Block& block) { return block.range.size() < kLeastBlock; };
  std::erase_if(blocks.source, is_short);
  std::erase_if(blocks.target, is_short);
  return blocks;
}

struct Rectangle {
  SegmentRange source;
  SegmentRange target;

  std::size_t shorter() const { return std::min(source.size(), target.size()); }
  std::size_t nodes() const { return (source.size() + 1) * (target.size() + 1); }
};

// The longest first, as many as the budget has room for.
std::vector<Rectangle> rectangles_of(const Blocks& blocks) {
  std::vector<const Block*> sources;
  std::vector<const Block*> targets;
  for (const Block& block : blocks.source) sources.push_back(&block);
  for (const Block& block : blocks.target) targets.push_back(&block);
  const auto is_longer = [](const Block* a, const Block* b) { return a->range.size() > b->range.size(); };
  std::ranges::stable_sort(sources, is_longer);
  std::ranges::stable_sort(targets, is_longer);
  // Blocks that are too many are left out here already: no more pairs are made than there can be rectangles.
  const std::size_t budget = kNodesPerSegment * blocks.segments;
  std::vector<Rectangle> rectangles;
  std::size_t pairs = 0;
  for (const Block* source : sources) {
    for (const Block* target : targets) {
      if (++pairs > budget) return rectangles;
      if (source->place != target->place) rectangles.push_back({source->range, target->range});
    }
  }
  std::ranges::stable_sort(rectangles, std::ranges::greater{}, &Rectangle::shorter);
  std::size_t nodes = 0;
  std::erase_if(rectangles, [&](const Rectangle& rectangle) {
    const bool has_room = nodes + rectangle.nodes() <= budget;
    nodes += has_room ? rectangle.nodes() : 0;
    return !has_room;
  });
  return rectangles;
}

struct Found {
  Move move;
  double gain = 0;
};

double gain_of(const Bead& bead) {
  if (bead.source.empty() || bead.target.empty()) return -kGap;
  return bead.confidence >= kLeastPosterior ? bead.confidence : -kGap;
}

// The best run of beads, when it is long and likely enough.
std::optional<Found> judge(const TriedBlock& tried) {
  double sum = 0;
  double best = 0;
  std::size_t begin = 0;
  std::size_t best_begin = 0;
  std::size_t best_end = 0;
  std::size_t all = 0;
  for (std::size_t k = 0; k < tried.beads.size(); ++k) {
    all += gain_of(tried.beads[k]) > 0;
    if (sum <= 0) {
      sum = 0;
      begin = k;
    }
    sum += gain_of(tried.beads[k]);
    if (sum > best) {
      best = sum;
      best_begin = begin;
      best_end = k + 1;
    }
  }
  Found found;
  found.gain = best;
  found.move.beads.assign(tried.beads.begin() + static_cast<std::ptrdiff_t>(best_begin),
                          tried.beads.begin() + static_cast<std::ptrdiff_t>(best_end));
  const auto beads = static_cast<std::size_t>(
      std::ranges::count_if(found.move.beads, [](const Bead& bead) { return gain_of(bead) > 0; }));
  if (beads < kLeastBeads || tried.score < kLeastScore * static_cast<double>(all)) return std::nullopt;
  found.move.source = {found.move.beads.front().source.begin, found.move.beads.back().source.end};
  found.move.target = {found.move.beads.front().target.begin, found.move.beads.back().target.end};
  return found;
}

bool overlap(SegmentRange a, SegmentRange b) { return a.begin < b.end && b.begin < a.end; }

}  // namespace

std::vector<Move> find_moves(std::span<const Bead> beads, const TryBlock& try_block) {
  std::vector<Found> found;
  for (const Rectangle& rectangle : rectangles_of(blocks_of(beads))) {
    if (std::optional<Found> one = judge(try_block(rectangle.source, rectangle.target))) {
      found.push_back(std::move(*one));
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Found::gain);
  std::vector<Move> moves;
  for (Found& candidate : found) {
    const bool is_taken = std::ranges::any_of(moves, [&](const Move& move) {
      return overlap(move.source, candidate.move.source) || overlap(move.target, candidate.move.target);
    });
    if (!is_taken) moves.push_back(std::move(candidate.move));
  }
  std::ranges::sort(moves, {}, [](const Move& move) { return move.source.begin; });
  return moves;
}

}  // namespace egiz::align_detail
