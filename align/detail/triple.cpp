// SPDX-License-Identifier: Apache-2.0
// Three documents at once: the triple beads that the three pairs together believe most.

#include "align/detail/triple.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "align/detail/rectangle.h"

namespace egiz::align_detail {
namespace {

// What a boundary between triple beads is worth beside the gain of the pairs: of two ways that are as good the finer
// is taken, and a triangle that disagrees a little is made to agree.
constexpr float kBoundaryGain = 0.1F;

struct Sizes {
  std::uint8_t a = 0, b = 0, c = 0;
};

// The shapes a triple bead can have: one segment alone, or segments of two or three sides.
std::vector<Sizes> triple_shapes() {
  std::vector<Sizes> result;
  for (std::uint8_t a = 0; a <= kRectangleSide; ++a) {
    for (std::uint8_t b = 0; b <= kRectangleSide; ++b) {
      for (std::uint8_t c = 0; c <= kRectangleSide; ++c) {
        const int sides = (a > 0) + (b > 0) + (c > 0);
        if (sides >= 2 || (sides == 1 && a + b + c == 1)) {
          result.push_back({a, b, c});
        }
      }
    }
  }
  return result;
}

struct Best {
  float gain = -std::numeric_limits<float>::infinity();
  Sizes sizes;
};

// The nodes (i, j, k) that lie in all three bands.
class Nodes {
 public:
  Nodes(const Band& ab, const Band& ac, const Band& bc) : ab_(ab) {
    for (std::size_t i = 0; i < ab.rows.size(); ++i) {
      first_row_.push_back(rows_.size());
      for (std::size_t j = ab.rows[i].begin; j < ab.rows[i].end; ++j) {
        const std::uint32_t begin = std::max(ac.rows[i].begin, bc.rows[j].begin);
        const std::uint32_t end = std::max(begin, std::min(ac.rows[i].end, bc.rows[j].end));
        rows_.push_back({begin, end, size_});
        size_ += end - begin;
      }
    }
  }

  struct Row {
    std::uint32_t begin = 0, end = 0;
    std::size_t first = 0;
  };
  static constexpr std::size_t kNone = ~std::size_t{0};

  std::size_t size() const { return size_; }
  const Row& row(std::size_t i, std::size_t j) const { return rows_[first_row_[i] + j - ab_.rows[i].begin]; }
  std::size_t index(std::size_t i, std::size_t j, std::size_t k) const {
    if (i >= ab_.rows.size() || !ab_.contains(i, j)) {
      return kNone;
    }
    const Row& r = row(i, j);
    return k >= r.begin && k < r.end ? r.first + k - r.begin : kNone;
  }

 private:
  const Band& ab_;
  std::vector<std::size_t> first_row_;
  std::vector<Row> rows_;
  std::size_t size_ = 0;
};

// A band whose every cell is there: when the three bands of a triangle that disagrees meet nowhere.
Band everything(std::size_t n, std::size_t m) {
  Band band;
  band.rows.assign(n + 1, {0, static_cast<std::uint32_t>(m) + 1});
  return band;
}

class TripleDecoder {
 public:
  TripleDecoder(const TripleBelief& belief, std::array<std::size_t, 3> sizes)
      : sizes_(sizes), ab_(belief.ab), ac_(belief.ac), bc_(belief.bc), shapes_(triple_shapes()) {}

  // Without beads when the end cannot be reached within the bands.
  TripleAlignment run(const Band& ab, const Band& ac, const Band& bc) {
    const Nodes nodes(ab, ac, bc);
    std::vector<Best> best(nodes.size());
    const std::size_t start = nodes.index(0, 0, 0);
    const std::size_t end = nodes.index(sizes_[0], sizes_[1], sizes_[2]);
    if (start == Nodes::kNone || end == Nodes::kNone) {
      return {};
    }
    best[start].gain = 0;
    for (std::size_t i = 0; i < ab.rows.size(); ++i) {
      for (std::size_t j = ab.rows[i].begin; j < ab.rows[i].end; ++j) {
        const Nodes::Row& row = nodes.row(i, j);
        const RectangleGains gains = ab_.gains(i, j);
        for (std::size_t k = row.begin; k < row.end; ++k) {
          extend(nodes, {i, j, k}, gains, best);
        }
      }
    }
    return best[end].gain > -1e30F ? trace(nodes, best) : TripleAlignment{};
  }

