// SPDX-License-Identifier: Apache-2.0
// LocalAligner: a part of an aligned pair is aligned again, with what was learnt from the whole.

#include "align/detail/local_aligner.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "align/detail/assemble.h"
#include "align/detail/calibration.h"
#include "align/detail/cutter.h"

namespace egiz::align_detail {
namespace {

constexpr double kSure = 0.97;
constexpr std::size_t kContext = 8;  // beads around a fixed one that are looked at again, at least

bool is_sure(const Bead& bead) { return !bead.source.empty() && !bead.target.empty() && bead.confidence >= kSure; }

}  // namespace

LocalAligner::LocalAligner(const Inference& inference, std::span<const WordPair> prior, AlignedPair pair)
    : inference_(inference),
      prior_(prior),
      whole_(std::move(pair.alignment)),
      is_calibrated_(pair.is_calibrated),
      mean_posterior_(mean_confidence(pair.posteriors)),
      is_sure_(pair.posteriors.size() + 1) {
  is_sure_.front() = is_sure_.back() = true;
  for (std::size_t k = 1; k < pair.posteriors.size(); ++k) {
    is_sure_[k] = is_sure(pair.posteriors[k - 1]) && is_sure(pair.posteriors[k]);
  }
  if (pair.sections.empty()) {
    return;
  }
  pair_ = pair.sections.front().pair;
  const Pair& documents = inference_.corpus().pairs[pair_];
  source_omitted_.resize(documents.source.size());
  target_omitted_.resize(documents.target.size());
  source_denominators_.resize(documents.source.word_count());
  target_denominators_.resize(documents.target.word_count());
  for (const Section& section : pair.sections) {
    remember(section);
  }
}

void LocalAligner::remember(const Section& section) {
  if (section.target_denominators.empty() && section.source_denominators.empty()) {
    return;  // nothing was learnt from it
  }
  const Pair& pair = inference_.corpus().pairs[pair_];
  const auto offset = [](const Side& side, SegmentRange range) {
    return static_cast<std::ptrdiff_t>(side.word_offset(range.begin));
  };
  std::ranges::copy(section.source_omitted,
                    source_omitted_.begin() + static_cast<std::ptrdiff_t>(section.source.begin));
  std::ranges::copy(section.target_omitted,
                    target_omitted_.begin() + static_cast<std::ptrdiff_t>(section.target.begin));
  std::ranges::copy(section.source_denominators, source_denominators_.begin() + offset(pair.source, section.source));
  std::ranges::copy(section.target_denominators, target_denominators_.begin() + offset(pair.target, section.target));
  for (SegmentLink link : section.links) {
    link.source += static_cast<std::uint32_t>(section.source.begin);
    link.target += static_cast<std::uint32_t>(section.target.begin);
    links_.push_back(link);
  }
}

LocalAligner::Corner LocalAligner::start_of(std::size_t bead) const {
  if (bead < beads().size()) {
    return {beads()[bead].source.begin, beads()[bead].target.begin};
  }
  return beads().empty() ? Corner{} : Corner{beads().back().source.end, beads().back().target.end};
}

// From a sure place well before to one well behind.
LocalAligner::Region LocalAligner::region_around(const Bead& fixed) const {
  const auto ends_before = [&fixed](const Bead& bead) {
    return bead.source.end <= fixed.source.begin && bead.target.end <= fixed.target.begin;
  };
  const auto starts_before = [&fixed](const Bead& bead) {
    return bead.source.begin < fixed.source.end || bead.target.begin < fixed.target.end;
  };
  const auto index = [this](auto at) { return static_cast<std::size_t>(at - beads().begin()); };
  std::size_t first = index(std::ranges::partition_point(beads(), ends_before));
  std::size_t last = index(std::ranges::partition_point(beads(), starts_before));
  first -= std::min(first, kContext);
  last = std::min(last + kContext, beads().size());
  while (!is_sure_[first]) {
    --first;
  }
  while (!is_sure_[last]) {
    ++last;
  }
  return {first, last};
}

// Around the fixed beads that are not in the alignment; those that touch are one.
std::vector<LocalAligner::Region> LocalAligner::regions(std::span<const Bead> fixed) const {
  std::vector<Region> regions;
  for (const Bead& bead : fixed) {
    const auto same = std::ranges::partition_point(beads(), [&bead](const Bead& other) {
      return other.source.begin < bead.source.begin || other.target.begin < bead.target.begin;
    });
    if (same != beads().end() && same->source == bead.source && same->target == bead.target) {
      continue;
    }
    const Region region = region_around(bead);
    if (!regions.empty() && region.first <= regions.back().last) {
      regions.back().first = std::min(regions.back().first, region.first);
      regions.back().last = std::max(regions.back().last, region.last);
    } else {
      regions.push_back(region);
    }
  }
  return regions;
}

bool LocalAligner::touches(const Region& region, const Move& move) const {
  const Corner from = start_of(region.first);
  const Corner to = start_of(region.last);
  return (move.source.begin < to.i && move.source.end > from.i) ||
         (move.target.begin < to.j && move.target.end > from.j);
}

Alignment LocalAligner::align_around(std::span<const Bead> fixed) const {
  Alignment result{{}, whole_.moves, whole_.cost, whole_.parallelism};
  result.beads.reserve(beads().size());
  std::size_t at = 0;
  const auto keep_until = [&](std::size_t end) {
    result.beads.insert(result.beads.end(), beads().begin() + static_cast<std::ptrdiff_t>(at),
                        beads().begin() + static_cast<std::ptrdiff_t>(end));
  };
  EvidenceScratch scratch;
  for (const Region& region : regions(fixed)) {
    keep_until(region.first);
    std::ranges::copy(align_region(region, fixed, scratch), std::back_inserter(result.beads));
    at = region.last;
    std::erase_if(result.moves, [&](const Move& move) { return touches(region, move); });
  }
  keep_until(beads().size());
  auto next = fixed.begin();
  for (Bead& bead : result.beads) {
    if (next != fixed.end() && bead.source == next->source && bead.target == next->target) {
      bead.confidence = 1;
      ++next;
    }
  }
  return result;
}

std::vector<Bead> LocalAligner::align_region(const Region& region, std::span<const Bead> fixed,
                                             EvidenceScratch& scratch) const {
  std::vector<Bead> result;
  Corner at = start_of(region.first);
  const Corner end = start_of(region.last);
  for (const Bead& bead : fixed) {
    if (bead.source.begin >= at.i && bead.target.begin >= at.j && bead.source.end <= end.i &&
        bead.target.end <= end.j) {
      align_between(at, {bead.source.begin, bead.target.begin}, scratch, result);
      result.push_back({bead.source, bead.target, 1});
      at = {bead.source.end, bead.target.end};
    }
  }
  align_between(at, end, scratch, result);
  if (is_calibrated_) {
    calibrate(inference_.corpus().pairs[pair_], result, mean_posterior_);
  }
  return result;
}

void LocalAligner::align_between(Corner from, Corner to, EvidenceScratch& scratch, std::vector<Bead>& out) const {
  Section whole;
  whole.pair = pair_;
  whole.source = {from.i, to.i};
  whole.target = {from.j, to.j};
  if (whole.source.empty() && whole.target.empty()) {
    return;
  }
  std::vector<Section> pieces;
  cut_section(std::move(whole), inference_, prior_, scratch,
              [&pieces](Section&& piece) { pieces.push_back(std::move(piece)); });
  for (Section& piece : pieces) {
    give_beliefs(piece);
    const Look look = inference_.look(piece, kBeadTypeCount, scratch);
    for (const Bead& bead : look.lattice.decode(piece)) {
      out.push_back(placed(bead, piece));
    }
  }
}

// What was counted in the part of the documents that the section covers.
void LocalAligner::give_beliefs(Section& section) const {
  const Pair& pair = inference_.corpus().pairs[pair_];
  const auto part = [](const std::vector<float>& all, std::size_t begin, std::size_t end) {
    return std::vector<float>(all.begin() + static_cast<std::ptrdiff_t>(begin),
                              all.begin() + static_cast<std::ptrdiff_t>(end));
  };
  const auto words = [&part](const std::vector<float>& all, const Side& side, SegmentRange range) {
    return part(all, side.word_offset(range.begin), side.word_offset(range.end));
  };
  section.source_omitted = part(source_omitted_, section.source.begin, section.source.end);
  section.target_omitted = part(target_omitted_, section.target.begin, section.target.end);
  section.source_denominators = words(source_denominators_, pair.source, section.source);
  section.target_denominators = words(target_denominators_, pair.target, section.target);
  const auto first = std::ranges::lower_bound(links_, section.target.begin, {}, &SegmentLink::target);
  for (auto link = first; link != links_.end() && link->target < section.target.end; ++link) {
    if (link->source >= section.source.begin && link->source < section.source.end) {
      section.links.push_back({link->source - static_cast<std::uint32_t>(section.source.begin),
                               link->target - static_cast<std::uint32_t>(section.target.begin), link->weight});
    }
  }
}

}  // namespace egiz::align_detail
