// SPDX-License-Identifier: Apache-2.0
#pragma once

// The aligner: two or three documents to beads.

#include <cstddef>
#include <span>
#include <vector>

#include "align/bead.h"
#include "align/lexicon.h"
#include "base/progress.h"
#include "text/document.h"

namespace egiz {

struct AlignOptions {
  const Lexicon* lexicon = nullptr;  // nullptr: the built-in ru-kk-en lexicon; must outlive the call
  bool use_paragraphs = true;        // paragraph starts are evidence
  bool use_posteriors = false;       // confidences are the posteriors of the model: to fit their calibration on
  std::vector<Bead> fixed = {};      // beads of two documents that are given, in order; the rest is aligned around them
};

// Aligns two documents that are, or may be, translations of each other (docs/alignment.md).
// Time and memory grow linearly with the number of segments.  Deterministic.  Pure; any thread, on which progress is
// told, many times in each pass.  Throws Error{invalid_argument} when options.fixed cross, overlap or leave the
// documents, Error{cancelled}.
Alignment align(const Document& source, const Document& target, const AlignOptions& options = {},
                const Progress& progress = {});

// One alignment of three documents, each pair in the light of the third.  Its beads are consistent on all three sides;
// those of its pairs are finer where one document joins what the other two divide.
TripleAlignment align(const Document& a, const Document& b, const Document& c, const AlignOptions& options = {},
                      const Progress& progress = {});

// The alignment of two sides of a triple (0 is a, 1 is b, 2 is c).
// REQUIRES: source != target, both below 3
Alignment project(const TripleAlignment& alignment, std::size_t source, std::size_t target);

// Throws Error{invalid_argument} when fixed beads cross, overlap, are empty or leave the documents.
void check_fixed(std::span<const Bead> fixed, const Document& source, const Document& target);

struct DocumentPair {
  const Document* source = nullptr;
  const Document* target = nullptr;
  std::vector<Bead> fixed = {};  // beads that are given, in order
};

// Aligns many pairs in parallel on TBB; what is learnt from one helps the others.  Progress counts segments.
// REQUIRES: options.fixed is empty: every pair has its own
// Same result at any thread count.  Throws Error{cancelled}, and what check_fixed throws.
std::vector<Alignment> align_all(std::span<const DocumentPair> pairs, const AlignOptions& options = {},
                                 const Progress& progress = {});

}  // namespace egiz
