// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "exchange/document/hyphenation.h"
#include "exchange/document/paragraph_builder.h"
#include "exchange/document/pdf_note_marks.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr double kSameSize = 0.15;  // of the height of a line
constexpr double kSameLine = 0.3;   // of the height of a line
constexpr double kFullLine = 0.85;  // of the width of its column
constexpr double kHalfLine = 0.5;
constexpr double kWideColumn = 0.75;    // of the width of the page
constexpr double kNarrowColumn = 0.25;  // of the width of the page: three columns are read, titles are no columns
constexpr double kGap = 1.3;            // of the usual step from line to line
constexpr double kHeading = 1.12;       // of the height of the body's lines
constexpr double kFootnote = 0.92;
constexpr double kLowerPart = 0.5;            // of the page: footnotes are below
constexpr std::size_t kLongestHeading = 300;  // bytes
constexpr std::size_t kMostLines = 5000;      // of a page whose lines are compared with each other
constexpr std::size_t kMostNotes = 50;        // of a page whose marks are looked for

bool is_same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.height() - b.height()) <= kSameSize * std::max(a.height(), b.height());
}

double center(const PdfLine& line) { return (line.left + line.right) / 2; }

std::string_view first_words_of(std::string_view text, int count) {
  std::size_t end = text.find(' ');
  for (int i = 1; i < count && end != std::string_view::npos; ++i) end = text.find(' ', end + 1);
  return text.substr(0, end);
}

// How wide some of the letters of a line are.
double width_of(std::string_view part, const PdfLine& line) {
  const auto letters = static_cast<double>(std::max<std::size_t>(count_code_points(line.text), 1));
  return (line.right - line.left) * static_cast<double>(count_code_points(part)) / letters;
}

// Without the mark of a note at its end.
std::string_view without_mark(std::string_view text) {
  const std::size_t mark = text.rfind(kRaisedNumber);
  if (mark == std::string_view::npos || text.find_first_not_of("0123456789", mark + 1) != std::string_view::npos)
    return text;
  return text.substr(0, mark);
}

