// SPDX-License-Identifier: Apache-2.0
#pragma once

// A word of a table as a regular expression that ICU and Java read alike.

#include <string>

#include "text/segmentation_rules.h"

namespace egiz::detail {

// As the table has it: "с" stays small, "рис" is "[Рр]ис", "т.е" is "[Тт]\.[\s\u00A0]?е", and "U.S", which it has with capitals,
// "U\.[\s\u00A0]?S".
std::string word_expression(const WordTable::Word& word);

// With a capital at the begin only: "Рис".
std::string capitalised_expression(const WordTable::Word& word);

}  // namespace egiz::detail
