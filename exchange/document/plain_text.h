// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plain text, in.

#include <string>
#include <string_view>

#include "exchange/document_reader.h"

namespace egiz::exchange {

// Decodes bytes and cuts them into paragraphs; name is for messages.  Throws Error{parse} for bytes that are no text.
DocumentText read_plain_text(std::string_view bytes, std::string_view name, ParagraphMode mode);

// A paragraph on one line: a line end, with the blanks around it, becomes a space.
std::string one_line(std::string_view paragraph);

}  // namespace egiz::exchange
