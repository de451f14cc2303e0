// SPDX-License-Identifier: Apache-2.0
// Bands: which part of the lattice is looked at.

#include "align/detail/band.h"

#include <algorithm>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kSmall = 40'000;   // nodes that are looked at without asking for anchors
constexpr std::size_t kMargin = 10;      // segments around an anchor
constexpr std::size_t kRadius = 40;      // around the diagonal between anchors that are far apart
constexpr std::size_t kMostRadius = 1500;
constexpr int kMaxDepth = 6;

// Grows a band out of rectangles and corridors, which may overlap.
class BandBuilder {
 public:
  BandBuilder(std::size_t n, std::size_t m) : m_(static_cast<std::uint32_t>(m)) {
    band_.rows.resize(n + 1, {m_ + 1, 0});
  }

  // Nodes from (i0, j0) to (i1, j1), both included, and a margin.
  void add_rectangle(std::size_t i0, std::size_t j0, std::size_t i1, std::size_t j1, std::size_t margin) {
    const std::size_t last = std::min(band_.rows.size() - 1, i1 + margin);
    for (std::size_t i = i0 >= margin ? i0 - margin : 0; i <= last; ++i) {
      add(i, j0, j1, margin);
    }
  }

  // Along the straight line from (i0, j0) to (i1, j1).
  void add_corridor(std::size_t i0, std::size_t j0, std::size_t i1, std::size_t j1, std::size_t radius) {
    for (std::size_t i = i0; i <= i1; ++i) {
      const auto column = [&](std::size_t row) {
        return i1 == i0 ? j1 : j0 + (j1 - j0) * (std::min(std::max(row, i0), i1) - i0) / (i1 - i0);
      };
      add(i, column(i), column(i + 1), radius);
    }
  }

  Band finish() {
    // Both ends ascend; neighbouring rows overlap.
    auto& rows = band_.rows;
    rows.front().begin = 0;
    rows.back().end = m_ + 1;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      rows[i].end = std::max(rows[i].end, rows[i - 1].end);
    }
    for (std::size_t i = rows.size() - 1; i-- > 0;) {
      rows[i].begin = std::min({rows[i].begin, rows[i + 1].begin});
      rows[i + 1].begin = std::min(rows[i + 1].begin, rows[i].end - 1);
    }
    for (std::size_t i = rows.size() - 1; i-- > 0;) {
      rows[i].begin = std::min(rows[i].begin, rows[i + 1].begin);
    }
    return std::move(band_);
  }

 private:
  void add(std::size_t i, std::size_t first, std::size_t last, std::size_t margin) {
    Band::Row& row = band_.rows[i];
    row.begin = std::min(row.begin, static_cast<std::uint32_t>(first >= margin ? first - margin : 0));
    row.end = std::max(row.end, std::min(m_, static_cast<std::uint32_t>(last + margin)) + 1);
  }

  std::uint32_t m_;
  Band band_;
};

// Fills the rectangle of nodes between two corners.
void fill_gap(const Pair& pair, SegmentRange source, SegmentRange target, SegmentRange whole_source,
              SegmentRange whole_target, std::span<const WordPair> words, int depth, BandBuilder& builder) {
  const std::size_t i0 = source.begin - whole_source.begin;
  const std::size_t j0 = target.begin - whole_target.begin;
  const std::size_t i1 = source.end - whole_source.begin;
  const std::size_t j1 = target.end - whole_target.begin;
  const std::size_t rows = source.size() + 1;
  const std::size_t columns = target.size() + 1;
  if (rows * columns <= kSmall) {
    builder.add_rectangle(i0, j0, i1, j1, depth == 0 ? 0 : kMargin);
    return;
  }
  std::vector<Anchor> anchors;
  if (depth < kMaxDepth && !source.empty() && !target.empty()) {
    anchors = find_anchors(pair, source, target, words);
  }
  if (anchors.empty()) {
    const std::size_t difference = rows > columns ? rows - columns : columns - rows;
    builder.add_corridor(i0, j0, i1, j1, std::min(kRadius + difference, kMostRadius));
    return;
  }
  // Between two anchors, each inside the segments it joins.
  std::size_t i = source.begin;
  std::size_t j = target.begin;
  const auto advance = [&](std::size_t to_i, std::size_t to_j) {
    fill_gap(pair, {i, to_i}, {j, to_j}, whole_source, whole_target, words, depth + 1, builder);
    i = to_i;
    j = to_j;
  };
  for (const Anchor& anchor : anchors) {
    advance(source.begin + anchor.source, target.begin + anchor.target);
  }
  advance(source.end, target.end);
}

}  // namespace

std::size_t Band::node_count() const {
  std::size_t count = 0;
  for (const Row& row : rows) {
    count += row.end - row.begin;
  }
  return count;
}

Band full_band(std::size_t n, std::size_t m) {
  Band band;
  band.rows.assign(n + 1, {0, static_cast<std::uint32_t>(m) + 1});
  return band;
}

Band diagonal_band(std::size_t n, std::size_t m) {
  BandBuilder builder(n, m);
  const std::size_t difference = n > m ? n - m : m - n;
  builder.add_corridor(0, 0, n, m, std::min(kRadius + difference, kMostRadius));
  return builder.finish();
}

Band find_band(const Pair& pair, SegmentRange source, SegmentRange target, std::span<const WordPair> words) {
  BandBuilder builder(source.size(), target.size());
  fill_gap(pair, source, target, source, target, words, 0, builder);
  return builder.finish();
}

Band widen(const Band& band, std::size_t m) {
  BandBuilder builder(band.rows.size() - 1, m);
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    const Band::Row& row = band.rows[i];
    const std::size_t margin = (row.end - row.begin) / 2 + 4;
    builder.add_rectangle(i, row.begin, i, row.end - 1, margin);
  }
  return builder.finish();
}

}  // namespace egiz::align_detail
