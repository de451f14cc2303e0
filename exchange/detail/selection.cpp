// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/selection.h"

#include <algorithm>

namespace egiz::exchange {

std::vector<const Variant*> select_variants(const TranslationUnit& unit, std::span<const Language> languages) {
  std::vector<const Variant*> selected;
  if (languages.empty()) {
    for (const Variant& variant : unit.variants) selected.push_back(&variant);
  }
  for (const Language& language : languages) {
    for (const Variant& variant : unit.variants) {
      const bool is_new = std::find(selected.begin(), selected.end(), &variant) == selected.end();
      if (is_new && language.covers(variant.language)) selected.push_back(&variant);
    }
  }
  return selected;
}

}  // namespace egiz::exchange
