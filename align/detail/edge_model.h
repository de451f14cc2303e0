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

}  // namespace egiz::align_detail
