// SPDX-License-Identifier: Apache-2.0
#pragma once

// Markdown: CommonMark with GitHub's tables and footnotes.

#include <string_view>

#include "exchange/document_limits.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// The text without its marks.  Left out: code blocks, front matter, addresses of links, descriptions of images.
// Throws Error{parse} when the bytes are no text, Error{unsupported} beyond the limits.
DocumentText read_markdown(std::string_view bytes, std::string_view name, const DocumentLimits& limits);

}  // namespace egiz::exchange
