// SPDX-License-Identifier: Apache-2.0
// Bands: which part of the lattice is looked at.

#include "align/detail/band.h"

#include <algorithm>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kSmall = 1000;    // nodes that are looked at without asking for anchors
constexpr std::size_t kMargin = 6;      // target segments around an anchor; a look widens where that is too little
constexpr std::size_t kMarginRows = 1;  // source segments
constexpr std::size_t kWidened = 6;     // source segments around a row whose edge is likely
constexpr int kMaxDepth = 6;

// Grows a band out of rectangles and corridors, which may overlap.
class BandBuilder {
 public:
  BandBuilder(std::size_t n, std::size_t m) : m_(static_cast<std::uint32_t>(m)) {
    band_.rows.resize(n + 1, {m_ + 1, 0});
  }

  // Nodes from (i0, j0) to (i1, j1), both included, and the margins where there is something beside them.
  void add_rectangle(std::size_t i0, std::size_t j0, std::size_t i1, std::size_t j1) {
    const std::size_t last = std::min(band_.rows.size() - 1, i1 + kMarginRows);
    for (std::size_t i = i0 >= kMarginRows ? i0 - kMarginRows : 0; i <= last; ++i) {
      add_row(i, j0, j1, kMargin);
    }
  }

  void add_row(std::size_t i, std::size_t first, std::size_t last, std::size_t margin) {
    Band::Row& row = band_.rows[i];
    row.begin = std::min(row.begin, static_cast<std::uint32_t>(first >= margin ? first - margin : 0));
    row.end = std::max(row.end, std::min(m_, static_cast<std::uint32_t>(last + margin)) + 1);
  }

  Band finish() {
    connect(band_, m_);
    return std::move(band_);
  }

 private:
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
    builder.add_rectangle(i0, j0, i1, j1);
    return;
  }
  std::vector<Anchor> anchors;
  if (depth < kMaxDepth && !source.empty() && !target.empty()) {
    anchors = find_anchors(pair, source, target, words);
  }
  if (anchors.empty()) {
    builder.add_rectangle(i0, j0, i1, j1);
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

void connect(Band& band, std::size_t m) {
  auto& rows = band.rows;
  rows.front().begin = 0;
  rows.front().end = std::max<std::uint32_t>(rows.front().end, 1);
  rows.back().end = static_cast<std::uint32_t>(m) + 1;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].end = std::max(rows[i].end, rows[i - 1].end);
    rows[i].begin = std::min(rows[i].begin, rows[i - 1].end - 1);
  }
  for (std::size_t i = rows.size() - 1; i-- > 0;) {
    rows[i].begin = std::min(rows[i].begin, rows[i + 1].begin);
  }
}

std::size_t Band::node_count() const {
  std::size_t count = 0;
  for (const Row& row : rows) {
    count += row.end - row.begin;
  }
  return count;
}

Band find_band(const Pair& pair, SegmentRange source, SegmentRange target, std::span<const WordPair> words) {
  BandBuilder builder(source.size(), target.size());
  fill_gap(pair, source, target, source, target, words, 0, builder);
  return builder.finish();
}

Band clip(const Band& band, std::size_t i0, std::size_t j0, std::size_t i1, std::size_t j1) {
  Band part;
  for (std::size_t i = i0; i <= i1; ++i) {
    const auto begin = std::clamp<std::size_t>(band.rows[i].begin, j0, j1);
    const auto end = std::clamp<std::size_t>(band.rows[i].end, begin + 1, j1 + 1);
    part.rows.push_back({static_cast<std::uint32_t>(begin - j0), static_cast<std::uint32_t>(end - j0)});
  }
  part.rows.front().begin = 0;
  part.rows.back().end = static_cast<std::uint32_t>(j1 - j0) + 1;
  return part;
}

Band widen(const Band& band, std::span<const std::size_t> rows, std::size_t m) {
  std::vector<bool> is_widened(band.rows.size());
  for (const std::size_t row : rows) {
    const std::size_t last = std::min(band.rows.size() - 1, row + kWidened);
    for (std::size_t i = row >= kWidened ? row - kWidened : 0; i <= last; ++i) {
      is_widened[i] = true;
    }
  }
  BandBuilder builder(band.rows.size() - 1, m);
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    const Band::Row& row = band.rows[i];
    const std::size_t margin = is_widened[i] ? (row.end - row.begin) / 2 + 4 : 0;
    builder.add_row(i, row.begin, row.end - 1, margin);
  }
  Band wide = builder.finish();
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    wide.rows[i].is_gate = band.rows[i].is_gate && !is_widened[i];
  }
  return wide;
}

}  // namespace egiz::align_detail
