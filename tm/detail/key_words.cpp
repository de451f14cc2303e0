// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/key_words.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace egiz::detail {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Blocks of white space, punctuation and symbols (Unicode 15).  What is in none of them is part of a word.
constexpr std::array kSeparators = std::to_array<Range>({
    {0x0000, 0x002F},   {0x003A, 0x0040},   {0x005B, 0x0060},   {0x007B, 0x00A9},  {0x00AB, 0x00AC},
    {0x00AE, 0x00B1},   {0x00B4, 0x00B4},   {0x00B6, 0x00B8},   {0x00BB, 0x00BB},  {0x00BF, 0x00BF},
    {0x00D7, 0x00D7},   {0x00F7, 0x00F7},   {0x02BC, 0x02BC},   {0x0589, 0x058A},  {0x060C, 0x060D},
    {0x061B, 0x061B},   {0x061D, 0x061F},   {0x066A, 0x066D},   {0x06D4, 0x06D4},  {0x2000, 0x200A},
    {0x2010, 0x2029},   {0x202F, 0x205F},   {0x20A0, 0x20CF},   {0x2190, 0x23FF},  {0x2500, 0x2BFF},
    {0x2E00, 0x2E7F},   {0x3000, 0x3003},   {0x3008, 0x3020},   {0x3030, 0x3030},  {0xE000, 0xF8FF},
    {0xFE10, 0xFE1F},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},  {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65},   {0xFFFC, 0xFFFD},   {0x1F000, 0x1FAFF},
});

constexpr std::array kInvisible = std::to_array<Range>({
    {0x00AD, 0x00AD}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0xFEFF, 0xFEFF},
});

template <std::size_t kCount>
bool is_in(const std::array<Range, kCount>& ranges, char32_t c) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  return after != ranges.begin() && c <= std::prev(after)->last;
}

}  // namespace

bool is_word_character(char32_t c) { return !is_in(kSeparators, c) && !is_invisible(c); }
bool is_invisible(char32_t c) { return is_in(kInvisible, c); }

char32_t to_small(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c < 0xC0) return c;
  if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if (c >= 0x100 && c <= 0x17F) return (c < 0x139 || c > 0x148) && c != 0x131 && c != 0x178 && c < 0x179 ? c | 1 : c;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  const bool has_small_letter_next = (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || c >= 0x4D0;
  if (c <= 0x52F && has_small_letter_next) return c | 1;
  return c;
}

std::vector<ByteRange> word_ranges(std::string_view text) {
  std::vector<ByteRange> words;
  bool in_word = false;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_word_character(c)) {
      if (!in_word) words.push_back({begin, offset});
      words.back().end = offset;
      in_word = true;
    } else if (!is_invisible(c)) {
      in_word = false;
    }
  }
  return words;
}

}  // namespace egiz::detail
