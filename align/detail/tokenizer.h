// SPDX-License-Identifier: Apache-2.0
#pragma once

// The aligner's tokens: what is counted when two segments are compared.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "align/detail/edge_model.h"

namespace egiz::align_detail {

inline constexpr std::size_t kStemLetters = 5;         // a word is cut to its first letters: inflection is at the end
inline constexpr std::size_t kMaxSegmentTokens = 240;  // of a longer segment only the first are compared

struct SegmentToken {
  std::string form;  // lower case, whole
  std::string stem;  // first kStemLetters letters of a word; a number or a punctuation class as it is
};

// What the aligner knows of the text of one segment.
struct SegmentTokens {
  std::vector<SegmentToken> tokens;  // words, numbers ("#12.5"), punctuation classes (? ! : ; " - % … ( § &)
  std::size_t characters = 0;        // code points that are not white space
  std::size_t sentences = 1;         // sentence-like parts
  StartKind start = StartKind::other;
  EndKind end = EndKind::none;
};

// Pure; any thread.  REQUIRES: text is valid UTF-8
SegmentTokens tokenize_segment(std::string_view text);

}  // namespace egiz::align_detail
