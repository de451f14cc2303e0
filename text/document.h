// SPDX-License-Identifier: Apache-2.0
#pragma once

// Document: a text cut into segments.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace egiz {

// Half-open byte offsets into a UTF-8 text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool operator==(const ByteRange&) const = default;
};

// What a paragraph is in its document, where the format says so.  A hint, never a promise.
enum class ParagraphKind { text, heading, list_item, table_cell, footnote, caption };

struct Segment {
  ByteRange range;            // into Document::text(), without white space at either end
  std::size_t paragraph = 0;  // counts from 0

  bool operator==(const Segment&) const = default;
};

// A text in one language, cut into segments.  Owns the text; segments are ranges into it, in order,
// without overlap.  Immutable: any number of threads may read it, and copies share what they hold.  One that was moved
// from may only be assigned to or destroyed.
class Document {
 public:
  Document() : Document({}, {}, {}) {}

  // paragraph_kinds: one for each paragraph, or empty when the format says nothing.
  // Throws Error{parse} when text is not UTF-8, Error{invalid_argument} when the segments are out of
  // order, overlap, are empty, leave the text, or count paragraphs backwards.
  Document(std::string text, Language language, std::vector<Segment> segments,
           std::vector<ParagraphKind> paragraph_kinds = {});

  const std::string& text() const { return content_->text; }
  const Language& language() const { return content_->language; }
  std::span<const Segment> segments() const { return content_->segments; }
  std::size_t size() const { return content_->segments.size(); }

  // The text of segment i, a view into text().
  // REQUIRES: i < size()
  std::string_view segment_text(std::size_t i) const;

  // True when segment i is the first of its paragraph.
  // REQUIRES: i < size()
  bool starts_paragraph(std::size_t i) const;

  // ParagraphKind::text when the format said nothing.
  ParagraphKind paragraph_kind(std::size_t paragraph) const;

 private:
  struct Content {
    std::string text;
    Language language;
    std::vector<Segment> segments;
    std::vector<ParagraphKind> paragraph_kinds;
  };
  std::shared_ptr<const Content> content_;
};

}  // namespace egiz
