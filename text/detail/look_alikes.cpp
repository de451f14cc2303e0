// SPDX-License-Identifier: Apache-2.0
#include "text/detail/look_alikes.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace egiz::detail {

Script script_of(char32_t code_point) {
  if (code_point < 0x80) {
    const char32_t small = code_point | 0x20;
    return small >= U'a' && small <= U'z' ? Script::latin : Script::none;
  }
  if (!u_isalpha(static_cast<UChar32>(code_point))) return Script::none;
  if (code_point >= 0x400 && code_point <= 0x52F) return Script::cyrillic;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(code_point), &status)) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_ARABIC:
      return Script::arabic;
    default:
      return Script::other_letter;
  }
}

char32_t cyrillic_look_alike(char32_t latin) {
  constexpr std::u32string_view kLatin = U"abcehijkmopstxyëïıə";
  constexpr std::u32string_view kCyrillic = U"авсеніјкморѕтхуеїіә";  // ё is е in a key
  static_assert(kLatin.size() == kCyrillic.size());
  return paired(latin, kLatin, kCyrillic);
}

char32_t latin_look_alike(char32_t cyrillic) {
  constexpr std::u32string_view kCyrillic = U"авсенһіјкморѕтху";
  constexpr std::u32string_view kLatin = U"abcehhijkmopstxy";
  static_assert(kLatin.size() == kCyrillic.size());
  return paired(cyrillic, kCyrillic, kLatin);
}

}  // namespace egiz::detail
