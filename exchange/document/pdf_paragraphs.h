// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lines of pages to paragraphs.

#include <vector>

#include "exchange/document/pdf_page.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// A PDF knows lines, not paragraphs.  A line ends its paragraph where the next word would still have fitted on it, or the
// next line is indented, further away, or of another size; a paragraph that ends without a full stop goes on in the next
// column or page when that begins in lower case, and on the next page when its last line is full.  Small print at the
// foot of a page is a footnote, large print a heading.
std::vector<Paragraph> pdf_paragraphs(const std::vector<PdfPage>& pages);

}  // namespace egiz::exchange
