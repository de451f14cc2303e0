// SPDX-License-Identifier: Apache-2.0
#pragma once

// PDF, through the program pdftotext of poppler-utils.

#include <string_view>

#include "exchange/document_limits.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// The text of a PDF.  Running heads and page numbers are left out, words broken at line ends joined, columns read one
// after another.  Throws Error{unsupported} when pdftotext is not installed or goes beyond the limits, for a PDF with a
// password, and for one without text (a scan); Error{parse} for a damaged one.
DocumentText read_pdf(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

}  // namespace egiz::exchange
