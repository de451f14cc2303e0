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

#include "align/detail/bead_types.h"
#include "align/detail/gain.h"

namespace egiz::align_detail {
namespace {

constexpr std::size_t kMostSide = 4;  // segments of one side of a triple bead
constexpr std::size_t kNoType = kBeadTypeCount;

// The number of a bead type by its sizes.
class TypeTable {
 public:
  TypeTable() {
    for (auto& row : types_) {
      row.fill(kNoType);
    }
    for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
      types_[kBeadTypes[t].source][kBeadTypes[t].target] = t;
    }
  }
  std::size_t find(std::size_t source, std::size_t target) const { return types_[source][target]; }

 private:
  std::array<std::array<std::size_t, kMaxSide + 1>, kMaxSide + 1> types_{};
};

// The posteriors of one pair, to be looked up.
class PairPosteriors {
 public:
  PairPosteriors(const Belief& belief, const TypeTable& types)
      : belief_(belief), types_(types), rows_(belief.source_omitted.size() + 2) {
    for (const BeadPosterior& bead : belief.beads) {
      ++rows_[bead.source + 1];
    }
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      rows_[i] += rows_[i - 1];
    }
  }

  const Band& band() const { return belief_.band; }

  struct Verdict {
    float gain = 0;
    float log_confidence = 0;
    bool is_possible = true;
  };

  // The projection of a triple bead to this pair.
  Verdict judge(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const {
    Verdict verdict;
    if (a > 0 && b > 0) {
      const std::size_t type = types_.find(a, b);
      verdict.is_possible = type != kNoType;
      const float posterior = verdict.is_possible ? find(i, j, type) : 0.0F;
      verdict.gain = align_detail::gain(posterior);
      verdict.log_confidence = std::log(std::max(posterior, 1e-3F));
    } else {
      for (std::size_t k = i; k < i + a; ++k) {
        add_omission(belief_.source_omitted[k], verdict);
      }
      for (std::size_t k = j; k < j + b; ++k) {
        add_omission(belief_.target_omitted[k], verdict);
      }
    }
    return verdict;
  }

 private:
  static void add_omission(float posterior, Verdict& verdict) {
    verdict.gain += align_detail::gain(posterior);
    verdict.log_confidence = std::min(verdict.log_confidence, std::log(std::max(posterior, 1e-3F)));
  }

  float find(std::size_t i, std::size_t j, std::size_t type) const {
    for (std::size_t k = rows_[i]; k < rows_[i + 1]; ++k) {
      const BeadPosterior& bead = belief_.beads[k];
      if (bead.target == j && bead.type == type) {
        return bead.probability;
      }
    }
    return 0;
  }

  const Belief& belief_;
  const TypeTable& types_;
  std::vector<std::size_t> rows_;
};

struct Sizes {
  std::uint8_t a = 0, b = 0, c = 0;
};

// The shapes a triple bead can have: one segment alone, a pair bead, or a bead of all three.
std::vector<Sizes> triple_types(const TypeTable& types) {
  std::vector<Sizes> result;
  const auto fits = [&](std::size_t x, std::size_t y) { return x == 0 || y == 0 || types.find(x, y) != kNoType; };
  for (std::uint8_t a = 0; a <= kMostSide; ++a) {
    for (std::uint8_t b = 0; b <= kMostSide; ++b) {
      for (std::uint8_t c = 0; c <= kMostSide; ++c) {
        const int sides = (a > 0) + (b > 0) + (c > 0);
        const bool is_omission = sides == 1 && a + b + c == 1;
        if (is_omission || (sides >= 2 && fits(a, b) && fits(a, c) && fits(b, c))) {
          result.push_back({a, b, c});
        }
      }
    }
  }
  return result;
}

struct Best {
  float gain = -std::numeric_limits<float>::infinity();
  float confidence = 0;
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
      : sizes_(sizes),
        ab_(belief.ab, types_),
        ac_(belief.ac, types_),
        bc_(belief.bc, types_),
        shapes_(triple_types(types_)) {}

  // Empty when the end cannot be reached within the bands.
  std::vector<TripleBead> run(const Band& ab, const Band& ac, const Band& bc) {
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
        for (std::size_t k = row.begin; k < row.end; ++k) {
          extend(nodes, i, j, k, best);
        }
      }
    }
    return best[end].gain > -1e30F ? trace(nodes, best) : std::vector<TripleBead>{};
  }

 private:
  void extend(const Nodes& nodes, std::size_t i, std::size_t j, std::size_t k, std::vector<Best>& best) const {
    const float gain = best[nodes.index(i, j, k)].gain;
    if (gain < -1e30F) {
      return;
    }
    for (const Sizes& s : shapes_) {
      if (i + s.a > sizes_[0] || j + s.b > sizes_[1] || k + s.c > sizes_[2]) {
        continue;
      }
      const std::size_t to = nodes.index(i + s.a, j + s.b, k + s.c);
      if (to == Nodes::kNone) {
        continue;
      }
      const auto ab = ab_.judge(i, s.a, j, s.b);
      const auto ac = ac_.judge(i, s.a, k, s.c);
      const auto bc = bc_.judge(j, s.b, k, s.c);
      const float total = gain + ab.gain + ac.gain + bc.gain;
      if (total > best[to].gain) {
        const float pairs = static_cast<float>((s.a + s.b > 0) + (s.a + s.c > 0) + (s.b + s.c > 0));
        best[to] = {total, std::exp((ab.log_confidence + ac.log_confidence + bc.log_confidence) / pairs), s};
      }
    }
  }

  std::vector<TripleBead> trace(const Nodes& nodes, const std::vector<Best>& best) const {
    std::vector<TripleBead> beads;
    auto [i, j, k] = sizes_;
    while (i + j + k > 0) {
      const Best& last = best[nodes.index(i, j, k)];
      const Sizes& s = last.sizes;
      beads.push_back({{i - s.a, i}, {j - s.b, j}, {k - s.c, k}, static_cast<double>(last.confidence)});
      i -= s.a;
      j -= s.b;
      k -= s.c;
    }
    std::ranges::reverse(beads);
    return beads;
  }

  std::array<std::size_t, 3> sizes_;
  TypeTable types_;
  PairPosteriors ab_;
  PairPosteriors ac_;
  PairPosteriors bc_;
  std::vector<Sizes> shapes_;
};

}  // namespace

TripleAlignment decode_triple(const TripleBelief& belief, std::size_t a_size, std::size_t b_size, std::size_t c_size) {
  TripleDecoder decoder(belief, {a_size, b_size, c_size});
  TripleAlignment result;
  result.beads = decoder.run(belief.ab.band, belief.ac.band, belief.bc.band);
  if (result.beads.empty()) {
    // One band is given up: b-c follows from the other two.
    result.beads = decoder.run(belief.ab.band, belief.ac.band, everything(b_size, c_size));
  }
  return result;
}

}  // namespace egiz::align_detail
