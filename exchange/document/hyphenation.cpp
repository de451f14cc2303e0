// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/hyphenation.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::string_view kHyphens[] = {"-", "\xE2\x80\x90", "\xC2\xAD"};
constexpr std::size_t kLinesPerBreak = 30;  // in hyphenated text it is five to ten, in other text hundreds
constexpr std::size_t kMaxWords = 1'000'000;  // of a document: beyond that, what is known is enough

// Parts of Russian and Kazakh words that a hyphen always goes before.
constexpr std::string_view kEndings[] = {"то", "либо", "нибудь", "таки", "ка", "де", "с", "ақ", "ау", "ай", "мыс"};
// "по-русски", "по-новому".
constexpr std::string_view kAdverbEndings[] = {"ски", "цки", "ому", "ему", "ьи", "вых", "тьих"};

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x530 && c != 0xD7 && c != 0xF7);
}

// Letters that the three languages have; Latin letters with marks and Cyrillic, by the pairs of their blocks.
char32_t lower(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) return c | 1;
  return c;
}

bool is_lower_letter(char32_t c) { return is_letter(c) && lower(c) == c; }

std::string lower_case(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_utf8(out, lower(next_code_point(text, at)));
  return out;
}

// The bytes of the hyphen at the end of text: 0 when there is none.
std::size_t hyphen_length(std::string_view text) {
  for (const std::string_view hyphen : kHyphens) {
    if (text.ends_with(hyphen)) return hyphen.size();
  }
  return 0;
}

// The letters, and hyphens between them, at the start or the end of text.
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c) && c != U'-') break;
    end = at;
  }
  text = text.substr(0, end);
  while (text.ends_with('-')) text.remove_suffix(1);
  return text;
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t at = begin - 1;
    while (at > 0 && is_utf8_continuation(text[at])) --at;
    std::size_t end = at;
    const char32_t c = next_code_point(text, end);
    if (!is_letter(c) && c != U'-') break;
    begin = at;
  }
  text = text.substr(begin);
  while (text.starts_with('-')) text.remove_prefix(1);
  return text;
}

// "1941–" before "1945", "Mon.–" before "Fri.": a dash at its word, which no space parts.
bool ends_with_bound_dash(std::string_view text) {
  for (const std::string_view dash : {"–", "—"}) {
    if (text.size() > dash.size() && text.ends_with(dash)) return text[text.size() - dash.size() - 1] != ' ';
  }
  return false;
}

template <typename Range>
bool has(const Range& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

void LineJoiner::learn(std::string_view line) {
  const bool is_broken = hyphen_length(line) > 0;
  ++lines_;
  if (is_broken) ++broken_lines_;
  while (!line.empty() && words_.size() < kMaxWords) {
    const std::size_t end = std::min(line.find(' '), line.size());
    std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (line.empty() && is_broken) return;
    while (!word.empty()) {
      const std::string_view found = first_word(word);
      if (!found.empty()) words_.insert(lower_case(found));
      std::size_t next = found.size();
      if (next < word.size()) next_code_point(word, next);
      word.remove_prefix(next);
    }
  }
}

bool LineJoiner::keeps_hyphen(std::string_view left, std::string_view right) const {
  const std::string first = lower_case(left);
  const std::string second = lower_case(right);
  // The document itself knows best.
  if (words_.count(first + "-" + second) > 0) return true;
  if (words_.count(first + second) > 0) return false;
  if (has(kEndings, second) || first == second) return true;
  if (first == "по") {
    return std::any_of(std::begin(kAdverbEndings), std::end(kAdverbEndings),
                       [&](std::string_view ending) { return second.ends_with(ending); });
  }
  // Both halves are words of their own here: a pair such as "ата-ана", "купля-продажа".
  if (words_.count(first) > 0 && words_.count(second) > 0) return true;
  // Where words are broken at all, many are; else the few hyphens at line ends were there before.
  return broken_lines_ * kLinesPerBreak < lines_;
}

void LineJoiner::append(std::string& text, std::string_view line) const {
  if (text.empty() || line.empty() || ends_with_bound_dash(text)) {
    text += line;
    return;
  }
  const std::size_t hyphen = hyphen_length(text);
  const std::string_view before = std::string_view(text).substr(0, text.size() - hyphen);
  const std::string_view left = hyphen == 0 ? std::string_view() : last_word(before);
  const std::string_view right = first_word(line);
  if (hyphen == 0 || before.empty() || before.ends_with(' ')) {
    text += ' ';
  } else if (left.empty() || right.empty()) {
    // "2019-" + "2020", "X-" + "200": the hyphen stays; "руб.-" + "(" is odd enough to stay too.
  } else {
    std::size_t at = 0;
    const bool is_name = !is_lower_letter(next_code_point(right, at));  // "Нур-" + "Султан"
    if (text.ends_with("\xC2\xAD") || (!is_name && !keeps_hyphen(left, right))) text.resize(text.size() - hyphen);
  }
  text += line;
}

}  // namespace egiz::exchange
