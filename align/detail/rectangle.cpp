// SPDX-License-Identifier: Apache-2.0
// Small rectangles of a pair's lattice.

#include "align/detail/rectangle.h"

#include <algorithm>
#include <limits>

#include "align/detail/bead_types.h"
#include "align/detail/gain.h"

namespace egiz::align_detail {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

}  // namespace

RectangleDecoder::RectangleDecoder(const Belief& belief) : belief_(belief), rows_(belief.source_omitted.size() + 2) {
  for (const BeadPosterior& bead : belief.beads) {
    ++rows_[bead.source + 1];
  }
  for (std::size_t i = 1; i < rows_.size(); ++i) {
    rows_[i] += rows_[i - 1];
  }
}

RectangleDecoder::Cells RectangleDecoder::search(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const {
  Cells cells;
  for (auto& row : cells) {
    row.fill({{kNever, kNever}});
  }
  cells[0][0].gain[0] = 0;
  const auto offer = [&cells](std::size_t x, std::size_t y, const Cell& from, std::size_t was, std::size_t is,
                              float gain, const Bead& bead) {
    Cell& to = cells[x][y];
    if (from.gain[was] + gain > to.gain[is]) {
      to.gain[is] = from.gain[was] + gain;
      to.last[is] = bead;
      to.after_bead[is] = was == 1;
    }
  };
  for (std::size_t x = 0; x <= a; ++x) {
    for (std::size_t y = 0; y <= b; ++y) {
      const Cell& from = cells[x][y];
      for (std::size_t has_bead = 0; has_bead < 2; ++has_bead) {
        if (from.gain[has_bead] == kNever) {
          continue;
        }
        if (x < a) {
          const float omitted = belief_.source_omitted[i + x];
          offer(x + 1, y, from, has_bead, has_bead, omission_gain(omitted),
                {{i + x, i + x + 1}, {j + y, j + y}, static_cast<double>(omitted)});
        }
        if (y < b) {
          const float omitted = belief_.target_omitted[j + y];
          offer(x, y + 1, from, has_bead, has_bead, omission_gain(omitted),
                {{i + x, i + x}, {j + y, j + y + 1}, static_cast<double>(omitted)});
        }
        for (std::size_t k = rows_[i + x]; x < a && k < rows_[i + x + 1]; ++k) {
          const BeadPosterior& bead = belief_.beads[k];
          const BeadType& type = kBeadTypes[bead.type];
          if (bead.target == j + y && x + type.source <= a && y + type.target <= b) {
            offer(x + type.source, y + type.target, from, has_bead, 1, gain(bead.probability),
                  {{i + x, i + x + type.source}, {j + y, j + y + type.target}, static_cast<double>(bead.probability)});
          }
        }
        // A rectangle that nobody believes in is one bead in need.
        if (x == 0 && y == 0 && a > 0 && b > 0) {
          offer(a, b, from, has_bead, 1, gain(0), {{i, i + a}, {j, j + b}, 0.0});
        }
      }
    }
  }
  return cells;
}

RectangleGains RectangleDecoder::gains(std::size_t i, std::size_t j) const {
  const std::size_t a = std::min(kRectangleSide, belief_.source_omitted.size() - i);
  const std::size_t b = std::min(kRectangleSide, belief_.target_omitted.size() - j);
  const Cells cells = search(i, a, j, b);
  RectangleGains result;
  for (std::size_t x = 0; x <= kRectangleSide; ++x) {
    for (std::size_t y = 0; y <= kRectangleSide; ++y) {
      result[x][y] = x > 0 && y > 0 ? std::max(cells[x][y].gain[1], gain(0)) : cells[x][y].gain[0];
    }
  }
  return result;
}

std::vector<Bead> RectangleDecoder::decode(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const {
  const Cells cells = search(i, a, j, b);
  std::vector<Bead> beads;
  std::size_t x = a;
  std::size_t y = b;
  bool has_bead = a > 0 && b > 0;
  while (x > 0 || y > 0) {
    const Cell& cell = cells[x][y];
    const Bead& last = cell.last[has_bead];
    beads.push_back(last);
    x -= last.source.size();
    y -= last.target.size();
    has_bead = cell.after_bead[has_bead];
  }
  std::ranges::reverse(beads);
  return beads;
}

}  // namespace egiz::align_detail
