// SPDX-License-Identifier: Apache-2.0
#include "text/segmenter.h"

#include <optional>
#include <utility>

#include "base/error.h"
#include "text/detail/characters.h"
#include "text/detail/icu_sentences.h"
#include "text/detail/paragraphs.h"
#include "text/detail/sentences.h"
#include "text/detail/word_book.h"
#include "text/utf8.h"

namespace egiz {
namespace {

void require_utf8(const std::string& text) {
  if (const std::optional<std::size_t> offset = find_invalid_utf8(text)) {
    throw Error(ErrorCode::parse, "byte " + std::to_string(*offset) + ": the text is not UTF-8; decode it first");
  }
}

}  // namespace

std::vector<Segment> segment(std::string_view text, const Language& language, const SegmentOptions& options) {
  const detail::WordBook words(options.rules != nullptr ? *options.rules : SegmentationRules::built_in(), language);
  const std::vector<ByteRange> paragraphs = detail::find_paragraphs(text, options.paragraphs);
  std::vector<Segment> segments;
  std::vector<ByteRange> sentences;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto [begin, end] = paragraphs[i];
    const std::string_view paragraph = text.substr(begin, end - begin);
    sentences.clear();
    if (words.is_known()) {
      detail::find_sentences(paragraph, words, begin, sentences);
    } else {
      detail::find_sentences_by_icu(paragraph, language, begin, sentences);
    }
    for (const ByteRange sentence : sentences) segments.push_back({sentence, i});
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
