// SPDX-License-Identifier: Apache-2.0

// Checks "endpunc" and "startcaps".

#include <algorithm>

#include "text/utf8.h"
#include "tm/detail/check.h"
#include "tm/detail/key_words.h"

namespace egiz::detail {
namespace {

struct End {
  std::string_view mark;     // ". ? ! : ; …", empty for none
  ByteRange range;           // of the mark
  bool may_be_none = false;  // a full stop that may belong to an abbreviation
};

// Blanks, and what closes a quotation or an aside.
bool is_outside(char32_t c) {
  return std::u32string_view(U" \t\n\r\u00A0\"'»”’“)]*_").find(c) != std::u32string_view::npos;
}

std::string_view class_of(char32_t c) {
  switch (c) {
    case U'.':
      return ".";
    case U'?':
    case U'؟':
      return "?";
    case U'!':
      return "!";
    case U':':
      return ":";
    case U';':
      return ";";
    case U'…':
      return "…";
    default:
      return "";
  }
}

// "в 2014 г.", "т.б.", "Inc.": a word of up to three letters.
bool ends_in_abbreviation(std::u32string_view before) {
  std::size_t letters = 0;
  while (letters < before.size() && is_word_character(before[before.size() - 1 - letters])) ++letters;
  const bool is_number = letters > 0 && before.back() >= U'0' && before.back() <= U'9';
  return letters > 0 && letters <= 3 && !is_number;
}

End end_of(std::string_view utf8) {
  const std::u32string text = to_utf32(utf8);
  std::size_t size = text.size();
  while (size > 0 && is_outside(text[size - 1])) --size;
  if (size == 0) return {"", {utf8.size(), utf8.size()}, false};
  std::size_t first = size;
  while (first > 0 && !class_of(text[first - 1]).empty()) --first;
  const std::u32string_view marks = std::u32string_view(text).substr(first, size - first);
  const std::size_t begin = to_utf8(std::u32string_view(text).substr(0, first)).size();
  const ByteRange range{begin, begin + to_utf8(marks).size()};
  if (marks.empty()) return {"", range, false};
  // "?!" asks, "?.." asks too, "..." trails off.
  for (const char32_t c : {U'?', U'!', U'…'}) {
    if (marks.find(c) != marks.npos) return {class_of(c), range, false};
  }
  if (marks.find(U"..") != marks.npos) return {"…", range, false};
  const char32_t last = marks.back();
  return {class_of(last), range, last == U'.' && ends_in_abbreviation(std::u32string_view(text).substr(0, first))};
}

std::string named(std::string_view mark) { return mark.empty() ? "nothing" : "\"" + std::string(mark) + "\""; }

void check_end(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  const End wanted = end_of(source.text());
  const End found = end_of(target.text());
  if (wanted.mark == found.mark) return;
  if ((wanted.may_be_none && found.mark.empty()) || (found.may_be_none && wanted.mark.empty())) return;
  findings.add("endpunc", target, found.range,
               "ends with " + named(found.mark) + ", " + source.tag() + " with " + named(wanted.mark));
}

enum class Case { none, small, capital };

struct Start {
  Case letter_case = Case::none;
  ByteRange range;
};

// The case of the letter that opens the text, quotes and brackets aside; none when anything else does, such as a
// number, or a word in foreign letters.
Start start_of(const CheckedText& text) {
  const std::string& utf8 = text.text();
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(utf8, at);
    if (std::u32string_view(U"\"'«“„‘([ ").find(c) != std::u32string_view::npos) continue;
    const bool is_letter = is_word_character(c) && !(c >= U'0' && c <= U'9');
    const auto token = std::ranges::find(text.tokens, begin, [](const Token& t) { return t.range.begin; });
    if (!is_letter || (token != text.tokens.end() && token->kind != TokenKind::word)) return {};
    return {to_small(c) == c ? Case::small : Case::capital, {begin, at}};
  }
  return {};
}

// A sentence, not a word or two: a name or a label may be written as each language does.
bool is_sentence(const CheckedText& text) {
  const auto words = std::ranges::count(text.tokens, TokenKind::word, &Token::kind);
  return words >= 3;
}

void check_start(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  const Start wanted = start_of(source);
  const Start found = start_of(target);
  if (wanted.letter_case == Case::none || found.letter_case == Case::none) return;
  if (wanted.letter_case == found.letter_case || !is_sentence(source) || !is_sentence(target)) return;
  findings.add("startcaps", target, found.range,
               found.letter_case == Case::small ? "begins with a small letter, " + source.tag() + " with a capital"
                                                : "begins with a capital, " + source.tag() + " with a small letter");
}

}  // namespace

void check_ends(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  check_end(source, target, findings);
  check_start(source, target, findings);
}

}  // namespace egiz::detail
