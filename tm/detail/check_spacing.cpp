// SPDX-License-Identifier: Apache-2.0

// Checks "doublespacing" and "puncspacing".

#include "text/utf8.h"
#include "tm/detail/check.h"

namespace egiz::detail {
namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\u2009' || c == U'\u202F'; }

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r'; }

// Languages that set no blank before punctuation.
bool sets_close(const Language& language) {
  return language.primary() == "ru" || language.primary() == "kk" || language.primary() == "en";
}

// The mark at offset closes something, and does not open a name (".NET"), an ellipsis or a number (".5").
bool is_closing_mark(std::string_view text, std::size_t offset) {
  if (std::string_view(",.;:!?").find(text[offset]) == std::string_view::npos) return false;
  if (offset + 1 == text.size()) return true;
  const auto after = static_cast<unsigned char>(text[offset + 1]);
  return after == ' ' || after == '\n' || after == '\r' || after == '"' || text.substr(offset + 1).starts_with("»");
}

}  // namespace

void check_spacing(const CheckedText& checked, FindingList& findings) {
  const std::string_view text = checked.text();
  const bool is_close = sets_close(checked.variant.language);
  std::size_t blank_begin = 0;
  std::size_t blanks = 0;     // directly before at
  bool at_line_start = true;  // indentation is layout
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (is_blank(c)) {
      if (blanks++ == 0) blank_begin = here;
      continue;
    }
    if (!at_line_start && !is_line_end(c)) {
      if (blanks > 1) findings.add("doublespacing", checked, {blank_begin, here}, "more than one blank");
      if (blanks > 0 && is_close && is_closing_mark(text, here)) {
        findings.add("puncspacing", checked, {blank_begin, at}, "a blank before punctuation");
      }
    }
    blanks = 0;
    at_line_start = is_line_end(c);
  }
}

}  // namespace egiz::detail
