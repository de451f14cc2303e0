// SPDX-License-Identifier: Apache-2.0
#pragma once

// Term lists: concepts and their names in several languages.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace egiz {

// One concept.  Each language has one name or more, the preferred one first.
struct Term {
  std::map<Language, std::vector<std::string>> names;

  bool operator==(const Term&) const = default;
};

// Reads a term list: tab-separated, the first line names the languages, every other line is a concept; several names
// in one cell are apart by "|".  Empty lines and lines that begin with # are passed over, as is a concept with names in
// one language alone.  place is for messages. Throws Error{parse} with place:line.
//   ru<TAB>kk
//   непреодолимая сила<TAB>еңсерілмейтін күш|бой бермейтін күш|дүлей күш
std::vector<Term> parse_terms(std::string_view text, std::string_view place);

}  // namespace egiz
