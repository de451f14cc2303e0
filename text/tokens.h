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
  word,    // letters of the language; value is its match key
  number,  // value is its decimal form: "1 234,5" and "1,234.5" are "1234.5", "5 млн" is "5000000", "21-ші" and
           // "XXI" are "21"; numbers joined by "/" stay together ("64/35"), as do those with several dots ("2.3.1")
  date,    // value is ISO 8601, as precise as the text: "2014-03-11", "2014-03", "--03-11"; a year alone is a number
  time,    // value is hh:mm of 24 hours: "2:30 p.m." is "14:30"
  list_marker,  // an enumerator that opens a segment: "1)", "а)", "2.3.", "IV."; value "1", "a", "2.3", "4"; letters
                // by their place in the alphabet: "в)" is "c"
  latin,        // a Latin word inside Cyrillic text, or a code such as "COVID-19"; value case folded
  acronym,      // one that is known to have counterparts (text/data/acronyms.tsv): "БҰҰ", "ООН", "UN" are "un"
  unit,  // what a number counts: "%" (also "пайыз", "процентов", "per cent" after a number), or a currency by
         // its ISO 4217 code: "$" and "долларов" are "USD"
  url,          // also e-mail addresses and file names; value as written
  punctuation,  // value is its class: ? ! : ; " - … ( § №
};

struct Token {
  TokenKind kind = TokenKind::word;
  ByteRange range;    // into the text given
  std::string value;  // normalised: equal values mean the same thing in every language

  bool operator==(const Token&) const = default;
};

// The tokens of one segment, in order, without overlap; white space and commas and full stops are left out.
// Words are cut at hyphens; case endings behind a number or an acronym ("2014-ге", "БҰҰ-ның") belong to it.
// Dates, magnitudes and units are read in ru, kk and en; numbers in any language.
// Pure; any thread.
// REQUIRES: text is valid UTF-8
std::vector<Token> tokenize(std::string_view text, const Language& language);

// The tokens that must reappear in a translation: all but words and punctuation.
std::vector<Token> anchors(std::string_view text, const Language& language);

}  // namespace egiz
