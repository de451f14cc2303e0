// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/numbers_sieve.h"

#include "text/tokens.h"
#include "text/utf8.h"
#include "tm/detail/key_words.h"
#include "tm/detail/numeral.h"

namespace egiz::detail {

namespace {

// The cheap sign: a digit, or a letter that Roman numbers begin with.
bool may_hold_number(std::string_view text) {
  return text.find_first_of("0123456789IVXLCDM") != std::string_view::npos ||
         text.find("Х") != std::string_view::npos || text.find("І") != std::string_view::npos;
}

}  // namespace

NumbersSieve::NumbersSieve(std::string_view text, std::string_view key, const Language& language) {
  if (!may_hold_number(text)) return;
  std::size_t letters = 0;
  for (const Token& token : tokenize(text, language)) {
    if (!Numeral::is_one(token)) continue;
    letters += count_code_points(text.substr(token.range.begin, token.range.size()));
    most_other_words_ += kWordsOfNumber;
  }
  if (letters == 0) return;
  key_ = to_utf32(key);
  floor_ = 100 - 100.0 * static_cast<double>(letters + kMostGrowth) / static_cast<double>(key_.size());
}

NumbersSieve::Words NumbersSieve::words_without_digits(std::u32string_view key) {
  Words words;
  std::size_t begin = 0;
  bool has_digit = false;
  for (std::size_t i = 0; i <= key.size(); ++i) {
    if (i < key.size() && is_word_character(key[i])) {
      has_digit = has_digit || (key[i] >= U'0' && key[i] <= U'9');
      continue;
    }
    if (i > begin && !has_digit) words.push_back(key.substr(begin, i - begin));
    begin = i + 1;
    has_digit = false;
  }
  return words;
}

bool NumbersSieve::passes(std::u32string_view key) const {
  const Words mine = words_without_digits(key_);
  const Words theirs = words_without_digits(key);
  if (mine.size() != theirs.size()) return false;
  std::size_t others = 0;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (mine[i] != theirs[i] && ++others > most_other_words_) return false;
  }
  return true;
}

}  // namespace egiz::detail
