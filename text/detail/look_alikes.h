// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters of one script that are typed for letters of another ("мемлекеттiк" with a Latin i).

#include <string_view>

namespace egiz::detail {

enum class Script { none, latin, cyrillic, arabic, other_letter };

// The script of a letter; none for what is no letter.  Combining marks are none.
Script script_of(char32_t code_point);

// The Cyrillic letter that a Latin letter looks like, in capital or small form, or 0.  REQUIRES: small letter
char32_t cyrillic_look_alike(char32_t latin);

// The Latin letter that a Cyrillic letter looks like, in capital or small form, or 0.  REQUIRES: small letter
char32_t latin_look_alike(char32_t cyrillic);

// to[i] where from[i] is letter, or 0.  REQUIRES: from and to have one size
constexpr char32_t paired(char32_t letter, std::u32string_view from, std::u32string_view to) {
  const auto at = from.find(letter);
  return at == std::u32string_view::npos ? 0 : to[at];
}

}  // namespace egiz::detail
