// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which language is this?

#include <string_view>

#include "text/language.h"

namespace egiz {

struct Identification {
  Language language;      // "ru", "kk" (Cyrillic), "kk-Latn", "kk-Arab", "en"; "und" when undecided;
                          // "mul" never.  "x-other" for a language that is none of these.
  double confidence = 0;  // 0 to 1
};

// The language of a text of any length: one word to a document.  Pure; any thread.
Identification identify(std::string_view text);

}  // namespace egiz
