// SPDX-License-Identifier: Apache-2.0
#include "tm/word_diff.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "text/utf8.h"
#include "tm/detail/key_words.h"
#include "tm/similarity.h"

namespace egiz {
namespace {

constexpr std::size_t kMaxWords = 1000;

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
}

// Words, and every other character alone.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (is_word_byte(text[at]) && end < text.size() && is_word_byte(text[end])) ++end;
    pieces.push_back(text.substr(at, end - at));
    at = end;
  }
  return pieces;
}

// lengths[i][j]: how many pieces a[i..] and b[j..] have in common, in order.
std::vector<std::vector<std::uint16_t>> common_lengths(const std::vector<std::string_view>& a,
                                                       const std::vector<std::string_view>& b) {
  std::vector<std::vector<std::uint16_t>> lengths(a.size() + 1, std::vector<std::uint16_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      lengths[i][j] = a[i] == b[j] ? static_cast<std::uint16_t>(lengths[i + 1][j + 1] + 1)
                                   : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

// Adds a piece, joined to the last part when it goes on in the same text.
void append(std::vector<DiffPart>& parts, DiffPart::Kind kind, std::string_view piece) {
  if (!parts.empty() && parts.back().kind == kind &&
      parts.back().text.data() + parts.back().text.size() == piece.data()) {
    parts.back().text = {parts.back().text.data(), parts.back().text.size() + piece.size()};
  } else {
    parts.push_back({kind, piece});
  }
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Signs that do not end a word between two letters, or a number between two digits: "1,234.5", "don't".
bool joins(char32_t before, char32_t sign, char32_t after) {
  if (sign == U'.' || sign == U'\'') return is_digit(before) == is_digit(after);
  return sign == U',' && is_digit(before) && is_digit(after);
}

// A number for each piece of a text, the same for equal pieces.
class PieceNumbers {
 public:
  // letters must outlive this.
  std::u32string of(std::u32string_view letters) {
    std::u32string pieces;
    for (std::size_t at = 0; at < letters.size();) {
      std::size_t end = at + 1;
      while (end < letters.size() && goes_on(letters, end)) ++end;
      pieces += numbers_.emplace(letters.substr(at, end - at), static_cast<char32_t>(numbers_.size())).first->second;
      at = end;
    }
    return pieces;
  }

 private:
  static bool goes_on(std::u32string_view letters, std::size_t at) {
    if (detail::is_word_character(letters[at])) {
      return detail::is_word_character(letters[at - 1]) || (at >= 2 && is_joint(letters, at - 1));
    }
    return is_joint(letters, at);
  }

  static bool is_joint(std::u32string_view letters, std::size_t at) {
    if (at + 1 >= letters.size() || at == 0) return false;
    if (!detail::is_word_character(letters[at - 1]) || !detail::is_word_character(letters[at + 1])) return false;
    return joins(letters[at - 1], letters[at], letters[at + 1]);
  }

  std::unordered_map<std::u32string_view, char32_t> numbers_;
};

}  // namespace

std::vector<DiffPart> word_diff(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> a = pieces_of(before);
  const std::vector<std::string_view> b = pieces_of(after);
  std::vector<DiffPart> parts;
  if (a.size() > kMaxWords || b.size() > kMaxWords) {
    return {{DiffPart::Kind::removed, before}, {DiffPart::Kind::added, after}};
  }
  const auto lengths = common_lengths(a, b);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      append(parts, DiffPart::Kind::same, a[i++]);
      ++j;
    } else if (j == b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
      append(parts, DiffPart::Kind::removed, a[i++]);
    } else {
      append(parts, DiffPart::Kind::added, b[j++]);
    }
  }
  return parts;
}

int word_similarity(std::string_view key_a, std::string_view key_b) {
  const std::u32string letters_a = to_utf32(key_a);
  const std::u32string letters_b = to_utf32(key_b);
  PieceNumbers numbers;
  const std::u32string a = numbers.of(letters_a);
  const std::u32string b = numbers.of(letters_b);
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 100 : static_cast<int>(100 * (longer - levenshtein(a, b)) / longer);
}

}  // namespace egiz
