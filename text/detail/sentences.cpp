// SPDX-License-Identifier: Apache-2.0
#include "text/detail/sentences.h"

#include <array>

#include "text/detail/characters.h"
#include "text/detail/sentence_breaker.h"
#include "text/detail/sentence_end.h"

namespace egiz::detail {
namespace {

// The bytes that a mark (CharKind::mark) can begin with; everything else is passed over unseen.
constexpr std::array<bool, 256> kMayBeMark = [] {
  std::array<bool, 256> may{};
  for (const std::size_t byte : {0x2EU, 0x21U, 0x3FU, 0xE2U, 0xE3U, 0xEFU, 0xD8U, 0xDBU}) may[byte] = true;
  return may;
}();

std::size_t find_mark(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (kMayBeMark[static_cast<unsigned char>(text[at])] && kind_at(text, at) == CharKind::mark) return at;
    ++at;
  }
  return at;
}

}  // namespace

void find_sentences(std::string_view paragraph, const WordBook& words, std::size_t offset,
                    std::vector<ByteRange>& sentences) {
  const SentenceBreaker breaker(paragraph, words);
  std::size_t begin = 0;
  for (std::size_t mark = find_mark(paragraph, 0); mark < paragraph.size();) {
    const SentenceEnd end = read_sentence_end(paragraph, mark);
    const After after = look_after(paragraph, end.end);
    if (breaker.ends_sentence(begin, end, after)) {
      sentences.push_back({offset + begin, offset + end.end});
      begin = after.begin;
    }
    mark = find_mark(paragraph, end.end);
  }
  if (begin < paragraph.size()) sentences.push_back({offset + begin, offset + paragraph.size()});
}

}  // namespace egiz::detail
