// SPDX-License-Identifier: Apache-2.0

// Checks "blank", "unchanged", "short" and "long": is there a translation at all, and a whole one?

#include <algorithm>

#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/check.h"
#include "tm/detail/key_words.h"

namespace egiz::detail {
namespace {

// A translation shorter than this share of a long source lost something; the other way about it gained.
constexpr double kLeastShare = 0.3;
constexpr std::size_t kLongText = 40;  // code points

bool has_words(const CheckedText& text) { return !word_ranges(text.text()).empty(); }

bool is_small_word(std::string_view word) {
  std::size_t at = 0;
  const char32_t first = next_code_point(word, at);
  const bool is_letter = (first >= U'a' && first <= U'z') || first >= 0xC0;
  return is_letter && to_small(first) == first && at < word.size();
}

// Without what stands in quotes and braces: names are not translated.
std::string outside_quotes(std::string_view text) {
  std::string outside;
  bool is_quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool opens = c == U'«' || c == U'“' || c == U'„' || c == U'{' || (c == U'"' && !is_quoted);
    const bool closes = c == U'»' || c == U'”' || c == U'}' || (c == U'"' && is_quoted);
    if (opens || closes) is_quoted = opens;
    if (!is_quoted && !closes) append_utf8(outside, c);
  }
  return outside;
}

// Names, codes and numbers stay as they are; a phrase does not.
bool should_change(const CheckedText& text) {
  const std::string outside = outside_quotes(text.text());
  const std::vector<ByteRange> words = word_ranges(outside);
  const auto small = std::ranges::count_if(words, [&](const ByteRange& range) {
    return is_small_word(std::string_view(outside).substr(range.begin, range.size()));
  });
  const bool is_address = std::ranges::any_of(text.tokens, [](const Token& t) { return t.kind == TokenKind::url; });
  if (is_address && words.size() < 6) return false;
  return words.size() >= 2 && small >= 1;
}

void check_length(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  const auto source_size = static_cast<double>(count_code_points(source.text()));
  const auto target_size = static_cast<double>(count_code_points(target.text()));
  const ByteRange whole{0, target.text().size()};
  if (source_size >= static_cast<double>(kLongText) && target_size < kLeastShare * source_size) {
    findings.add("short", target, whole, "much shorter than the text in " + source.tag());
  }
  if (target_size >= static_cast<double>(kLongText) && source_size < kLeastShare * target_size) {
    findings.add("long", target, whole, "much longer than the text in " + source.tag());
  }
}

}  // namespace

bool check_presence(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  if (has_words(source) != has_words(target)) {
    const CheckedText& empty = has_words(source) ? target : source;
    const CheckedText& other = has_words(source) ? source : target;
    findings.add("blank", empty, {0, empty.text().size()}, "no words, but there are in " + other.tag());
    return false;
  }
  const std::string key = match_key(target.text(), target.variant.language);
  if (key == match_key(source.text(), source.variant.language) && should_change(target)) {
    findings.add("unchanged", target, {0, target.text().size()}, "the same as the text in " + source.tag());
  } else {
    check_length(source, target, findings);
  }
  return true;
}

}  // namespace egiz::detail
