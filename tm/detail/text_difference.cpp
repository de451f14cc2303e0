// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/text_difference.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"
#include "tm/detail/key_words.h"

namespace egiz::detail {
namespace {

bool is_white_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
  return text;
}

// The characters of words, and those between them.
struct Parts {
  std::u32string words;
  std::u32string between;
};

Parts parts_of(std::string_view text) {
  Parts parts;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const char32_t c = next_code_point(text, offset);
    (is_word_character(c) ? parts.words : parts.between) += c;
  }
  return parts;
}

std::u32string small(std::u32string text) {
  std::ranges::transform(text, text.begin(), to_small);
  return text;
}

}  // namespace

TextDifference text_difference(std::string_view a, std::string_view b) {
  a = trimmed(a);
  b = trimmed(b);
  if (a == b) return {};
  const Parts in_a = parts_of(a);
  const Parts in_b = parts_of(b);
  TextDifference difference;
  difference.punctuation = in_a.between != in_b.between;
  if (in_a.words != in_b.words) {
    difference.spelling = small(in_a.words) != small(in_b.words);
    difference.letter_case = !difference.spelling;
  }
  return difference;
}

}  // namespace egiz::detail
