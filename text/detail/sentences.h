// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sentences of a paragraph.

#include <string_view>
#include <vector>

#include "text/detail/word_book.h"
#include "text/document.h"
#include "text/language.h"

namespace egiz::detail {

// Appends the sentences of paragraph (without white space at either end) to sentences, as ranges into it moved
// by offset.
void find_sentences(std::string_view paragraph, const WordBook& words, std::size_t offset,
                    std::vector<ByteRange>& sentences);

}  // namespace egiz::detail
