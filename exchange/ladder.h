// SPDX-License-Identifier: Apache-2.0
#pragma once

// Ladders: alignments as lines of segment numbers.

#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

#include "align/bead.h"
#include "align/evaluate.h"

namespace egiz {

// Reads "i,j<TAB>k[<TAB>anything]", 0-based, an empty side is an omission; lines that are empty or begin with # are
// passed over; Vecalign's "[0, 1]:[2]:0.1" is read too.  name is for messages.  Throws Error{parse} with name:line.
std::vector<Rung> read_ladder(std::string_view text, std::string_view name);

// Rungs as beads.  Throws Error{invalid_argument} when a rung is not contiguous or the rungs are not in order.
std::vector<Bead> to_beads(std::span<const Rung> rungs);

// Rungs of a ladder that may leave segments out, as beads that are given to the aligner.  Throws
// Error{invalid_argument} when a rung is not contiguous, when rungs cross or overlap, and for an omission that does not
// stand right behind or before another rung: where it belongs on the other side is not known.
std::vector<Bead> to_fixed_beads(std::span<const Rung> rungs);

// One line per bead, confidence with four decimals; an omission is one line per omitted segment.
void write_ladder(std::ostream& out, std::span<const Bead> beads);

// Three columns for three documents: "0<TAB>0,1<TAB>0<TAB>0.9731".
void write_ladder(std::ostream& out, std::span<const TripleBead> beads);

}  // namespace egiz
