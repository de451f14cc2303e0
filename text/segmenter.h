// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text to sentences.

#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"
#include "text/segmentation_rules.h"

namespace egiz {

// How line ends in a plain text are read.
enum class ParagraphMode {
  detect,      // decide from the text
  line,        // every line is a paragraph
  blank_line,  // paragraphs are separated by blank lines; a single line end is a space
};

struct SegmentOptions {
  ParagraphMode paragraphs = ParagraphMode::detect;
  const SegmentationRules* rules = nullptr;  // borrowed for the call; nullptr is SegmentationRules::built_in()
};

// Cuts text into sentences of language.  The segments are in order and do not overlap; between them is
// only white space.  Languages that the rules do not know (built in: ru, kk, en)
// are cut by ICU's sentence rules.
// Pure; any thread.
// REQUIRES: text is valid UTF-8
std::vector<Segment> segment(std::string_view text, const Language& language, const SegmentOptions& options = {});

// The Document of a running text: segment() and the text together.  Throws Error{parse} when text is not UTF-8.
Document segment_document(std::string text, const Language& language, const SegmentOptions& options = {});

// The Document of a text that is already cut: one segment a line; an empty line ends a paragraph and is
// not a segment.  CR LF and LF end a line.  Throws Error{parse} when text is not UTF-8.
Document document_from_lines(std::string text, const Language& language);

}  // namespace egiz
