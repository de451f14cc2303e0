// SPDX-License-Identifier: Apache-2.0
#pragma once

// Texts that were once read in a wrong encoding, and texts typed with "KZ" fonts.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/decode.h"

namespace egiz {

// A line that was repaired.
struct RepairedLine {
  std::size_t line = 0;  // counts from 1
  std::string before;
  std::string after;

  bool operator==(const RepairedLine&) const = default;
};

struct Repair {
  std::string text;                           // the text, repaired lines replaced; others byte for byte
  std::optional<Encoding> written_in;         // what the bytes were; nullopt when nothing was wrong
  Encoding read_as = Encoding::windows_1251;  // what they had been taken for
  bool is_certain = false;          // the damage leaves no doubt: many letters, and words only after the repair
  std::vector<RepairedLine> lines;  // in order

  // "3 lines were KZ-1048 read as windows-1251 (or typed with a KZ font)"; empty when nothing was wrong.
  std::string summary() const;
};

// Finds text in UTF-8, KOI8-R, IBM866, Mac Cyrillic, KZ-1048, PT154, windows-1251 that was read as windows-1251 or
// windows-1252 ("РџСЂРёРІРµС‚", "Ïðèâåò"), and Kazakh typed with fonts that show Ќ Ћ Ў Ј Ґ Є Ї Ѕ as Қ Һ Ұ Ә Ө Ғ Ү Ң
// ("Ќазаќстан"), which is KZ-1048 read as windows-1251.  One kind of damage a text: the one whose repair makes the
// text most likely; then every line it makes likelier is repaired.  Healthy text comes back as it was, and so does
// Ukrainian, Serbian or Macedonian, whose own letters those are.
// Pure; any thread.
// REQUIRES: text is valid UTF-8
Repair repair(std::string_view text);

}  // namespace egiz
