// SPDX-License-Identifier: Apache-2.0
#pragma once

// The numbers of footnotes in the text of a PDF.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "exchange/document_reader.h"

namespace egiz::exchange {

// Removes the raised number of a footnote from the paragraphs of its page: where kRaisedNumber stands before it (pdf_page.h), else
// where it is glued to a word ("клаузу1", "д. 14/2.1") and exactly one place may be it.  Gives the index of its paragraph; nullopt when nothing is removed.
std::optional<std::size_t> remove_note_mark(std::span<Paragraph> paragraphs, std::string_view number);

}  // namespace egiz::exchange