 private:
  using Node = std::array<std::size_t, 3>;

  void extend(const Nodes& nodes, const Node& at, const RectangleGains& ab, std::vector<Best>& best) const {
    const float gain = best[nodes.index(at[0], at[1], at[2])].gain + kBoundaryGain;
    if (gain < -1e30F) {
      return;
    }
    const RectangleGains ac = ac_.gains(at[0], at[2]);
    const RectangleGains bc = bc_.gains(at[1], at[2]);
    for (const Sizes& s : shapes_) {
      if (at[0] + s.a > sizes_[0] || at[1] + s.b > sizes_[1] || at[2] + s.c > sizes_[2]) {
        continue;
      }
      const std::size_t to = nodes.index(at[0] + s.a, at[1] + s.b, at[2] + s.c);
      if (to == Nodes::kNone) {
        continue;
      }
      const float total = gain + ab[s.a][s.b] + ac[s.a][s.c] + bc[s.b][s.c];
      if (total > best[to].gain) {
        best[to] = {total, s};
      }
    }
  }

  TripleAlignment trace(const Nodes& nodes, const std::vector<Best>& best) const {
    TripleAlignment result;
    for (Node at = sizes_; at[0] + at[1] + at[2] > 0;) {
      const Sizes& s = best[nodes.index(at[0], at[1], at[2])].sizes;
      result.beads.push_back({{at[0] - s.a, at[0]}, {at[1] - s.b, at[1]}, {at[2] - s.c, at[2]}, 0});
      at = {at[0] - s.a, at[1] - s.b, at[2] - s.c};
    }
    std::ranges::reverse(result.beads);
    for (const TripleBead& bead : result.beads) {
      append(ab_.decode(bead.a.begin, bead.a.size(), bead.b.begin, bead.b.size()), result.pairs[0].beads);
      append(ac_.decode(bead.a.begin, bead.a.size(), bead.c.begin, bead.c.size()), result.pairs[1].beads);
      append(bc_.decode(bead.b.begin, bead.b.size(), bead.c.begin, bead.c.size()), result.pairs[2].beads);
    }
    return result;
  }

  static void append(const std::vector<Bead>& beads, std::vector<Bead>& to) {
    to.insert(to.end(), beads.begin(), beads.end());
  }

  std::array<std::size_t, 3> sizes_;
  RectangleDecoder ab_;
  RectangleDecoder ac_;
  RectangleDecoder bc_;
  std::vector<Sizes> shapes_;
};

// The least confidence of the beads of a pair, from `next` on, that lie before these ends.
double least_confidence(const std::vector<Bead>& beads, std::size_t source_end, std::size_t target_end,
                        std::size_t& next) {
  double least = 1;
  for (; next < beads.size() && beads[next].source.end <= source_end && beads[next].target.end <= target_end; ++next) {
    least = std::min(least, beads[next].confidence);
  }
  return least;
}

}  // namespace

void set_triple_confidences(TripleAlignment& alignment) {
  std::array<std::size_t, 3> next{};
  for (TripleBead& bead : alignment.beads) {
    const double ab = least_confidence(alignment.pairs[0].beads, bead.a.end, bead.b.end, next[0]);
    const double ac = least_confidence(alignment.pairs[1].beads, bead.a.end, bead.c.end, next[1]);
    const double bc = least_confidence(alignment.pairs[2].beads, bead.b.end, bead.c.end, next[2]);
    const int pairs = (bead.a.size() + bead.b.size() > 0) + (bead.a.size() + bead.c.size() > 0) +
                      (bead.b.size() + bead.c.size() > 0);
    bead.confidence = std::pow(ab * ac * bc, 1.0 / pairs);
  }
}

TripleAlignment decode_triple(const TripleBelief& belief, std::size_t a_size, std::size_t b_size, std::size_t c_size) {
  TripleDecoder decoder(belief, {a_size, b_size, c_size});
  TripleAlignment result = decoder.run(belief.ab.band, belief.ac.band, belief.bc.band);
  if (result.beads.empty()) {
    // One band is given up: b-c follows from the other two.
    result = decoder.run(belief.ab.band, belief.ac.band, everything(b_size, c_size));
  }
  return result;
}

}  // namespace egiz::align_detail
