// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plain text, in.

#include <string_view>

#include "exchange/document_reader.h"

namespace egiz::exchange {

// Decodes bytes and cuts them into paragraphs; name is for messages.  Throws Error{parse} for bytes that are no text.
DocumentText read_plain_text(std::string_view bytes, std::string_view name, ParagraphMode mode);

}  // namespace egiz::exchange
