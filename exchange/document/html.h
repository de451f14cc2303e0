// SPDX-License-Identifier: Apache-2.0
#pragma once

// Web pages: HTML and XHTML.

#include <string_view>

#include "exchange/document_limits.h"
#include "exchange/document_reader.h"
#include "text/decode.h"

namespace egiz::exchange {

// The text of a page.  Its encoding is that of its byte order mark, else of its <meta> or XML declaration, else
// detected.  Notes come behind the paragraph that refers to them.  Left out: navigation, scripts, forms, what is hidden,
// descriptions of images.  Throws Error{parse} when the bytes are no text, Error{unsupported} beyond the limits.
DocumentText read_html(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

// The bytes of a page as UTF-8.  Where a page in UTF-8 has a few bytes that are not, they become U+FFFD, with a note.
DecodedText decode_html(std::string_view bytes, std::string_view name);

}  // namespace egiz::exchange
