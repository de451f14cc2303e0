// SPDX-License-Identifier: Apache-2.0
#pragma once

// Electronic books: EPUB 2 and 3.

#include "exchange/document/archive.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// The text of the book in the order of its spine.  The table of contents is left out.  Throws Error{parse};
// Error{unsupported} for a book that is locked (DRM).
DocumentText read_epub(Archive& archive);

}  // namespace egiz::exchange
