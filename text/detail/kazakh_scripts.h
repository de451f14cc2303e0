// SPDX-License-Identifier: Apache-2.0
#pragma once

// Kazakh in Latin and Arabic letters to Kazakh in Cyrillic letters.

#include <string>
#include <string_view>

namespace egiz::detail {

// How text in Latin letters is spelled.
enum class KazakhLatin {
  acute,    // decree of February 2018: á ǵ ń ó ú ý, sh, ch; y is ы, i is і, ı is и and й
  breve,    // 2021, first table: ä ğ ñ ö ş ū ü; ı is ы, i is і, и and й
  breve_y,  // 2021, second table: the same, but y is ы, ı is і, i is и and й
};

// True when text has a letter of Kazakh that is neither in ASCII nor in Latin-1: ğ ş ı ū ǵ ń.
bool has_kazakh_latin_letter(std::u32string_view text);

// Which alphabet the letters of text speak for; a table of 2021 when no letter decides.
KazakhLatin kazakh_latin_alphabet(std::u32string_view text);

// Words in Latin letters to Cyrillic, when all their letters are in the alphabet; others stay.  й, и, я, ю are
// told apart by their neighbours, so a few loan words come out with another letter than their Cyrillic spelling.
// REQUIRES: text is NFC
std::u32string kazakh_latin_to_cyrillic(std::u32string_view text, KazakhLatin alphabet);

// Words in Arabic letters to Cyrillic; Arabic digits and punctuation to ASCII.  A word that opens with a hamza has
// front vowels.
// REQUIRES: text is NFC
std::u32string kazakh_arabic_to_cyrillic(std::u32string_view text);

}  // namespace egiz::detail
