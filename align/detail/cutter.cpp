// SPDX-License-Identifier: Apache-2.0
// The cutter: long sections into short ones.

#include "align/detail/cutter.h"

#include <algorithm>
#include <utility>

#include "align/detail/band.h"

namespace egiz::align_detail {
namespace {

constexpr std::size_t kLongSection = 150;    // source segments of a window, twice as many where the band is wide
constexpr std::size_t kMostNodes = 700'000;  // of a window that still grows when no sure cut is found in it
constexpr std::size_t kNarrow = 150;         // columns
constexpr double kSure = 0.99;

// A node of the section.
struct Corner {
  std::size_t i = 0;
  std::size_t j = 0;
};

// The part of a section between two nodes.
Section clipped(const Section& section, Corner from, Corner to) {
  Section part;
  part.pair = section.pair;
  part.source = {section.source.begin + from.i, section.source.begin + to.i};
  part.target = {section.target.begin + from.j, section.target.begin + to.j};
  part.band = clip(section.band, from.i, from.j, to.i, to.j);
  return part;
}

// The last sure boundary before the end of a window, whose end is arbitrary; when there is none and it must be, the
// end.
Corner sure_boundary(const Lattice& lattice, Corner end, bool is_last_try) {
  const std::size_t last = end.i - end.i / 8;
  for (std::size_t i = last; i > 0; --i) {
    if (const Lattice::Boundary boundary = lattice.best_boundary(i); boundary.posterior > kSure) {
      return {i, boundary.column};
    }
  }
  return is_last_try ? end : Corner{};
}

class Cutter {
 public:
  Cutter(const Section& whole, const Inference& inference, std::span<const WordPair> prior, EvidenceScratch& scratch)
      : whole_(whole),
        end_{whole.source.size(), whole.target.size()},
        inference_(inference),
        prior_(prior),
        scratch_(scratch) {}

  void cut(const std::function<void(Section&&)>& take) {
    while (is_long()) {
      take(cut_first());
    }
    if (start_.i < end_.i || start_.j < end_.j) {
      take(clipped(whole_, start_, end_));
    }
  }

 private:
  // Is the rest too much for one piece?
  bool is_long() const {
    const std::size_t rows = end_.i - start_.i;
    return rows > kLongSection + kLongSection / 2 ||
           (rows > 0 && clipped(whole_, start_, end_).band.node_count() > kMostNodes);
  }

  // The first piece of the rest; the rest starts behind it then.
  Section cut_first() {
    for (std::size_t rows = kLongSection;; rows *= 2) {
      Section window = window_of(rows);
      const bool is_last_try = start_.i + window.source.size() == end_.i || window.band.node_count() > kMostNodes;
      const Corner window_end{window.source.size(), window.target.size()};
      const Lattice lattice = inference_.look(window, kCutTypeCount, scratch_).lattice;
      const Corner cut = sure_boundary(lattice, window_end, is_last_try);
      if (cut.i > 0) {
        window.band = lattice.prune(kPruneNats, kPruneMargin, kCutTypeCount);
        start_ = {start_.i + cut.i, start_.j + cut.j};
        return clipped(window, {0, 0}, cut);
      }
    }
  }

  // The first rows of the rest, few, since a look that widens starts again.  Where the band is wide the window ends
  // within reach of the diagonal.
  Section window_of(std::size_t rows) const {
    std::size_t row = std::min(start_.i + rows, end_.i);
    if (width(row) > kNarrow) {
      row = std::min(start_.i + rows * 2, end_.i);
    }
    if (row == end_.i) {
      return clipped(whole_, start_, end_);
    }
    const std::size_t first = first_column(row);
    const std::size_t last = first + width(row) - 1;
    if (width(row) <= kNarrow) {
      return clipped(whole_, start_, {row, (first + last + 1) / 2});
    }
    const std::size_t reach = std::max(first + kNarrow, start_.j + (row - start_.i) + (row - start_.i) / 2);
    Section window = clipped(whole_, start_, {row, std::min(reach, last)});
    find_own_band(window);
    return window;
  }

  // No word is rare in a document that says everything many times over; in a window of it some are.
  void find_own_band(Section& window) const {
    Band band = find_band(inference_.corpus().pairs[window.pair], window.source, window.target, prior_);
    if (band.node_count() < window.band.node_count()) {
      window.band = std::move(band);
    }
  }

  std::size_t first_column(std::size_t row) const {
    return std::max<std::size_t>(whole_.band.rows[row].begin, start_.j);
  }
  std::size_t width(std::size_t row) const {
    return std::max<std::size_t>(whole_.band.rows[row].end, start_.j + 1) - first_column(row);
  }

  const Section& whole_;
  Corner end_;
  const Inference& inference_;
  std::span<const WordPair> prior_;
  EvidenceScratch& scratch_;
  Corner start_;
};

}  // namespace

void cut_section(Section section, const Inference& inference, std::span<const WordPair> prior,
                 EvidenceScratch& scratch, const std::function<void(Section&&)>& take) {
  section.band = find_band(inference.corpus().pairs[section.pair], section.source, section.target, prior);
  Cutter(section, inference, prior, scratch).cut(take);
}

}  // namespace egiz::align_detail
