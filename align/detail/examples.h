// SPDX-License-Identifier: Apache-2.0
#pragma once

// Examples: sentences and their translations that words are learnt from beside the documents.

#include <cstddef>
#include <vector>

#include "align/detail/section.h"
#include "align/lexicon.h"
#include "text/document.h"

namespace egiz::align_detail {

// Segment k of the one translates segment k of the other.
struct Examples {
  Document source;
  Document target;

  bool empty() const { return source.size() == 0; }
};

// Those of a lexicon that are there in both languages, in 2,000 bytes at most.
Examples examples_of(const Lexicon& lexicon, const Language& source, const Language& target);

// What is believed of `size` examples, which are a pair of the corpus: sections whose links are sure.
std::vector<Section> sections_of_examples(std::size_t pair, std::size_t size);

}  // namespace egiz::align_detail
