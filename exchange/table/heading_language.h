// SPDX-License-Identifier: Apache-2.0
#pragma once

// The language that the heading of a column names.

#include <optional>
#include <string>
#include <string_view>

#include "text/language.h"

namespace egiz::exchange {

// "ru", "kk-KZ", "kaz": a tag whose first subtag has two or three letters; or the name of Russian, Kazakh or English in
// one of the three, alone or with words like "text", "translation", "source": "Қазақша", "Перевод на английский".
// nullopt for any other heading, for one that names two, and for "id", which is the number of a row and not Indonesian.
std::optional<Language> language_of_heading(std::string_view heading);

// The heading without regard to case: "ID" is "id".
std::string normal_heading(std::string_view heading);

// The heading that names language: its tag, and "ind" for Indonesian.
std::string heading_of(const Language& language);

// Does every word of the heading say "source", "translation", "text" or the like, in Russian, Kazakh or English?
bool is_plain_heading(std::string_view heading);

}  // namespace egiz::exchange
