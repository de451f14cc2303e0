// SPDX-License-Identifier: Apache-2.0
// Anchor chains: where two long documents run side by side.

#include "align/detail/chain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kRare = 8;         // occurrences of a word within the rectangle
constexpr std::size_t kMostPlaces = 16;  // that two words may share; of more nearly all are chance, and weigh little
constexpr float kLeastStrength = 0.3F;
constexpr std::size_t kNeighbours = 5;       // of an anchor in its chain, each way
constexpr std::size_t kLeastSupport = 6;     // neighbours, of twice kNeighbours, that lie near its diagonal
constexpr long kMostAside = 8;               // segments that an anchor may lie beside its neighbours
constexpr std::uint32_t kSupportReach = 16;  // source segments within which anchors support each other
constexpr double kAlone = 0.25;              // weight of an anchor that nothing supports

// The best chain that ends at or before a column: a Fenwick tree of maxima.
class PrefixBest {
 public:
  explicit PrefixBest(std::size_t columns) : tree_(columns + 1) {}

  void offer(std::size_t column, double weight, std::size_t anchor) {
    for (std::size_t k = column + 1; k < tree_.size(); k += k & (~k + 1)) {
      if (weight > tree_[k].first) {
        tree_[k] = {weight, anchor + 1};
      }
    }
  }
  // Weight, and index + 1 of the last anchor; 0 when there is none.
  std::pair<double, std::size_t> up_to(std::size_t column) const {
    std::pair<double, std::size_t> best{0, 0};
    for (std::size_t k = column + 1; k > 0; k -= k & (~k + 1)) {
      if (tree_[k].first > best.first) {
        best = tree_[k];
      }
    }
    return best;
  }

 private:
  std::vector<std::pair<double, std::size_t>> tree_;
};

// A word and one segment it stands in.
using Occurrence = std::pair<WordId, std::uint32_t>;

// Sorted by word and then segment; a word counts once in a segment.
std::vector<Occurrence> occurrences(const Side& side, SegmentRange range) {
  std::vector<Occurrence> result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    for (const WordId word : side.words(i)) {
      result.emplace_back(word, static_cast<std::uint32_t>(i - range.begin));
    }
  }
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

// The items whose member is word.  REQUIRES: items ascend by it
template <typename Item>
std::span<const Item> with_word(std::span<const Item> items, WordId word, WordId Item::*member) {
  const auto first = std::ranges::lower_bound(items, word, {}, member);
  const auto last = std::ranges::upper_bound(items, word, {}, member);
  return items.subspan(static_cast<std::size_t>(first - items.begin()), static_cast<std::size_t>(last - first));
}

std::span<const Occurrence> of_word(const std::vector<Occurrence>& all, WordId word) {
  return with_word(std::span(all), word, &Occurrence::first);
}

// Where an anchor lies: its strip of diagonals, and in it the source segment.
std::uint64_t place_of(std::uint64_t strip, std::uint32_t source) { return strip << 32U | source; }

std::uint64_t strip_of(const Anchor& anchor) {
  const std::uint64_t shift = std::uint64_t{1} << 32U;  // keeps the difference from falling below 0
  return (shift + anchor.target - anchor.source) / kMostAside;
}

// An anchor and its place, in the order of which they are weighed.
struct PlacedAnchor {
  std::uint64_t place = 0;
  Anchor anchor;
};

// The weight of all anchors before a place that only moves on.
class AscendingSum {
 public:
  explicit AscendingSum(std::span<const PlacedAnchor> anchors) : anchors_(anchors) {}

  double before(std::uint64_t place) {
    for (; at_ < anchors_.size() && anchors_[at_].place < place; ++at_) {
      sum_ += static_cast<double>(anchors_[at_].anchor.weight);
    }
    return sum_;
  }

 private:
  std::span<const PlacedAnchor> anchors_;
  std::size_t at_ = 0;
  double sum_ = 0;
};

// The weight of the anchors in a window of one strip that only moves on, but for those of its middle.
class WindowSum {
 public:
  explicit WindowSum(std::span<const PlacedAnchor> anchors)
      : first_(anchors), middle_(anchors), behind_middle_(anchors), last_(anchors) {}

  double around(std::uint64_t strip, std::uint32_t source) {
    const std::uint32_t first = source >= kSupportReach ? source - kSupportReach : 0;
    const double middle = behind_middle_.before(place_of(strip, source + 1)) - middle_.before(place_of(strip, source));
    return last_.before(place_of(strip, source + kSupportReach + 1)) - first_.before(place_of(strip, first)) - middle;
  }

 private:
  AscendingSum first_, middle_, behind_middle_, last_;
};

