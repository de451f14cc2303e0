// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pdf_note_marks.h"

#include <string>
#include <vector>

#include "exchange/document/pdf_page.h"

namespace egiz::exchange {
namespace {

struct Place {
  std::size_t paragraph;
  std::size_t offset;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_stop(char c) { return std::string_view(".,;:!?").find(c) != std::string_view::npos; }

// How likely the number at offset is a mark: 2 behind a word, 1 at the end behind a stop that follows a number ("2.1"
// may be that, too), 0 for no mark.
int likelihood(std::string_view text, std::size_t offset, std::size_t size) {
  const std::size_t end = offset + size;
  if (end < text.size() && text[end] != ' ' && !is_stop(text[end]) && text[end] != ')') return 0;
  if (offset == 0) return 0;
  const char before = text[offset - 1];
  if (before == ' ' || is_digit(before)) return 0;
  const auto is_word_end = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ')' ||
           c == '"';
  };
  if (!is_stop(before)) return is_word_end(before) ? 2 : 0;
  if (offset < 2) return 0;
  if (is_word_end(text[offset - 2])) return 2;
  return is_digit(text[offset - 2]) && end == text.size() ? 1 : 0;
}

// Square and cubic metres are raised numbers, too.
bool is_power(std::string_view before) { return before.ends_with("м") || before.ends_with("m"); }

// The first raised number of that value which is no power; a power when there is no other.
std::optional<Place> find_raised(std::span<const Paragraph> paragraphs, std::string_view number) {
  const std::string wanted = kRaisedNumber + std::string(number);
  std::optional<Place> found;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view text = paragraphs[i].text;
    for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
      const std::size_t end = at + wanted.size();
      if (end < text.size() && is_digit(text[end])) continue;
      if (!is_power(text.substr(0, at))) return Place{i, at};
      if (!found) found = Place{i, at};
    }
  }
  return found;
}

}  // namespace

std::optional<std::size_t> remove_note_mark(std::span<Paragraph> paragraphs, std::string_view number) {
  if (number.empty()) return std::nullopt;
  if (const auto raised = find_raised(paragraphs, number)) {
    paragraphs[raised->paragraph].text.erase(raised->offset, number.size() + 1);
    return raised->paragraph;
  }
  std::vector<Place> places[3];
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].kind == ParagraphKind::footnote) continue;
    const std::string& text = paragraphs[i].text;
    for (std::size_t at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
      places[likelihood(text, at, number.size())].push_back({i, at});
    }
  }
  const std::vector<Place>& best = places[2].empty() ? places[1] : places[2];
  if (best.size() != 1) return std::nullopt;
  paragraphs[best[0].paragraph].text.erase(best[0].offset, number.size());
  return best[0].paragraph;
}

}  // namespace egiz::exchange
