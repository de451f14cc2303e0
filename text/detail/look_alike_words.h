// SPDX-License-Identifier: Apache-2.0
#pragma once

// One script a word.

#include <string>
#include <string_view>

#include "text/language.h"

namespace egiz::detail {

// Every word of a case-folded text in one script: the one that most of its letters are in decides, letters that have
// no look-alike before those that have one, and the language when that is a tie.  In Russian and Kazakh a single
// look-alike letter, and a Roman number of look-alikes ("xx"), are Cyrillic.
// kCapitalH stands for a Latin capital H, which looks like Н where h looks like һ; it is resolved here.
// REQUIRES: text is valid UTF-8 and case folded
std::string level_look_alikes(std::string_view text, const Language& language);

inline constexpr char kCapitalH = '\x01';

}  // namespace egiz::detail
