// SPDX-License-Identifier: Apache-2.0
#include "text/detail/paragraphs.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <unicode/uchar.h>

#include "text/detail/characters.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

struct Line {
  ByteRange range;              // without white space at either end; empty for a blank line
  std::size_t indent = 0;       // bytes of white space before it
  bool ends_paragraph = false;  // by a form feed or U+2029
};

// The bytes that a line end can begin with.
constexpr std::array<bool, 256> kMayEndLine = [] {
  std::array<bool, 256> may{};
  for (const std::size_t byte : {0x0AU, 0x0BU, 0x0CU, 0x0DU, 0xC2U, 0xE2U}) may[byte] = true;
  return may;
}();

// The bytes of the line end at offset: 0 when there is none.
std::size_t line_end_length(std::string_view text, std::size_t offset) {
  switch (static_cast<unsigned char>(text[offset])) {
    case '\n':
    case '\v':
    case '\f':
      return 1;
    case '\r':
      return text.substr(offset, 2) == "\r\n" ? 2 : 1;
    case 0xC2:
      return text.substr(offset, 2) == "\xC2\x85" ? 2 : 0;
    case 0xE2:
      return text.substr(offset, 3) == "\xE2\x80\xA8" || text.substr(offset, 3) == "\xE2\x80\xA9" ? 3 : 0;
    default:
      return 0;
  }
}

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end, bool ends_paragraph) {
    const ByteRange range = trim(text, {begin, end});
    lines.push_back({range, range.begin - begin, ends_paragraph});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = kMayEndLine[static_cast<unsigned char>(text[at])] ? line_end_length(text, at) : 0;
    if (length == 0) {
      ++at;
      continue;
    }
    add(at, text[at] == '\f' || text.substr(at, length) == "\xE2\x80\xA9");
    at += length;
    begin = at;
  }
  add(text.size(), true);
  return lines;
}

bool starts_lower_case(std::string_view line) { return u_isULowercase(static_cast<UChar32>(code_point_at(line, 0))); }

// Could a sentence, or an item of a list, end here?
bool may_end_item(std::string_view line) {
  return std::string_view(".!?:;").find(line.back()) != std::string_view::npos || line.ends_with("…") ||
         line.ends_with("»") || line.ends_with("”");
}

// What the pairs of neighbouring lines say.
struct Pairs {
  std::size_t all = 0;
  std::size_t full = 0;        // the first word of the second line would not have fitted on the first
  std::size_t lower = 0;       // the second line begins with a small letter
  std::size_t unfinished = 0;  // and no sentence or item ends on the first

  bool have(std::size_t count, double share) const {
    return static_cast<double>(count) >= share * static_cast<double>(all);
  }
};

// The width that lines are broken at, in code points: that of the widest but for one line in twenty, so that
// a long address does not hide the margin.
std::size_t find_margin(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::size_t> widths;
  for (const Line& line : lines) {
    if (line.range.size() > 0) widths.push_back(count_code_points(text.substr(line.range.begin, line.range.size())));
  }
  if (widths.empty()) return 0;
  std::sort(widths.begin(), widths.end());
  return widths[widths.size() - 1 - widths.size() / 20];
}

Pairs compare_neighbours(std::string_view text, const std::vector<Line>& lines, std::size_t margin) {
  Pairs pairs;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].range.size() == 0 || lines[i + 1].range.size() == 0) continue;
    const std::string_view line = text.substr(lines[i].range.begin, lines[i].range.size());
    const std::string_view next = text.substr(lines[i + 1].range.begin, lines[i + 1].range.size());
    const bool is_lower = starts_lower_case(next);
    const std::size_t word = count_code_points(next.substr(0, next.find(' ')));
    ++pairs.all;
    if (count_code_points(line) + 1 + word > margin) ++pairs.full;
    if (is_lower) ++pairs.lower;
    if (is_lower && !may_end_item(line)) ++pairs.unfinished;
  }
  return pairs;
}

// Is this text hard-wrapped?  In wrapped text a line is as full as it can be, so the first word of the
// next one would not have fitted, and many lines go on in small letters.  In a text of one paragraph a line
// (or one title, list item, sentence a line) neither holds.  A few lines show no margin; they are wrapped
// when most go on in the middle of a sentence that begins with a capital and ends.
bool is_hard_wrapped(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::size_t kWidestWrap = 160;  // code points; nobody wraps wider
  constexpr double kFullLines = 0.6;        // share of the lines that another one follows
  constexpr double kLowerCaseStarts = 0.3;
  constexpr double kUnfinishedLines = 0.6;
  const std::size_t margin = find_margin(text, lines);
  const Pairs pairs = compare_neighbours(text, lines, margin);
  if (pairs.all == 0 || margin > kWidestWrap) return false;
  if (pairs.have(pairs.full, kFullLines) && pairs.have(pairs.lower, kLowerCaseStarts)) return true;
  const ByteRange whole = trim(text, {0, text.size()});
  return pairs.have(pairs.unfinished, kUnfinishedLines) && may_end_item(text.substr(0, whole.end)) &&
         u_isUUppercase(static_cast<UChar32>(code_point_at(text, whole.begin)));
}

// In wrapped text a paragraph may begin with an indented line instead of a blank one.  When most lines are
// indented, the indent is a margin and says nothing.
bool indent_means_paragraph(const std::vector<Line>& lines) {
  std::size_t indented = 0;
  std::size_t filled = 0;
  for (const Line& line : lines) {
    if (line.range.size() == 0) continue;
    ++filled;
    if (line.indent > 0) ++indented;
  }
  return indented * 2 < filled;
}

// "- milk", "• milk", "* milk".
bool starts_with_bullet(std::string_view line) {
  for (const std::string_view bullet : {"- ", "– ", "— ", "* ", "• ", "· ", "▪ ", "■ ", "○ "}) {
    if (line.starts_with(bullet)) return true;
  }
  return false;
}

std::vector<ByteRange> join_lines(std::string_view text, const std::vector<Line>& lines, bool detected) {
  const bool indents = detected && indent_means_paragraph(lines);
  std::vector<ByteRange> paragraphs;
  bool open = false;
  for (const Line& line : lines) {
    const ByteRange range = line.range;
    if (range.size() > 0) {
      const auto is_new_item = [&] {
        const std::string_view before = text.substr(0, paragraphs.back().end);
        return (indents && line.indent > 0) ||
               (detected && starts_with_bullet(text.substr(range.begin, range.size())) && may_end_item(before));
      };
      if (open && !is_new_item()) {
        paragraphs.back().end = range.end;
      } else {
        paragraphs.push_back(range);
      }
    }
    open = range.size() > 0 && !line.ends_paragraph;
  }
  return paragraphs;
}

std::vector<ByteRange> one_per_line(const std::vector<Line>& lines) {
  std::vector<ByteRange> paragraphs;
  for (const Line& line : lines) {
    if (line.range.size() > 0) paragraphs.push_back(line.range);
  }
  return paragraphs;
}

}  // namespace

bool is_hard_wrapped(std::string_view text) { return is_hard_wrapped(text, find_lines(text)); }

std::vector<ByteRange> find_wrapped_paragraphs(std::string_view text) { return join_lines(text, find_lines(text), true); }

std::vector<ByteRange> find_paragraphs(std::string_view text, ParagraphMode mode) {
  const std::vector<Line> lines = find_lines(text);
  if (mode == ParagraphMode::blank_line) return join_lines(text, lines, false);
  if (mode == ParagraphMode::detect && is_hard_wrapped(text, lines)) return join_lines(text, lines, true);
  return one_per_line(lines);
}

}  // namespace egiz::detail
