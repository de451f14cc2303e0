// SPDX-License-Identifier: Apache-2.0
// The beads that fit into a band, against trying every bead at every node.

#include "align/detail/reach.h"

#include <random>

#include "tests/support/catch.h"

namespace egiz::align_detail {
namespace {

Band random_band(std::size_t n, std::uint32_t m, std::mt19937& random) {
  Band band;
  band.rows.resize(n + 1, {~0U, 0});
  for (Band::Row& row : band.rows) {
    const auto begin = static_cast<std::uint32_t>(random() % (m + 1));
    if (random() % 2 == 0) {
      row = {begin, std::min<std::uint32_t>(begin + 1 + static_cast<std::uint32_t>(random() % 4), m + 1)};
    }
  }
  connect(band, m);
  for (Band::Row& row : band.rows) row.is_gate = row.is_decided() && random() % 2 == 0;
  return band;
}

bool fits(const Band& band, std::size_t i, std::size_t j, const BeadType& type) {
  for (std::size_t row = i + 1; row < std::min(i + type.source, band.rows.size()); ++row) {
    if (band.rows[row].is_gate) return false;
  }
  return i + type.source < band.rows.size() && band.contains(i, j) && band.contains(i + type.source, j + type.target);
}

TEST_CASE("reach knows the beads that fit into a band and all that they need", "[property]") {
  std::mt19937 random(17);
  for (int round = 0; round < 100; ++round) {
    const std::size_t n = 1 + random() % 14;
    const auto m = static_cast<std::uint32_t>(1 + random() % 14);
    const Band band = random_band(n, m, random);
    const std::size_t type_count = round % 2 == 0 ? kBeadTypeCount : kBasicTypeCount;

    const Reach reach(band, m, type_count);

    REQUIRE(reach.size() == n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j <= m; ++j) {
        for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
          const BeadType& type = kBeadTypes[t];
          const bool is_expected = t < type_count && fits(band, i, j, type);
          REQUIRE(reach.starts(i, t).contains(j) == is_expected);
          for (std::size_t a = 0; is_expected && a < type.source; ++a) {
            REQUIRE(reach.first_targets(i + a, type.target).contains(j));
          }
          for (std::size_t b = 0; is_expected && b < type.target; ++b) {
            REQUIRE(reach.targets(i, type.source).contains(j + b));
            for (std::size_t a = 0; a < type.source; ++a) {
              REQUIRE(reach.cells(i + a).contains(j + b));
            }
          }
        }
      }
      REQUIRE(reach.cells(i).end <= m);
      if (i > 0) {
        REQUIRE(reach.cells(i).begin >= reach.cells(i - 1).begin);
        REQUIRE(reach.cells(i).end >= reach.cells(i - 1).end);
      }
    }
  }
}

}  // namespace
}  // namespace egiz::align_detail
