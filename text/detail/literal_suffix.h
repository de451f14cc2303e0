// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a regular expression certainly ends with, for passing over most rules without running them.

#include <string>
#include <string_view>

namespace egiz::detail {

// The last characters of whatever pattern matches, kAnything where one character may be any; empty when
// nothing is certain.  "\bпроф\.\s" gives "проф." and kAnything.
inline constexpr char16_t kAnything = 0xFFFF;  // no character

std::u16string find_literal_suffix(std::u16string_view pattern);

// May text end in suffix?
bool may_end_with(std::u16string_view text, std::u16string_view suffix);

}  // namespace egiz::detail
