// SPDX-License-Identifier: Apache-2.0
#include "text/document.h"

#include <cassert>
#include <optional>
#include <utility>

#include "base/error.h"
#include "text/utf8.h"

namespace egiz {
namespace {

bool is_inside_character(const std::string& text, std::size_t offset) {
  return offset < text.size() && is_utf8_continuation(text[offset]);
}

[[noreturn]] void refuse(std::size_t index, const std::string& what) {
  throw Error(ErrorCode::invalid_argument, "segment " + std::to_string(index) + " " + what);
}

void check_segments(const std::string& text, const std::vector<Segment>& segments) {
  Segment previous;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    if (segment.range.begin >= segment.range.end) refuse(i, "is empty");
    if (segment.range.end > text.size()) refuse(i, "ends behind the text");
    if (segment.range.begin < previous.range.end) refuse(i, "begins before the one before it ends");
    if (segment.paragraph < previous.paragraph) refuse(i, "is in an earlier paragraph than the one before it");
    if (is_inside_character(text, segment.range.begin) || is_inside_character(text, segment.range.end)) {
      refuse(i, "begins or ends inside a character");
    }
    previous = segment;
  }
}

}  // namespace

Document::Document(std::string text, Language language, std::vector<Segment> segments,
                   std::vector<ParagraphKind> paragraph_kinds)
    : content_(std::make_shared<const Content>(
          Content{std::move(text), std::move(language), std::move(segments), std::move(paragraph_kinds)})) {
  const Content& content = *content_;
  if (const std::optional<std::size_t> offset = find_invalid_utf8(content.text)) {
    throw Error(ErrorCode::parse, "byte " + std::to_string(*offset) + ": the text is not UTF-8; decode it first");
  }
  check_segments(content.text, content.segments);
  const std::size_t paragraphs = content.segments.empty() ? 0 : content.segments.back().paragraph + 1;
  if (!content.paragraph_kinds.empty() && content.paragraph_kinds.size() < paragraphs) {
    throw Error(ErrorCode::invalid_argument, "there are " + std::to_string(paragraphs) + " paragraphs, but only " +
                                                 std::to_string(content.paragraph_kinds.size()) + " paragraph kinds");
  }
}

std::string_view Document::segment_text(std::size_t i) const {
  assert(i < size());
  const ByteRange range = content_->segments[i].range;
  return std::string_view(content_->text).substr(range.begin, range.size());
}

bool Document::starts_paragraph(std::size_t i) const {
  assert(i < size());
  return i == 0 || content_->segments[i].paragraph != content_->segments[i - 1].paragraph;
}

ParagraphKind Document::paragraph_kind(std::size_t paragraph) const {
  const std::vector<ParagraphKind>& kinds = content_->paragraph_kinds;
  return paragraph < kinds.size() ? kinds[paragraph] : ParagraphKind::text;
}

}  // namespace egiz