bool ends_statement(std::string_view text) {
  text = without_mark(text);
  for (const std::string_view closing : {"\"", "»", "”", ")"}) {
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  }
  for (const std::string_view end : {".", "!", "?", "…", ":", ";"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

// Does text begin with a lower-case letter of ours?
bool starts_lower(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  return (c >= U'a' && c <= U'z') || (c >= 0x430 && c <= 0x45F) || (c >= 0x490 && c <= 0x4FF && c % 2 == 1);
}

// "- ", "• ", "1) ", "2.3. ", "а) ".
bool starts_item(std::string_view text) {
  for (const std::string_view bullet : {"- ", "– ", "— ", "• ", "▪ ", "* ", "· "}) {
    if (text.starts_with(bullet)) return true;
  }
  const std::string_view word = first_words_of(text, 1);
  if (word.size() > 8 || word.size() == text.size()) return false;
  return word.ends_with(')') ||
         (word.ends_with('.') && word.find_first_not_of("0123456789.") == std::string_view::npos);
}

double typical_height(const std::vector<PdfPage>& pages) {
  std::vector<double> heights;  // one for each letter would be right; one for each line is enough
  for (const PdfPage& page : pages) {
    for (const PdfBlock& block : page.blocks) {
      for (const PdfLine& line : block.lines) heights.push_back(line.height());
    }
  }
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

// The right edges of the columns of a page: how far lines of one size reach that begin at about the same place.
class Columns {
 public:
  explicit Columns(const PdfPage& page) {
    for (const PdfBlock& block : page.blocks) {
      for (const PdfLine& line : block.lines) {
        double& edge = edges_[{step_of(line), size_of(line)}];
        edge = std::max(edge, line.right);
      }
    }
  }

  double right_edge(const PdfLine& line) const {
    double edge = line.right;
    for (long step = step_of(line) - 2; step <= step_of(line) + 2; ++step) {
      for (long size = size_of(line) - 1; size <= size_of(line) + 1; ++size) {
        const auto found = edges_.find({step, size});
        if (found != edges_.end()) edge = std::max(edge, found->second);
      }
    }
    return edge;
  }

 private:
  static constexpr double kStep = 20;  // points: two steps are more than an indent and less than a column
  static constexpr double kSize = 2;   // points

  static long step_of(const PdfLine& line) { return std::lround(line.left / kStep); }
  static long size_of(const PdfLine& line) { return std::lround(line.height() / kSize); }

  std::map<std::pair<long, long>, double> edges_;
};

// How far the block may reach: to what stands right of it, which is the next cell of its row.
double right_of_block(const PdfBlock& block, const PdfPage& page) {
  double top = page.height;
  double bottom = 0;
  double right = 0;
  for (const PdfLine& line : block.lines) {
    top = std::min(top, line.top);
    bottom = std::max(bottom, line.bottom);
    right = std::max(right, line.right);
  }
  double limit = std::max(page.width, right);
  for (const PdfBlock& other : page.blocks) {
    for (const PdfLine& line : other.lines) {
      if (line.left > right && line.top < bottom && line.bottom > top) limit = std::min(limit, line.left);
    }
  }
  return limit;
}

class Builder {
 public:
  explicit Builder(const std::vector<PdfPage>& pages) : pages_(pages), height_(typical_height(pages)) {
    for (const PdfPage& page : pages) {
      for (const PdfBlock& block : page.blocks) {
        for (const PdfLine& line : block.lines) joiner_.learn(line.text);
      }
    }
  }

  std::vector<Paragraph> build() {
    for (const PdfPage& page : pages_) add_page(page);
    for (Paragraph& paragraph : paragraphs_) {
      std::erase(paragraph.text, kRaisedNumber);
      paragraph.text = std::string(trim_spaces(paragraph.text));
    }
    std::erase_if(paragraphs_, [](const Paragraph& paragraph) { return paragraph.text.empty(); });
    return std::move(paragraphs_);
  }

 private:
  void add_page(const PdfPage& page) {
    notes_ = 0;
    is_page_begin_ = true;
    page_begin_ = last_.value_or(paragraphs_.size());  // a paragraph may go on from the page before
    const Columns columns(page);
    std::size_t lines = 0;
    std::size_t full = 0;
    for (const PdfBlock& block : page.blocks) {
      lines += block.lines.size();
      full += static_cast<std::size_t>(std::count_if(block.lines.begin(), block.lines.end(), [&](const PdfLine& line) {
        return fullness(line, columns) > kFullLine;
      }));
    }
    has_cells_ = lines <= kMostLines;
    has_full_lines_ = full * 3 >= lines;  // a list has few
    for (const PdfBlock& block : page.blocks) add_block(block, columns, page);
  }

  void add_block(const PdfBlock& block, const Columns& columns, const PdfPage& page) {
    const double step = usual_step(block);
    const double limit = has_cells_ && block.lines.size() > 1 ? right_of_block(block, page) : page.width;
    const PdfLine* before = nullptr;
    const PdfLine* first = nullptr;
    std::string text;
    for (const PdfLine& line : block.lines) {
      if (line.text.empty()) continue;
      if (before != nullptr && starts_paragraph(*before, line, std::min(columns.right_edge(*before), limit), step)) {
        add_paragraph(std::move(text), *first, page, end_of(*before, columns, page));
        text.clear();
        first = nullptr;
      }
      if (first == nullptr) first = &line;
      joiner_.append(text, line.text);
      before = &line;
    }
    if (first != nullptr) add_paragraph(std::move(text), *first, page, end_of(*before, columns, page));
  }

  static double usual_step(const PdfBlock& block) {
    double step = 0;
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
      const double here = block.lines[i].top - block.lines[i - 1].top;
      if (here > kSameLine * block.lines[i].height() && (step == 0 || here < step)) step = here;
    }
    return step;
  }

  bool starts_paragraph(const PdfLine& before, const PdfLine& line, double right_edge, double step) const {
    if (!is_same_size(before, line)) return true;
    const bool is_beside = line.left >= before.right && line.top - before.top < before.height() * kSameLine;
    if (is_beside || (step > 0 && line.top - before.top > kGap * step)) return true;
    const bool has_ended = ends_statement(before.text);
    const double center_shift = std::abs(center(before) - center(line));
    const bool is_centered = center_shift < before.height() / 2 && std::abs(before.left - line.left) > 2;
    // Words that no line may part ("No. 1") are longer than one: without a full stop there has to be more room.
    const double wanted = before.height() / 3 + width_of(first_words_of(line.text, has_ended ? 1 : 3), line);
    if (before.right + wanted < right_edge && !is_centered) return true;
    const bool is_indented = line.left > before.left + before.height() / 2 && center_shift > before.height();
    return has_ended && (is_indented || starts_item(line.text));
  }

  // The last line of a paragraph.
  struct End {
    double fullness = 0;
    bool is_in_column = false;  // of running text: it is wide, and so are its neighbours
  };

  // The share of its column that a line takes.
  static double fullness(const PdfLine& line, const Columns& columns) {
    return (line.right - line.left) / std::max(columns.right_edge(line) - line.left, 1.0);
  }

  // Running text fills the page, or another column stands beside it; a list does neither.
  static bool is_in_column(const PdfLine& line, const Columns& columns, const PdfPage& page) {
    const double edge = columns.right_edge(line);
    if (line.right - line.left <= kNarrowColumn * page.width) return false;
    if (edge > kWideColumn * page.width) return true;
    const auto is_beside = [&](const PdfLine& other) { return other.left > edge; };
    return std::any_of(page.blocks.begin(), page.blocks.end(), [&](const PdfBlock& block) {
      return std::any_of(block.lines.begin(), block.lines.end(), is_beside);
    });
  }

  End end_of(const PdfLine& line, const Columns& columns, const PdfPage& page) const {
    return {fullness(line, columns), has_full_lines_ && is_in_column(line, columns, page)};
  }

  void add_paragraph(std::string text, const PdfLine& first, const PdfPage& page, End end) {
    if (is_footnote(text, first, page)) {
      add_footnote(std::move(text));
      return;
    }
    const bool is_page_begin = std::exchange(is_page_begin_, false);
    const bool is_full = last_end_.fullness > kFullLine && last_end_.is_in_column;
    const bool may_go_on =
        (starts_lower(text) && last_end_.fullness > kHalfLine) || (is_page_begin && is_full && !starts_item(text));
    last_end_ = end;
    if (last_ && may_go_on && !ends_statement(paragraphs_[*last_].text) && is_same_size(last_first_line_, first)) {
      joiner_.append(paragraphs_[*last_].text, text);
      return;
    }
    last_ = paragraphs_.size();
    last_first_line_ = first;
    const ParagraphKind kind = kind_of(text, first);
    paragraphs_.push_back({std::move(text), kind});
  }

  // Behind the paragraph that its mark is found in, and the notes that are there.
  void add_footnote(std::string text) {
    const std::string number = text.substr(0, text.find_first_not_of("0123456789"));
    text.erase(0, text.find_first_not_of("0123456789*) "));
    std::size_t place = paragraphs_.size();
    if (++notes_ <= kMostNotes) {
      if (const auto marked = remove_note_mark(std::span(paragraphs_).subspan(page_begin_), number)) {
        place = page_begin_ + *marked + 1;
        while (place < paragraphs_.size() && paragraphs_[place].kind == ParagraphKind::footnote) ++place;
      }
    }
    if (last_ && place <= *last_) ++*last_;
    paragraphs_.insert(paragraphs_.begin() + static_cast<std::ptrdiff_t>(place),
                       {std::move(text), ParagraphKind::footnote});
  }

  bool is_footnote(std::string_view text, const PdfLine& first, const PdfPage& page) const {
    return first.height() < kFootnote * height_ && first.top > page.height * kLowerPart && !text.empty() &&
           ((text[0] >= '0' && text[0] <= '9') || text[0] == '*');
  }

  ParagraphKind kind_of(std::string_view text, const PdfLine& first) const {
    if (first.height() > kHeading * height_ && text.size() <= kLongestHeading) return ParagraphKind::heading;
    return starts_item(text) ? ParagraphKind::list_item : ParagraphKind::text;
  }

  const std::vector<PdfPage>& pages_;
  double height_;  // of most lines
  LineJoiner joiner_;
  std::vector<Paragraph> paragraphs_;
  std::optional<std::size_t> last_;  // the last paragraph that is no footnote
  std::size_t page_begin_ = 0;       // the first paragraph of the page
  std::size_t notes_ = 0;            // on the page
  PdfLine last_first_line_;
  End last_end_;
  bool has_full_lines_ = false;  // the page is of running text
  bool has_cells_ = true;        // cells of tables are looked for on the page
  bool is_page_begin_ = true;    // nothing but footnotes has been read of the page
};

}  // namespace

std::vector<Paragraph> pdf_paragraphs(const std::vector<PdfPage>& pages) { return Builder(pages).build(); }

}  // namespace egiz::exchange
