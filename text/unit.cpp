// SPDX-License-Identifier: Apache-2.0
#include "text/unit.h"

#include <algorithm>

namespace egiz {

const Variant* TranslationUnit::find(const Language& language) const {
  auto found = std::ranges::find(variants, language, &Variant::language);
  if (found == variants.end()) {
    found = std::ranges::find_if(variants, [&](const Variant& v) { return language.covers(v.language); });
  }
  return found == variants.end() ? nullptr : &*found;
}

}  // namespace egiz
