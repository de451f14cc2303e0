// SPDX-License-Identifier: Apache-2.0
#pragma once

// The language that the heading of a column names.

#include <optional>
#include <string_view>

#include "text/language.h"

namespace egiz::exchange {

// "ru", "kk-KZ", "kaz": a tag whose first subtag has two or three letters; or the name of Russian, Kazakh or English in
// one of the three, alone or with words like "text", "translation", "source": "Қазақша", "Перевод на английский".
// nullopt for any other heading, and for one that names two.
std::optional<Language> language_of_heading(std::string_view heading);

// Does every word of the heading say "source", "translation", "text" or the like, in Russian, Kazakh or English?
bool is_plain_heading(std::string_view heading);

}  // namespace egiz::exchange
