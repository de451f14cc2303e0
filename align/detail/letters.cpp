// SPDX-License-Identifier: Apache-2.0
// What a code point is to the aligner's tokeniser.

#include "align/detail/letters.h"

namespace egiz::align_detail {
namespace {

constexpr bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

constexpr bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || is_between(c, 0x2000, 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

constexpr bool is_ideograph(char32_t c) {
  return is_between(c, 0x0E01, 0x0EFF) ||  // Thai, Lao
         is_between(c, 0x3041, 0x30FF) || is_between(c, 0x3400, 0x4DBF) || is_between(c, 0x4E00, 0x9FFF) ||
         is_between(c, 0xAC00, 0xD7A3) || is_between(c, 0xF900, 0xFAFF) || is_between(c, 0x20000, 0x3FFFF);
}

constexpr bool is_mark(char32_t c) { return is_between(c, 0x300, 0x36F) || is_between(c, 0x483, 0x489) || c == 0xAD; }

constexpr bool is_letter(char32_t c) {
  if (c < 0x80) {
    return is_between(c | 0x20, 'a', 'z');
  }
  if (is_between(c, 0xC0, 0x24F)) {
    return c != 0xD7 && c != 0xF7;
  }
  return c == 0xAA || c == 0xB5 || c == 0xBA || is_between(c, 0x250, 0x2FF) || is_between(c, 0x370, 0x1FFF) ||
         is_between(c, 0x2C00, 0x2DFF) || is_between(c, 0xA640, 0xABFF) || is_between(c, 0xFB00, 0xFDFF) ||
         is_between(c, 0xFE70, 0xFEFE) || is_between(c, 0x10000, 0x1EFFF);
}

constexpr CharacterClass class_of(char32_t c) {
  if (is_between(c, '0', '9')) {
    return CharacterClass::digit;
  }
  if (is_space(c)) {
    return CharacterClass::space;
  }
  if (is_mark(c)) {
    return CharacterClass::mark;
  }
  if (is_ideograph(c)) {
    return CharacterClass::ideograph;
  }
  return is_letter(c) ? CharacterClass::letter : CharacterClass::other;
}

constexpr char32_t fold_of(char32_t c) {
  if (is_between(c, 'A', 'Z')) {
    return c + 32;
  }
  if (c < 0xC0) {
    return c;
  }
  if (is_between(c, 0xC0, 0xDE) && c != 0xD7) {
    return c + 32;
  }
  if (is_between(c, 0x100, 0x137) || is_between(c, 0x14A, 0x177) || is_between(c, 0x1E00, 0x1EFF)) {
    return c | 1;
  }
  if (is_between(c, 0x139, 0x148) || is_between(c, 0x179, 0x17E)) {
    return c + (c & 1);
  }
  if (is_between(c, 0x391, 0x3A9)) {
    return c + 32;
  }
  if (is_between(c, 0x410, 0x42F)) {
    return c + 32;
  }
  if (c == 0x401 || c == 0x451) {
    return 0x435;  // ё is е
  }
  if (is_between(c, 0x400, 0x40F)) {
    return c + 80;
  }
  if (is_between(c, 0x460, 0x481) || is_between(c, 0x48A, 0x4BF) || is_between(c, 0x4D0, 0x52F)) {
    return c | 1;
  }
  if (is_between(c, 0x4C1, 0x4CE)) {
    return c + (c & 1);
  }
  if (is_between(c, 0x531, 0x556)) {
    return c + 48;
  }
  return c;
}

template <typename Stored, typename Value>
constexpr std::array<Stored, kCommonLetters> table_of(Value (*value_of)(char32_t)) {
  std::array<Stored, kCommonLetters> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    table[c] = static_cast<Stored>(value_of(static_cast<char32_t>(c)));
  }
  return table;
}

}  // namespace

constexpr std::array<CharacterClass, kCommonLetters> kCommonClasses = table_of<CharacterClass>(class_of);
constexpr std::array<char16_t, kCommonLetters> kCommonFolds = table_of<char16_t>(fold_of);

CharacterClass find_class(char32_t c) { return class_of(c); }
char32_t find_fold(char32_t c) { return fold_of(c); }

bool is_cyrillic(char32_t c) { return is_between(c, 0x400, 0x52F); }

bool is_latin(char32_t c) {
  return is_between(c, 'a', 'z') || is_between(c, 'A', 'Z') || (is_between(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) ||
         is_between(c, 0x1E00, 0x1EFF);
}

}  // namespace egiz::align_detail
