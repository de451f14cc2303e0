// SPDX-License-Identifier: Apache-2.0
#include "cli/diff.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace egiz::cli {
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

std::string coloured_diff(std::string_view before, std::string_view after) {
  std::string shown;
  for (const DiffPart& part : word_diff(before, after)) {
    if (part.kind == DiffPart::Kind::removed) shown += "\033[9;31m";
    if (part.kind == DiffPart::Kind::added) shown += "\033[32m";
    shown += part.text;
    if (part.kind != DiffPart::Kind::same) shown += "\033[0m";
  }
  return shown;
}

}  // namespace egiz::cli
