// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plain text that is too large to be in memory as a whole.

#include <cstddef>
#include <string>
#include <string_view>

#include "exchange/detail/byte_source.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// What is read at a time.
inline constexpr std::size_t kTextBlock = std::size_t{8} << 20;  // bytes

// Can the text that begins with head be read in parts?  Not one that was read in a wrong encoding once and has to be
// repaired: that takes the whole.
bool can_stream(std::string_view head);

// Gives the paragraphs of a text to sink as they are read: of head, and then of source.  Its encoding, and whether it
// is hard-wrapped, is decided on head.  Returns how many paragraphs there were.  Memory is bounded by block and a few
// times the largest paragraph.  Throws Error{parse} for bytes that are not of that encoding, with their place;
// Error{unsupported} when a paragraph has more than limits.max_text_bytes.
std::size_t stream_plain_text(std::string head, ByteSource& source, std::string_view name,
                              const DocumentReadOptions& options, const ParagraphSink& sink,
                              std::size_t block = kTextBlock);

}  // namespace egiz::exchange
