// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pages of a PDF as pdftotext -bbox-layout gives them.

#include <string>
#include <string_view>
#include <vector>

#include "exchange/document_limits.h"

namespace egiz::exchange {

// Stands before a raised number in the text of a line: the mark of a footnote, or a power.
inline constexpr char kRaisedNumber = '\x01';

struct PdfLine {
  std::string text;
  double left = 0;    // points from the left edge of the page
  double right = 0;
  double top = 0;     // points from the upper edge
  double bottom = 0;

  double height() const { return bottom - top; }
};

// Lines that stand together, in one column.
struct PdfBlock {
  std::vector<PdfLine> lines;
};

struct PdfPage {
  double width = 0;   // points
  double height = 0;
  std::vector<PdfBlock> blocks;  // in reading order
};

// Throws Error{unsupported} beyond the limits.
std::vector<PdfPage> parse_pdf_pages(std::string_view xhtml, std::string_view name, const DocumentLimits& limits);

}  // namespace egiz::exchange
