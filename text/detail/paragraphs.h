// SPDX-License-Identifier: Apache-2.0
#pragma once

// The paragraphs of a plain text.

#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/segmenter.h"

namespace egiz::detail {

// The paragraphs of text, in order, none empty, without the white space around them.  CR LF, LF, CR,
// U+0085, U+2028 end a line; form feed and U+2029 always end a paragraph.
// REQUIRES: text is valid UTF-8
std::vector<ByteRange> find_paragraphs(std::string_view text, ParagraphMode mode);

// Whether ParagraphMode::detect takes text for hard-wrapped.
// REQUIRES: text is valid UTF-8
bool is_hard_wrapped(std::string_view text);

// The paragraphs of a hard-wrapped text, as ParagraphMode::detect finds them in one.
// REQUIRES: text is valid UTF-8
std::vector<ByteRange> find_wrapped_paragraphs(std::string_view text);

}  // namespace egiz::detail
