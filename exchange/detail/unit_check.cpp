// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/unit_check.h"

#include <algorithm>

namespace egiz::exchange {
namespace {

bool is_blank(const Variant& variant) { return variant.text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

bool is_wanted(const Language& language, const UnitReadOptions& options) {
  return options.languages.empty() || std::any_of(options.languages.begin(), options.languages.end(),
                                                  [&](const Language& wanted) { return wanted.covers(language); });
}

std::string check_unit(TranslationUnit& unit, const UnitReadOptions& options) {
  std::vector<Variant>& variants = unit.variants;
  const bool had_blank = std::erase_if(variants, is_blank) > 0;
  const bool had_unwanted = std::erase_if(variants, [&](const Variant& variant) {
                              return !is_wanted(variant.language, options);
                            }) > 0;
  for (std::size_t i = 1; i < variants.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (variants[i].language == variants[j].language) return "says something in " + variants[i].language.tag() + " twice";
    }
  }
  if (variants.size() >= 2) return {};
  if (had_unwanted) return "lacks a language that was asked for";
  if (had_blank) return "has an empty side";
  return "says something in one language only";
}

}  // namespace egiz::exchange
