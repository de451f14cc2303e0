// SPDX-License-Identifier: Apache-2.0
#pragma once

// Formats that are read through another program: RTF and Word 97 documents.

#include <string_view>

#include "exchange/document_limits.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// Through LibreOffice, else unrtf (paragraphs only).  Throws Error{unsupported} when neither is installed or the program
// goes beyond the limits; Error{parse} when it cannot read the file.
DocumentText read_rtf(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

// Through LibreOffice, else antiword or catdoc (paragraphs only).  Throws as read_rtf does.
DocumentText read_word_97(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

}  // namespace egiz::exchange
