// SPDX-License-Identifier: Apache-2.0
#include "text/detail/fold_word.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/detail/characters.h"

namespace egiz::detail {
namespace {

char32_t lower_case(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= U'А' && c <= U'Я') return c + 32;
  if (c < 0x80 || (c >= U'а' && c <= U'я')) return c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

// The Cyrillic letter that looks like a lower-case Latin one.
char32_t cyrillic_twin(char32_t c) {
  constexpr std::u32string_view kLatin = U"aceopxyihə";
  constexpr std::u32string_view kCyrillic = U"асеорхуіһә";
  static_assert(kLatin.size() == kCyrillic.size());
  const std::size_t at = kLatin.find(c);
  return at == std::u32string_view::npos ? c : kCyrillic[at];
}

bool has_cyrillic(std::string_view word) {
  return std::ranges::any_of(word, [](char byte) {
    const auto lead = static_cast<unsigned char>(byte);
    return lead >= 0xD0 && lead <= 0xD4;  // U+0400 to U+053F
  });
}

}  // namespace

FoldedWord::FoldedWord(std::string_view word) {
  const bool is_cyrillic = has_cyrillic(word);
  for (std::size_t at = 0; at < word.size() && size_ + 4 <= kLongest; at = next_offset(word, at)) {
    const char32_t c = lower_case(code_point_at(word, at));
    if (is_white_space(c)) {
      if (size_ > 0 && bytes_[size_ - 1] != '.' && bytes_[size_ - 1] != ' ') append(U' ');
      continue;
    }
    if (c == U'ё') {
      append(U'е');
    } else {
      append(is_cyrillic ? cyrillic_twin(c) : c);
    }
  }
}

void FoldedWord::append(char32_t c) {
  const auto put = [&](char32_t byte) { bytes_[size_++] = static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12));
    put(0x80U | ((c >> 6) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18));
    put(0x80U | ((c >> 12) & 0x3FU));
    put(0x80U | ((c >> 6) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

}  // namespace egiz::detail
