// SPDX-License-Identifier: Apache-2.0
#pragma once

// Scoring an alignment against a gold alignment.

#include <cstddef>
#include <span>
#include <vector>

#include "align/bead.h"

namespace egiz {

// Segment indices of one bead; unlike Bead they need not be contiguous, so that every gold file can be read.
struct Rung {
  std::vector<std::size_t> source;  // ascending
  std::vector<std::size_t> target;

  bool operator==(const Rung&) const = default;
};

// Hits and counts, so that documents can be added up (micro average).
struct AlignmentScore {
  std::size_t strict_precision_hits = 0, strict_recall_hits = 0;
  std::size_t lax_precision_hits = 0, lax_recall_hits = 0;
  std::size_t hypothesis_beads = 0, gold_beads = 0;
  std::size_t null_hits = 0, hypothesis_nulls = 0, gold_nulls = 0;  // segments left without a partner

  double strict_precision() const;
  double strict_recall() const;
  double strict_f1() const;
  double lax_precision() const;
  double lax_recall() const;
  double lax_f1() const;
  double null_f1() const;

  AlignmentScore& operator+=(const AlignmentScore& other);
};

// Counts as Vecalign's scorer does (Thompson & Koehn 2019): a strict hit is an equal bead, a lax hit shares a
// segment pair; omissions count in precision only.
AlignmentScore evaluate(std::span<const Rung> gold, std::span<const Rung> hypothesis);

std::vector<Rung> to_rungs(std::span<const Bead> beads);

}  // namespace egiz
