// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pdf_page.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

#include "exchange/document/markup.h"

namespace egiz::exchange {
namespace {

constexpr double kGutter = 1.2;    // of the height of a line: wider than any space between words
constexpr double kRaised = 0.75;   // of the height of a line: raised and lowered print is smaller
constexpr double kFarthest = 1e6;  // points; no page is that large

// Letters that fonts draw as one: U+FB00 to U+FB06.
constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

void append_without_ligatures(std::string& out, std::string_view text) {
  for (std::size_t at = text.find("\xEF\xAC"); at != std::string_view::npos; at = text.find("\xEF\xAC")) {
    out += text.substr(0, at);
    const auto last = static_cast<unsigned char>(at + 2 < text.size() ? text[at + 2] : 0);
    if (last >= 0x80 && last <= 0x86) {
      out += kLigatures[last - 0x80];
    } else {
      out += text.substr(at, 3);
    }
    text.remove_prefix(std::min(at + 3, text.size()));
  }
  out += text;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

double number_of(const MarkupElement& element, std::string_view attribute) {
  const std::string_view text = element.attribute(attribute);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}

class PageHandler final : public MarkupHandler {
 public:
  // The HTML parser gives names in lower case, and attributes too.
  void start(const MarkupElement& element) override {
    in_word_ = element.name == "word";
    if (element.name == "page") {
      pages.push_back({number_of(element, "width"), number_of(element, "height"), {}});
    } else if (pages.empty()) {
      return;
    } else if (element.name == "block") {
      pages.back().blocks.emplace_back();
    } else if (element.name == "line" && !pages.back().blocks.empty()) {
      pages.back().blocks.back().lines.push_back({{},
                                                  number_of(element, "xmin"),
                                                  number_of(element, "xmax"),
                                                  number_of(element, "ymin"),
                                                  number_of(element, "ymax")});
    } else if (in_word_ && line() != nullptr) {
      start_word(element);
    }
  }

  void end(std::string_view) override {
    if (in_word_ && is_raised_ && line() != nullptr) end_raised();
    in_word_ = false;
  }

  void text(std::string_view text) override {
    if (!in_word_ || line() == nullptr) return;
    std::string& out = line()->text;
    const std::size_t begin = out.size();
    append_without_ligatures(out, text);
    std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), is_control, ' ');
  }

  std::vector<PdfPage> pages;

 private:
  void end_raised() {
    std::string& text = line()->text;
    const std::string_view word = std::string_view(text).substr(std::min(word_begin_, text.size()));
    if (word.empty() || word.find_first_not_of("0123456789") != std::string_view::npos) return;
    text.insert(word_begin_, 1, kRaisedNumber);
  }

  void start_word(const MarkupElement& element) {
    is_raised_ = false;
    const double left = number_of(element, "xmin");
    const double right = number_of(element, "xmax");
    const double top = number_of(element, "ymin");
    const double height = number_of(element, "ymax") - top;
    PdfLine& open = *line();
    if (open.text.empty()) {
      open.left = left;
    } else if (left - open.right > kGutter * open.height()) {  // the next cell of a table
      pages.back().blocks.back().lines.push_back({{}, left, right, open.top, open.bottom});
      return;
    } else if (height > kRaised * open.height()) {  // the number of a note stays at its word
      open.text += ' ';
    } else {
      is_raised_ = top < open.top + height / 2;
    }
    word_begin_ = open.text.size();
    open.right = right;
  }

  PdfLine* line() {
    if (pages.empty() || pages.back().blocks.empty() || pages.back().blocks.back().lines.empty()) return nullptr;
    return &pages.back().blocks.back().lines.back();
  }

  bool in_word_ = false;
  bool is_raised_ = false;      // the word is
  std::size_t word_begin_ = 0;  // in the text of its line
};

}  // namespace

std::vector<PdfPage> parse_pdf_pages(std::string_view xhtml, std::string_view name, const DocumentLimits& limits) {
  PageHandler handler;
  parse_html(xhtml, name, limits, handler);
  return std::move(handler.pages);
}

}  // namespace egiz::exchange
