// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "exchange/unit_writer.h"

namespace egiz {
namespace {

bool has_property(const Properties& properties, const Properties::value_type& wanted) {
  const auto [first, last] = properties.equal_range(wanted.first);
  return std::any_of(first, last, [&](const auto& property) { return property.second == wanted.second; });
}

}  // namespace

bool UnitFilter::passes(const TranslationUnit& unit) const {
  const auto is_in = [](const auto& values, const auto& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  };
  if (!origins.empty() && !is_in(origins, unit.origin.kind)) return false;
  if (unit.origin.kind == Origin::Kind::aligned && unit.origin.confidence < min_confidence) return false;
  for (const auto& wanted : properties) {
    if (!has_property(unit.properties, wanted)) return false;
  }
  const auto date = unit.changed ? unit.changed : unit.created;
  if (since && (!date || *date < *since)) return false;
  if (before && (!date || *date >= *before)) return false;
  return text.empty() || std::any_of(unit.variants.begin(), unit.variants.end(), [&](const Variant& variant) {
           return variant.text.find(text) != std::string::npos;
         });
}

}  // namespace egiz
