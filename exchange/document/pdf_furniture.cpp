// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace egiz::exchange {
namespace {

constexpr double kMargin = 0.15;         // of the height of a page, at either end
constexpr double kPlaceTolerance = 4.0;  // points
constexpr std::size_t kMostNumber = 24;  // bytes of a line that is a page number: "— 12 —", "12 / 345"

bool is_in_margin(const PdfLine& line, const PdfPage& page) {
  return line.bottom < page.height * kMargin || line.top > page.height * (1 - kMargin);
}

// "Договор № 12, стр. 3" and "Договор № 12, стр. 4" are one.
std::string shape_of(const PdfLine& line) {
  std::string shape;
  for (const char c : line.text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit) {
      shape += c;
    } else if (!shape.ends_with('#')) {
      shape += '#';
    }
  }
  return shape;
}

using Place = std::pair<std::string, long>;  // shape and height on the page

Place place_of(const PdfLine& line) { return {shape_of(line), std::lround(line.top / kPlaceTolerance)}; }

// Digits with dashes, dots and slashes around: on a single page there is nothing to compare it with.
bool is_page_number(std::string_view text) {
  if (text.size() > kMostNumber || text.find_first_of("0123456789") == std::string_view::npos) return false;
  for (const std::string_view dash : {"–", "—"}) {
    if (text.starts_with(dash)) text.remove_prefix(dash.size());
    if (text.ends_with(dash)) text.remove_suffix(dash.size());
  }
  return text.find_first_not_of("0123456789-/ ") == std::string_view::npos;
}

double lowest_top(const PdfPage& page) {
  double lowest = 0;
  for (const PdfBlock& block : page.blocks) {
    for (const PdfLine& line : block.lines) lowest = std::max(lowest, line.top);
  }
  return lowest;
}

}  // namespace

std::size_t remove_page_furniture(std::vector<PdfPage>& pages) {
  std::map<Place, std::size_t> counts;
  for (const PdfPage& page : pages) {
    for (const PdfBlock& block : page.blocks) {
      for (const PdfLine& line : block.lines) {
        if (is_in_margin(line, page)) ++counts[place_of(line)];
      }
    }
  }
  // A line on the border between two steps of height is counted with the step that it falls in and the ones beside it.
  const auto times = [&](const PdfLine& line) {
    std::size_t sum = 0;
    for (const long step : {-1L, 0L, 1L}) {
      Place place = place_of(line);
      place.second += step;
      const auto found = counts.find(place);
      if (found != counts.end()) sum += found->second;
    }
    return sum;
  };
  std::size_t removed = 0;
  for (PdfPage& page : pages) {
    const bool is_alone = pages.size() == 1;
    const double lowest = lowest_top(page);
    for (PdfBlock& block : page.blocks) {
      const auto is_furniture = [&](const PdfLine& line) {
        if (!is_in_margin(line, page)) return false;
        if (is_alone) return line.top > page.height / 2 && is_page_number(line.text) && line.top == lowest;
        const std::size_t count = times(line);
        return count >= 2 && count * 3 >= pages.size();
      };
      removed += std::erase_if(block.lines, is_furniture);
    }
    std::erase_if(page.blocks, [](const PdfBlock& block) { return block.lines.empty(); });
  }
  return removed;
}

}  // namespace egiz::exchange
