// SPDX-License-Identifier: Apache-2.0

// Any two texts can be checked; every finding lies in its text, between characters.  The first line is the source, the
// rest the target.

#include "tm/checks.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string_view source = bytes.substr(0, line);
  const std::string_view target = bytes.substr(std::min(line + 1, bytes.size()));
  if (!egiz::is_valid_utf8(source) || !egiz::is_valid_utf8(target)) return 0;
  for (const auto& [from, to] : {std::pair("ru", "kk"), std::pair("en", "ru"), std::pair("kk", "de")}) {
    egiz::NumberedUnit unit{egiz::UnitId{1}, {}};
    unit.unit.variants.push_back({egiz::Language(from), std::string(source), {}, {}, {}, {}});
    unit.unit.variants.push_back({egiz::Language(to), std::string(target), {}, {}, {}, {}});
    egiz::CheckOptions options;
    options.terms = {{{{egiz::Language("ru"), {"сила"}}, {egiz::Language("kk"), {"күш", "құқық"}}}}};
    egiz::Checker checker(options);
    for (const egiz::CheckFinding& finding : checker.check_all(std::span(&unit, 1))) {
      const std::string& text = unit.unit.find(finding.language)->text;
      if (finding.range.begin > finding.range.end || finding.range.end > text.size()) std::abort();
      if (!egiz::is_valid_utf8(text.substr(finding.range.begin, finding.range.size()))) std::abort();
    }
  }
  return 0;
}
