// SPDX-License-Identifier: Apache-2.0

// Tables of any bytes are read or refused; their texts survive being written and read again.

#include <algorithm>
#include <cstdlib>

#include "tests/fuzz/units_input.h"

namespace {

using namespace egiz;

std::vector<Language> languages_of(const std::vector<TranslationUnit>& units) {
  std::vector<Language> languages;
  for (const TranslationUnit& unit : units) {
    for (const Variant& variant : unit.variants) {
      if (std::find(languages.begin(), languages.end(), variant.language) == languages.end()) {
        languages.push_back(variant.language);
      }
    }
  }
  return languages;
}

// A column of ru would take the text of ru-RU.
bool are_apart(const std::vector<Language>& languages) {
  for (const Language& a : languages) {
    for (const Language& b : languages) {
      if (a != b && a.covers(b)) return false;
    }
  }
  return true;
}

void check_table(std::string_view bytes, const char* name, UnitFormat format) {
  const auto units = fuzz::read(bytes, name);
  const std::vector<Language> languages = languages_of(units);
  if (languages.size() < 2 || !are_apart(languages)) return;
  const UnitWriteOptions options{.languages = languages};
  const auto normal = fuzz::read(fuzz::write(units, format, options), name);
  if (normal.size() != units.size()) std::abort();
  if (fuzz::read(fuzz::write(normal, format, options), name) != normal) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_table(fuzz::text_of(data, size), "fuzz.tsv", UnitFormat::tsv);
  check_table(fuzz::text_of(data, size), "fuzz.csv", UnitFormat::csv);
  return 0;
}
