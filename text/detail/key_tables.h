// SPDX-License-Identifier: Apache-2.0
#pragma once

// What match_key makes of the characters that nearly all text consists of, as tables made by the compiler.

#include <array>
#include <cstddef>
#include <cstdint>

namespace egiz::detail {

// The letters seen in a text, as bits.
inline constexpr std::uint8_t kLatinLetter = 1;
inline constexpr std::uint8_t kCyrillicLetter = 2;

// In the tables below: a character that is left out, and one that only Unicode's own tables can tell.
inline constexpr std::uint16_t kDropped = 0xFFFF;
inline constexpr std::uint16_t kUnknown = 0;

// ASCII, indexed by byte: the byte that stands for it, or 0 when it is left out (control characters).
constexpr std::array<char, 128> make_ascii_keys() {
  std::array<char, 128> keys{};
  for (int c = 0x20; c < 0x7F; ++c) keys[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) keys[static_cast<std::size_t>(c)] = static_cast<char>(c | 0x20);
  for (const char c : {'\t', '\n', '\v', '\f', '\r'}) keys[static_cast<std::size_t>(c)] = ' ';
  keys['`'] = '\'';
  return keys;
}
inline constexpr std::array<char, 128> kAsciiKeys = make_ascii_keys();

constexpr std::array<std::uint8_t, 128> make_ascii_letters() {
  std::array<std::uint8_t, 128> letters{};
  for (int c = 'a'; c <= 'z'; ++c) letters[static_cast<std::size_t>(c)] = kLatinLetter;
  for (int c = 'A'; c <= 'Z'; ++c) letters[static_cast<std::size_t>(c)] = kLatinLetter;
  return letters;
}
inline constexpr std::array<std::uint8_t, 128> kAsciiLetters = make_ascii_letters();

// U+0080 to U+00FF, indexed from U+0080: a code point, kDropped or kUnknown.
constexpr std::array<std::uint16_t, 128> make_latin1_keys() {
  std::array<std::uint16_t, 128> keys{};
  const auto at = [&keys](unsigned code_point) -> std::uint16_t& { return keys[code_point - 0x80]; };
  for (unsigned c = 0x80; c < 0xA0; ++c) at(c) = kDropped;
  for (unsigned c = 0xA0; c <= 0xFF; ++c) at(c) = static_cast<std::uint16_t>(c);
  for (unsigned c = 0xC0; c <= 0xDE; ++c) at(c) = static_cast<std::uint16_t>(c == 0xD7 ? c : c + 0x20);
  at(0x85) = at(0xA0) = ' ';
  at(0xAD) = kDropped;  // soft hyphen
  at(0xAB) = at(0xBB) = '"';
  at(0xB4) = '\'';
  at(0xB5) = 0x3BC;     // micro sign is mu
  at(0xDF) = kUnknown;  // folds to two letters
  return keys;
}
inline constexpr std::array<std::uint16_t, 128> kLatin1Keys = make_latin1_keys();

// U+0400 to U+04FF, indexed from U+0400: a code point, or kUnknown for combining marks.
constexpr std::array<std::uint16_t, 256> make_cyrillic_keys() {
  std::array<std::uint16_t, 256> keys{};
  const auto at = [&keys](unsigned code_point) -> std::uint16_t& { return keys[code_point - 0x400]; };
  const auto pairs = [&at](unsigned first, unsigned last) {
    for (unsigned c = first; c <= last; c += 2) at(c) = static_cast<std::uint16_t>(c + 1);
  };
  for (unsigned c = 0x400; c <= 0x4FF; ++c) at(c) = static_cast<std::uint16_t>(c);
  for (unsigned c = 0x400; c <= 0x40F; ++c) at(c) = static_cast<std::uint16_t>(c + 0x50);
  for (unsigned c = 0x410; c <= 0x42F; ++c) at(c) = static_cast<std::uint16_t>(c + 0x20);
  pairs(0x460, 0x480);
  pairs(0x48A, 0x4BE);
  pairs(0x4C1, 0x4CD);
  pairs(0x4D0, 0x4FE);
  at(0x4C0) = 0x4CF;
  for (unsigned c = 0x483; c <= 0x489; ++c) at(c) = kUnknown;
  at(0x401) = at(0x451) = 0x435;  // ё is е
  at(0x400) = at(0x450) = 0x435;  // е with a stress mark is е
  at(0x40D) = at(0x45D) = 0x438;  // и with a stress mark is и
  at(0x4C9) = at(0x4CA) = 0x4A3;  // ӊ, typed for ң
  at(0x472) = at(0x473) = 0x4E9;  // ѳ, typed for ө
  return keys;
}
inline constexpr std::array<std::uint16_t, 256> kCyrillicKeys = make_cyrillic_keys();

// U+2000 to U+203F, indexed from U+2000: an ASCII character, kDropped, or the character itself.  The dot leaders, of
// which the ellipsis is one, are spelled out by the caller.
constexpr std::array<std::uint16_t, 64> make_punctuation_keys() {
  std::array<std::uint16_t, 64> keys{};
  const auto at = [&keys](unsigned code_point) -> std::uint16_t& { return keys[code_point - 0x2000]; };
  const auto fill = [&at](unsigned first, unsigned last, std::uint16_t key) {
    for (unsigned c = first; c <= last; ++c) at(c) = key;
  };
  for (unsigned c = 0x2000; c <= 0x203F; ++c) at(c) = static_cast<std::uint16_t>(c);
  fill(0x2000, 0x200A, ' ');
  fill(0x200B, 0x200F, kDropped);
  fill(0x2010, 0x2015, '-');
  fill(0x2018, 0x201B, '\'');
  fill(0x201C, 0x201F, '"');
  fill(0x2028, 0x2029, ' ');
  fill(0x202A, 0x202E, kDropped);
  at(0x202F) = ' ';
  at(0x2032) = at(0x2035) = '\'';
  at(0x2033) = at(0x2036) = '"';
  fill(0x2039, 0x203A, '"');
  return keys;
}
inline constexpr std::array<std::uint16_t, 64> kPunctuationKeys = make_punctuation_keys();

}  // namespace egiz::detail
