// SPDX-License-Identifier: Apache-2.0
#pragma once

// LocalAligner: a part of an aligned pair is aligned again, with what was learnt from the whole.

#include <cstddef>
#include <span>
#include <vector>

#include "align/bead.h"
#include "align/detail/inference.h"
#include "align/detail/word_prior.h"

namespace egiz::align_detail {

// What there is of a pair when it has been aligned.
struct AlignedPair {
  std::span<const Section> sections;  // all, in order, after the last pass
  std::span<const Bead> posteriors;   // the beads, their confidences being posteriors
  Alignment alignment;                // the same beads, confidences as they are given out
  bool is_calibrated = true;          // else those are posteriors, too
};

class LocalAligner {
 public:
  // inference and prior must outlive this.
  LocalAligner(const Inference& inference, std::span<const WordPair> prior, AlignedPair pair);

  // The alignment with the fixed beads in it, their confidence being 1.  Only what lies around those that are new is
  // aligned again: the time does not depend on the length of the documents, but for copying the beads.
  // REQUIRES: fixed beads in order, within the documents, not crossing
  Alignment align_around(std::span<const Bead> fixed) const;

 private:
  struct Corner {
    std::size_t i = 0;
    std::size_t j = 0;
  };
  // Some beads, by index, that make way for new ones.
  struct Region {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  const std::vector<Bead>& beads() const { return whole_.beads; }
  void remember(const Section& section);
  Corner start_of(std::size_t bead) const;
  Region region_around(const Bead& fixed) const;
  std::vector<Region> regions(std::span<const Bead> fixed) const;
  bool touches(const Region& region, const Move& move) const;
  std::vector<Bead> align_region(const Region& region, std::span<const Bead> fixed, EvidenceScratch& scratch) const;
  void align_between(Corner from, Corner to, EvidenceScratch& scratch, std::vector<Bead>& out) const;
  void give_beliefs(Section& section) const;

  const Inference& inference_;
  std::span<const WordPair> prior_;
  std::size_t pair_ = 0;
  Alignment whole_;
  bool is_calibrated_;
  double mean_posterior_;
  std::vector<bool> is_sure_;  // of each bead: one bead surely ends and another starts where it starts
  // What the last E-step counted, for leaving one out: of the whole documents.
  std::vector<SegmentLink> links_;
  std::vector<float> source_omitted_;  // of each segment
  std::vector<float> target_omitted_;
  std::vector<float> source_denominators_;  // of each word
  std::vector<float> target_denominators_;
};

}  // namespace egiz::align_detail
