// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pdf_note_marks.h"

#include <string>
#include <vector>

namespace egiz::exchange {
namespace {

struct Place {
  std::size_t paragraph;
  std::size_t offset;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_stop(char c) { return std::string_view(".,;:!?").find(c) != std::string_view::npos; }

// How likely the number at offset is a mark: 2 behind a word, 1 at the end behind a stop that follows a number ("2.1" may
// be that, too), 0 for no mark.
int likelihood(std::string_view text, std::size_t offset, std::size_t size) {
  const std::size_t end = offset + size;
  if (end < text.size() && text[end] != ' ' && !is_stop(text[end]) && text[end] != ')') return 0;
  if (offset == 0) return 0;
  const char before = text[offset - 1];
  if (before == ' ' || is_digit(before)) return 0;
  const auto is_word_end = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ')' || c == '"';
  };
  if (!is_stop(before)) return is_word_end(before) ? 2 : 0;
  if (offset < 2) return 0;
  if (is_word_end(text[offset - 2])) return 2;
  return is_digit(text[offset - 2]) && end == text.size() ? 1 : 0;
}

}  // namespace

std::optional<std::size_t> remove_note_mark(std::span<Paragraph> paragraphs, std::string_view number) {
  if (number.empty()) return std::nullopt;
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
