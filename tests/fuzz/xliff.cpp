// SPDX-License-Identifier: Apache-2.0

// An XLIFF of any bytes is read or refused; what was read survives both versions; what can be translated in place stays
// an XLIFF of as many segments.

#include <cstdlib>

#include "exchange/xliff_file.h"
#include "tests/fuzz/units_input.h"

namespace {

using namespace egiz;

void check_units(std::string_view bytes) {
  auto units = fuzz::read(bytes, "fuzz.xlf");
  // One XLIFF that is written has two languages.
  std::erase_if(units, [&](const TranslationUnit& unit) {
    return unit.variants[0].language != units[0].variants[0].language ||
           unit.variants[1].language != units[0].variants[1].language;
  });
  for (const UnitFormat format : {UnitFormat::xliff_1_2, UnitFormat::xliff_2_1}) {
    const auto normal = fuzz::read(fuzz::write(units, format), "fuzz.xlf");
    if (normal.size() != units.size()) std::abort();
    if (fuzz::read(fuzz::write(normal, format), "fuzz.xlf") != normal) std::abort();
  }
}

void check_translation(std::string_view bytes) try {
  XliffFile file = XliffFile::parse(bytes, "fuzz.xlf");
  for (std::size_t i = 0; i < file.size(); ++i) {
    const Variant source = file.source(i);
    file.translate(i, source, source, XliffState::translated);
    file.propose(i, {&source, &source, 87.5, "memory"});
  }
  std::ostringstream out;
  file.write(out);
  if (XliffFile::parse(out.str(), "fuzz.xlf").size() != file.size()) std::abort();
} catch (const Error&) {
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_units(fuzz::text_of(data, size));
  check_translation(fuzz::text_of(data, size));
  return 0;
}
