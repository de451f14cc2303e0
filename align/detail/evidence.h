// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lexical evidence: for pairs of segments, how well the words of one explain each word of the other.

#include <cstdint>
#include <span>
#include <vector>

#include "align/detail/corpus.h"
#include "align/detail/learner.h"
#include "align/detail/reach.h"
#include "align/detail/section.h"
#include "align/detail/section_links.h"

namespace egiz::align_detail {

// For one pair of segments.  The sum over source words e of t(f|e)/p(f) is target[f] + target_background, and the
// other way round; the counts that this very pair contributed to t are left out.
struct CellEvidence {
  const float* target = nullptr;  // one value for each target word
  const float* source = nullptr;  // one value for each source word
  // The same, each part times the place of the word that explains, in words from the start of its segment.
  const float* target_moment = nullptr;
  const float* source_moment = nullptr;
  float target_background = 0;
  float source_background = 0;
  float most_target = 0;  // the greatest of target
  float most_source = 0;
};

// Reused between sections, so that nothing as large as a vocabulary is allocated for each; one per thread.
class EvidenceScratch {
 public:
  friend class Evidence;

 private:
  struct Hit {
    std::uint32_t next = 0;      // index + 1; 0 ends the chain
    std::uint32_t source = 0;    // number of the source word
    std::uint32_t position = 0;  // of the target word in its segment
    float forward = 0;           // t of the link
    float backward = 0;
    const Link* link = nullptr;
  };
  struct CellHit {
    std::uint32_t source_position = 0;
    std::uint32_t target_position = 0;
    const Link* link = nullptr;
    float own_forward = 0;
    float own_backward = 0;
  };
  struct Own {            // what a cell contributed to one word's counts
    float count = 0;      // to its total
    float reduction = 0;  // of its explicit mass
  };
  SectionLinks links_;
  std::vector<std::uint32_t> heads_;  // by number of the source word: index + 1 into hits_
  std::vector<Hit> hits_;
  std::vector<CellHit> cell_hits_;
  std::vector<Own> source_own_;
  std::vector<Own> target_own_;
  std::vector<float> values_;  // of all cells: two backgrounds, two bounds, values and moments of both sides
};

// The evidence of all cells that beads within the band of a section need.
class Evidence {
 public:
  // Everything given must outlive this; the scratch serves one Evidence at a time.
  Evidence(const Pair& pair, const Lexical& lexical, const Section& section, const Reach& reach,
           EvidenceScratch& scratch);

  // Cells in all, and the place of one among them.
  // REQUIRES: reach.cells(i).contains(j); segments counted from the start of the section
  std::size_t size() const { return offsets_.size(); }
  std::size_t index(std::size_t i, std::size_t j) const { return first_cells_[i] + j - reach_.cells(i).begin; }

  CellEvidence at(std::size_t i, std::size_t j) const;

 private:
  void lay_out();
  std::span<const std::uint32_t> source_numbers(std::size_t i) const;
  void add_target(std::size_t j, std::size_t first_row, std::span<const SegmentLink> links);
  void add_cell(std::size_t i, std::size_t j);
  void add_cell_left_out(std::size_t i, std::size_t j, float weight);
  void add_own_counts(std::size_t i, std::size_t j, float weight);

  const Pair& pair_;
  const Lexical& lexical_;
  const Section& section_;
  const Reach& reach_;
  EvidenceScratch& scratch_;
  std::vector<std::size_t> first_cells_;  // of each row
  std::vector<std::size_t> offsets_;      // by cell, into the values
  std::vector<float> source_background_;  // of each segment, nothing left out
  std::vector<float> target_background_;
};

}  // namespace egiz::align_detail
