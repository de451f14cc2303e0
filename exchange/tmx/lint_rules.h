// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules of tmx_lint.h as tables.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "exchange/tmx_lint.h"

namespace egiz::exchange {

// What the DTD of TMX 1.4b says of one element; names in each text are apart by blanks.
struct ElementRule {
  std::string_view name;
  std::string_view parents;
  std::string_view required;  // attributes
  std::string_view allowed;   // other attributes
};

// nullptr for an element that TMX does not have.
const ElementRule* element_rule(std::string_view name);

// Whether word is one of words.
bool is_among(std::string_view word, std::string_view words);

// The programs of a rule, one by one.
// REQUIRES: rule is the name of one
std::vector<std::string> programs_of(std::string_view rule);

}  // namespace egiz::exchange
