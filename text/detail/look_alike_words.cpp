// SPDX-License-Identifier: Apache-2.0
#include "text/detail/look_alike_words.h"

#include <cstddef>

#include "text/detail/look_alikes.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

// How many letters of a word are in which script.
struct Votes {
  int latin = 0;
  int cyrillic = 0;
  int latin_sure = 0;  // without a look-alike
  int cyrillic_sure = 0;
  bool is_roman = true;  // nothing but x, i, c, m and their look-alikes

  int letters() const { return latin + cyrillic; }
};

bool is_letter(char32_t c) {
  if (c == static_cast<char32_t>(kCapitalH)) return true;
  const Script script = script_of(c);
  return script == Script::latin || script == Script::cyrillic;
}

void count(char32_t c, Votes& votes) {
  if (c == static_cast<char32_t>(kCapitalH)) c = U'h';
  if (script_of(c) == Script::latin) {
    ++votes.latin;
    if (cyrillic_look_alike(c) == 0) ++votes.latin_sure;
  } else {
    ++votes.cyrillic;
    if (latin_look_alike(c) == 0) ++votes.cyrillic_sure;
  }
  constexpr std::u32string_view kRoman = U"xicmхісм";
  if (kRoman.find(c) == std::u32string_view::npos) votes.is_roman = false;
}

bool is_cyrillic_word(const Votes& votes, bool prefers_cyrillic) {
  const bool has_sure = votes.latin_sure + votes.cyrillic_sure > 0;
  if (prefers_cyrillic && !has_sure && (votes.letters() == 1 || votes.is_roman)) return true;
  if (votes.latin_sure != votes.cyrillic_sure) return votes.cyrillic_sure > votes.latin_sure;
  if (votes.latin != votes.cyrillic) return votes.cyrillic > votes.latin;
  return prefers_cyrillic;
}

char32_t to_cyrillic(char32_t c, bool is_kazakh) {
  if (c == static_cast<char32_t>(kCapitalH)) return U'н';
  if (c == U'h' && is_kazakh) return U'һ';
  if (script_of(c) != Script::latin) return c;
  const char32_t cyrillic = cyrillic_look_alike(c);
  return cyrillic == 0 ? c : cyrillic;
}

char32_t to_latin(char32_t c) {
  if (c == static_cast<char32_t>(kCapitalH)) return U'h';
  if (script_of(c) != Script::cyrillic) return c;
  const char32_t latin = latin_look_alike(c);
  return latin == 0 ? c : latin;
}

}  // namespace

std::string level_look_alikes(std::string_view text, const Language& language) {
  const bool is_kazakh = language.primary() == "kk";
  const bool prefers_cyrillic = is_kazakh || language.primary() == "ru";
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::size_t end = at;
    Votes votes;
    char32_t c = next_code_point(text, at);
    while (is_letter(c)) {
      count(c, votes);
      end = at;
      if (at == text.size()) break;
      c = next_code_point(text, at);
    }
    if (end == begin) {
      out.append(text.substr(begin, at - begin));
      continue;
    }
    const bool is_cyrillic = is_cyrillic_word(votes, prefers_cyrillic);
    for (at = begin; at < end;) {
      const char32_t letter = next_code_point(text, at);
      append_utf8(out, is_cyrillic ? to_cyrillic(letter, is_kazakh) : to_latin(letter));
    }
  }
  return out;
}

}  // namespace egiz::detail
