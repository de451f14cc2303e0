// SPDX-License-Identifier: Apache-2.0
#pragma once

// The form of a text that is compared.

#include <string>
#include <string_view>

#include "text/language.h"

namespace egiz {

// Raised whenever match_key gives another key for some text; stored in every memory.
inline constexpr int kMatchKeyVersion = 1;

// What two texts have in common when a translator would call them the same (docs/match-key.md): NFC, case
// folded, white space, quotes, dashes and apostrophes levelled, ё = е, Latin look-alikes inside Cyrillic
// words folded to Cyrillic, Kazakh in Latin and Arabic script folded to Cyrillic.
// Idempotent.  The text itself is never altered.  Pure; any thread.
// REQUIRES: text is valid UTF-8
//   match_key("Қазақстан  «Республикасы»", Language("kk"))  // қазақстан "республикасы"
std::string match_key(std::string_view text, const Language& language);

}  // namespace egiz