// Weighs each anchor by what lies on about its diagonal nearby: a true one has others before and behind it.  Chance
// resemblances are as heavy but lie anywhere, and inside a large hole, where nothing is true, there are many.
std::vector<Anchor> weighed_by_support(const std::vector<Anchor>& anchors) {
  std::vector<PlacedAnchor> placed;
  placed.reserve(anchors.size());
  for (const Anchor& anchor : anchors) {
    placed.push_back({place_of(strip_of(anchor), anchor.source), anchor});
  }
  std::ranges::sort(placed, {}, &PlacedAnchor::place);
  std::array windows{WindowSum(placed), WindowSum(placed), WindowSum(placed)};
  std::vector<Anchor> weighed;
  weighed.reserve(anchors.size());
  for (const auto& [place, anchor] : placed) {
    double near = kAlone;
    for (std::size_t k = 0; k < windows.size(); ++k) {
      near += windows[k].around((place >> 32U) + k - 1, anchor.source);
    }
    weighed.push_back({anchor.source, anchor.target, anchor.weight * static_cast<float>(near)});
  }
  return weighed;
}

// Drops anchors that lie far from the diagonal of their neighbours: a chance resemblance.
std::vector<Anchor> drop_outliers(const std::vector<Anchor>& chain) {
  const auto diagonal = [&](std::size_t k) {
    return static_cast<long>(chain[k].target) - static_cast<long>(chain[k].source);
  };
  const auto support = [&](std::size_t k, std::size_t first, std::size_t last) {
    std::size_t near = 0;
    for (std::size_t other = first; other < last; ++other) {
      // Drift grows with distance.
      const long distance = std::labs(static_cast<long>(chain[other].source) - static_cast<long>(chain[k].source));
      near += std::labs(diagonal(other) - diagonal(k)) <= kMostAside + distance / 8;
    }
    return near;
  };
  std::vector<Anchor> kept;
  for (std::size_t k = 0; k < chain.size(); ++k) {
    const std::size_t before = support(k, k >= kNeighbours ? k - kNeighbours : 0, k);
    const std::size_t after = support(k, k + 1, std::min(chain.size(), k + 1 + kNeighbours));
    // Beside a hole, and at the ends, only one side of an anchor can agree with it.
    const bool is_at_edge = before == kNeighbours || after == kNeighbours;
    if (is_at_edge || before + after >= std::min(kLeastSupport, chain.size() - 1)) {
      kept.push_back(chain[k]);
    }
  }
  return kept;
}

}  // namespace

std::vector<Anchor> heaviest_chain(std::vector<Anchor> anchors) {
  std::ranges::sort(anchors, [](const Anchor& a, const Anchor& b) {
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  std::uint32_t columns = 0;
  for (const Anchor& anchor : anchors) {
    columns = std::max(columns, anchor.target + 1);
  }
  PrefixBest best(columns);
  std::vector<std::size_t> previous(anchors.size());
  for (std::size_t k = 0; k < anchors.size(); ++k) {
    const auto [weight, last] = best.up_to(anchors[k].target);
    previous[k] = last;
    best.offer(anchors[k].target, weight + static_cast<double>(anchors[k].weight), k);
  }
  std::vector<Anchor> chain;
  for (std::size_t at = columns == 0 ? 0 : best.up_to(columns - 1).second; at != 0; at = previous[at - 1]) {
    chain.push_back(anchors[at - 1]);
  }
  std::ranges::reverse(chain);
  return chain;
}

std::vector<Anchor> find_anchors(const Pair& pair, SegmentRange source, SegmentRange target,
                                 std::span<const WordPair> words) {
  const std::vector<Occurrence> sources = occurrences(pair.source, source);
  const std::vector<Occurrence> targets = occurrences(pair.target, target);
  std::vector<Anchor> anchors;
  for (auto t = targets.begin(); t != targets.end();) {
    const WordId word = t->first;
    const auto there =
        std::span(t, std::find_if(t, targets.end(), [word](const Occurrence& o) { return o.first != word; }));
    t += static_cast<std::ptrdiff_t>(there.size());
    if (there.size() > kRare) {
      continue;
    }
    for (const WordPair& pair_of_words : with_word(words, word, &WordPair::target)) {
      if (pair_of_words.strength < kLeastStrength) {
        continue;
      }
      const auto here = of_word(sources, pair_of_words.source);
      if (here.empty() || here.size() > kRare || here.size() * there.size() > kMostPlaces) {
        continue;
      }
      const float weight = pair_of_words.strength / static_cast<float>(here.size() * there.size());
      for (const Occurrence& s : here) {
        for (const Occurrence& o : there) {
          anchors.push_back({s.second, o.second, weight});
        }
      }
    }
  }
  return drop_outliers(heaviest_chain(weighed_by_support(anchors)));
}

}  // namespace egiz::align_detail
