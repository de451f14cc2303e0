// SPDX-License-Identifier: Apache-2.0
#pragma once

// Edge evidence: how segments start and end.

#include <array>
#include <cstddef>
#include <cstdint>

namespace egiz::align_detail {

// What the first letter or mark of a segment is.
enum class StartKind : std::uint8_t { upper, lower, digit, dash, quote, other };
inline constexpr std::size_t kStartKinds = 6;

// The last mark of a segment, quotes and brackets left aside.
enum class EndKind : std::uint8_t { full_stop, question, exclamation, colon, semicolon, comma, ellipsis, dash, none };
inline constexpr std::size_t kEndKinds = 9;

// Expected counts over two-sided beads, weighted by posterior: source, target.
struct EdgeCounts {
  std::array<std::array<double, kStartKinds>, kStartKinds> start{};
  std::array<std::array<double, kEndKinds>, kEndKinds> end{};
};

// The share of each kind among the segments of one side.
struct EdgeChances {
  std::array<double, kStartKinds> start{};
  std::array<double, kEndKinds> end{};
};

// Log odds, in nats, against chance: both sides of a bead start alike and end alike.  Learnt from all
// documents of a call.
class EdgeModel {
 public:
  EdgeModel() = default;
  EdgeModel(const EdgeChances& source, const EdgeChances& target, const EdgeCounts& counts);

  float start(StartKind source, StartKind target) const {
    return start_[static_cast<std::size_t>(source)][static_cast<std::size_t>(target)];
  }
  float end(EndKind source, EndKind target) const {
    return end_[static_cast<std::size_t>(source)][static_cast<std::size_t>(target)];
  }

 private:
  std::array<std::array<float, kStartKinds>, kStartKinds> start_{};
  std::array<std::array<float, kEndKinds>, kEndKinds> end_{};
};

// What stands where one segment ends and the next one starts.
inline constexpr std::size_t kBoundaryKinds = 2 * kEndKinds;
inline std::size_t boundary_kind(EndKind before, StartKind after) {
  return 2 * static_cast<std::size_t>(before) + (after == StartKind::lower ? 1 : 0);
}

// Boundaries by kind.
using BoundaryCounts = std::array<double, kBoundaryKinds>;

// Log odds, in nats, of a boundary to stand inside a bead: what ends in a semicolon, or goes on in lower case, belongs
// together more often than other neighbours.  Learnt from all documents of a call.
struct InnerModel {
  using Odds = std::array<float, kBoundaryKinds>;

  Odds source{};
  Odds target{};

  // inner: expected counts inside beads.  all: of the documents.
  static Odds odds(const BoundaryCounts& inner, const BoundaryCounts& all);
};

}  // namespace egiz::align_detail
