// SPDX-License-Identifier: Apache-2.0
#include "text/segmenter.h"

#include <optional>
#include <utility>

#include "base/error.h"
#include "text/detail/characters.h"
#include "text/detail/paragraphs.h"
#include "text/utf8.h"

namespace egiz {
namespace {

void require_utf8(const std::string& text) {
  if (const std::optional<std::size_t> offset = find_invalid_utf8(text)) {
    throw Error(ErrorCode::parse, "byte " + std::to_string(*offset) + ": the text is not UTF-8; decode it first");
  }
}

}  // namespace

std::vector<Segment> segment(std::string_view text, const Language&, const SegmentOptions& options) {
  std::vector<Segment> segments;
  const std::vector<ByteRange> paragraphs = detail::find_paragraphs(text, options.paragraphs);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    std::size_t begin = paragraphs[i].begin;
    for (std::size_t at = begin; at < paragraphs[i].end; ++at) {
      const bool is_end = at + 1 == paragraphs[i].end ||
                          (std::string_view(".!?").find(text[at]) != std::string_view::npos && text[at + 1] == ' ');
      if (!is_end) continue;
      const ByteRange range = detail::trim(text, {begin, at + 1});
      if (range.size() > 0) segments.push_back({range, i});
      begin = at + 1;
    }
  }
  return segments;
}

Document segment_document(std::string text, const Language& language, const SegmentOptions& options) {
  require_utf8(text);
  std::vector<Segment> segments = segment(text, language, options);
  return Document(std::move(text), language, std::move(segments));
}

Document document_from_lines(std::string text, const Language& language) {
  require_utf8(text);
  std::vector<Segment> segments;
  std::size_t paragraph = 0;
  bool ended = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    const ByteRange line = detail::trim(text, {begin, end});
    begin = end + 1;
    if (line.size() == 0) {
      ended = !segments.empty();
      continue;
    }
    if (std::exchange(ended, false)) ++paragraph;
    segments.push_back({line, paragraph});
  }
  return Document(std::move(text), language, std::move(segments));
}

}  // namespace egiz
