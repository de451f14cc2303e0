// SPDX-License-Identifier: Apache-2.0
#pragma once

// What words and stretches of text look like, without asking a table.

#include <cstddef>
#include <string_view>

#include "text/detail/surroundings.h"

namespace egiz::detail {

// Letters, digits and pictures say something; marks and quotes alone do not.
bool says_something(std::string_view text);

// An abbreviation that no table has gives itself away: "пгт.", "Blvd.", "млн."
bool lacks_vowels(const Before& before);

// "weather.com", "report.docx": full stops inside, but no abbreviation, whose parts are short.
bool is_dotted_name(std::string_view word);

// Is offset inside a web or mail address, or a file name?
bool is_in_address(std::string_view text, std::size_t offset);

bool has_more_words(std::string_view text, std::size_t count);

// A full word of Russian or Kazakh, and no abbreviation: those are cut behind a consonant, and seldom so that
// an ending of Russian is left.
bool ends_as_full_word(const Before& before);

// What is left of a paragraph when it is no sentence but a line of its own: "***", "--".
bool is_rule(std::string_view text);

// Letters or digits, soon: what follows a sentence that does not have them belongs to it, pictures and all.
bool says_more(std::string_view text);

bool is_omission(std::string_view text);

// Is the quotation mark before offset one that opens?
bool opens_quote(std::string_view text, std::size_t offset);

bool begins_in_small_letters(std::string_view text);

}  // namespace egiz::detail
