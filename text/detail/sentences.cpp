// SPDX-License-Identifier: Apache-2.0
#include "text/detail/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "text/detail/characters.h"
#include "text/detail/sentence_breaker.h"
#include "text/detail/sentence_end.h"

namespace egiz::detail {
namespace {

// The bytes that a mark (CharKind::mark) can begin with, and brackets; everything else is passed over unseen.
constexpr std::array<bool, 256> kMayBeMark = [] {
  std::array<bool, 256> may{};
  for (const std::size_t byte : {0x2EU, 0x21U, 0x3FU, 0xE2U, 0xE3U, 0xEFU, 0xD8U, 0xDBU}) may[byte] = true;
  may['('] = may[')'] = true;
  return may;
}();

// Walks through a paragraph from one possible end of a sentence to the next.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The next possible end, or nullopt at the end of the paragraph.
  std::optional<SentenceEnd> next() {
    for (; at_ < text_.size(); ++at_) {
      if (!kMayBeMark[static_cast<unsigned char>(text_[at_])]) continue;
      if (text_[at_] == '(') {
        ++open_brackets_;
      } else if (text_[at_] == ')') {
        if (open_brackets_ == 0) return take(read_smile(text_, at_));
        --open_brackets_;
      } else if (kind_at(text_, at_) == CharKind::mark) {
        return take(read_sentence_end(text_, at_));
      }
    }
    return std::nullopt;
  }

 private:
  SentenceEnd take(const SentenceEnd& end) {
    const std::string_view taken = text_.substr(end.mark, end.end - end.mark);
    open_brackets_ -= std::min(open_brackets_, std::ranges::count(taken, ')'));
    at_ = end.end;
    return end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::ptrdiff_t open_brackets_ = 0;
};

}  // namespace

void find_sentences(std::string_view paragraph, const WordBook& words, std::size_t offset,
                    std::vector<ByteRange>& sentences) {
  const SentenceBreaker breaker(paragraph, words);
  std::size_t begin = 0;
  Scanner scanner(paragraph);
  while (const std::optional<SentenceEnd> end = scanner.next()) {
    const After after = look_after(paragraph, end->end);
    if (!breaker.ends_sentence(begin, *end, after)) continue;
    sentences.push_back({offset + begin, offset + end->end});
    begin = after.begin;
  }
  if (begin < paragraph.size()) sentences.push_back({offset + begin, offset + paragraph.size()});
}

}  // namespace egiz::detail
