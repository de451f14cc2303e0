// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words, numbers and the other things in a segment that survive translation.

#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"

namespace egiz {

enum class TokenKind {
  word,         // letters of the language; value is its match key
  number,       // value is its decimal form without separators: "1 234,5" and "1,234.5" are "1234.5"; "25 %" keeps the % apart
  date,         // value is ISO 8601, as precise as the text: "2014-03-11", "2014-03", "--03-11"
  list_marker,  // an enumerator that opens a segment: "1)", "а)", "2.3.", "IV."; value "1", "a", "2.3", "4"
  latin,        // a Latin word inside Cyrillic text, or a code such as "COVID-19"; value case folded
  url,          // also e-mail addresses and file names; value as written
  punctuation,  // value is its class: ? ! : ; " - % … ( §
};

struct Token {
  TokenKind kind = TokenKind::word;
  ByteRange range;    // into the text given
  std::string value;  // normalised: equal values mean the same thing in every language
};

// The tokens of one segment, in order, without overlap; white space and commas and full stops are left out.
// Pure; any thread.
// REQUIRES: text is valid UTF-8
std::vector<Token> tokenize(std::string_view text, const Language& language);

// The tokens that must reappear in a translation: numbers, dates, list markers, Latin words, URLs.
std::vector<Token> anchors(std::string_view text, const Language& language);

}  // namespace egiz
