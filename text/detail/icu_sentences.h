// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sentences by ICU, for the languages that there are no rules for.

#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"

namespace egiz::detail {

// As find_sentences(), by the sentence rules of Unicode (UAX #29) as ICU has them for language.
void find_sentences_by_icu(std::string_view paragraph, const Language& language, std::size_t offset,
                           std::vector<ByteRange>& sentences);

}  // namespace egiz::detail
