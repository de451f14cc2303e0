// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/concordance_query.h"

#include <algorithm>
#include <array>

#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/key_words.h"

namespace egiz::detail {
namespace {

constexpr std::array<char32_t, 8> kQuotes{U'"', U'«', U'»', U'„', U'“', U'”', U'‟', U'＂'};

bool is_quote(char32_t c) { return std::ranges::find(kQuotes, c) != kQuotes.end(); }
bool is_blank(char32_t c) { return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x202F || c == 0x3000; }

std::string_view word_at(std::string_view key, const ByteRange& range) { return key.substr(range.begin, range.size()); }

// True when term stands at word number first of key.
bool stands_at(const ConcordanceTerm& term, std::string_view key, const std::vector<ByteRange>& words,
               std::size_t first) {
  if (words.size() - first < term.words.size()) return false;
  for (std::size_t i = 0; i < term.words.size(); ++i) {
    if (!term.words[i].fits(word_at(key, words[first + i]))) return false;
  }
  return true;
}

// Where the words of key stand in text.  Usually word for word; where a fold joined or parted words, the words of
// text are compared by their own keys, and those that differ are left out.
std::vector<ByteRange> words_in_text(std::string_view text, std::string_view key, const std::vector<ByteRange>& words,
                                     const Language& language) {
  std::vector<ByteRange> in_text = word_ranges(text);
  if (in_text.size() == words.size()) return in_text;
  std::vector<ByteRange> aligned(words.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = next; j < in_text.size(); ++j) {
      if (match_key(word_at(text, in_text[j]), language) != word_at(key, words[i])) continue;
      aligned[i] = in_text[j];
      next = j + 1;
      break;
    }
  }
  return aligned;
}

std::vector<ByteRange> united(std::vector<ByteRange> ranges) {
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  std::vector<ByteRange> result;
  for (const ByteRange& range : ranges) {
    if (range.size() == 0) continue;
    if (!result.empty() && range.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, range.end);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

}  // namespace

bool WantedWord::fits(std::string_view word) const {
  if (forms) return forms->contains(word);
  return may_go_on ? word.starts_with(key) : word == key;
}

std::vector<PlacedWord> placed_words(std::string_view text, const Language& language) {
  const std::string key = match_key(text, language);
  const std::vector<ByteRange> words = word_ranges(key);
  const std::vector<ByteRange> in_text = words_in_text(text, key, words, language);
  std::vector<PlacedWord> placed;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (in_text[i].size() != 0) placed.push_back({std::string(word_at(key, words[i])), in_text[i]});
  }
  return placed;
}

ConcordanceQuery::ConcordanceQuery(std::span<const PlacedWord> words) {
  ConcordanceTerm& term = terms_.emplace_back();
  for (const PlacedWord& word : words) term.words.push_back({word.key});
}

ConcordanceQuery::ConcordanceQuery(std::string_view text, const Language& language) {
  bool in_quotes = false;
  std::size_t begin = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t here = offset;
    const char32_t c = next_code_point(text, offset);
    const bool is_end_of_term = is_quote(c) || (!in_quotes && is_blank(c));
    if (!is_end_of_term) continue;
    add_term(text.substr(begin, here - begin), language);
    begin = offset;
    if (is_quote(c)) in_quotes = !in_quotes;
  }
  add_term(text.substr(begin), language);
}

void ConcordanceQuery::add_term(std::string_view piece, const Language& language) {
  while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
  const std::string key = match_key(piece, language);
  const std::vector<ByteRange> words = word_ranges(key);
  if (words.empty()) return;
  ConcordanceTerm term;
  for (std::size_t i = 0; i < words.size(); ++i) {
    WantedWord& word = term.words.emplace_back(WantedWord{std::string(word_at(key, words[i]))});
    const std::size_t next = i + 1 < words.size() ? words[i + 1].begin : key.size() + 1;
    const bool is_marked = words[i].end < key.size() && key[words[i].end] == '~';
    if (!is_marked || next == words[i].end + 1) continue;  // 5~10 are two words
    word.forms.emplace(word.key, language);
    word.key = word.forms->beginning();
    word.may_go_on = true;
  }
  term.words.back().may_go_on |= piece.back() == '*';
  terms_.push_back(std::move(term));
}

bool ConcordanceQuery::matches(std::string_view key) const {
  const std::vector<ByteRange> words = word_ranges(key);
  return std::ranges::all_of(terms_, [&](const ConcordanceTerm& term) {
    for (std::size_t first = 0; first < words.size(); ++first) {
      if (stands_at(term, key, words, first)) return true;
    }
    return false;
  });
}

std::vector<ByteRange> ConcordanceQuery::highlights(std::string_view text, const Language& language) const {
  const std::string key = match_key(text, language);
  const std::vector<ByteRange> words = word_ranges(key);
  const std::vector<ByteRange> in_text = words_in_text(text, key, words, language);
  std::vector<ByteRange> ranges;
  for (const ConcordanceTerm& term : terms_) {
    for (std::size_t first = 0; first < words.size(); ++first) {
      if (!stands_at(term, key, words, first)) continue;
      const ByteRange& begin = in_text[first];
      const ByteRange& end = in_text[first + term.words.size() - 1];
      if (begin.size() != 0 && end.size() != 0) ranges.push_back({begin.begin, end.end});
    }
  }
  return united(std::move(ranges));
}

}  // namespace egiz::detail
