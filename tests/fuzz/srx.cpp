// SPDX-License-Identifier: Apache-2.0

// An SRX of any bytes is read or refused; what was read survives being written and read again, and cuts a text
// without losing any of it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "base/error.h"
#include "exchange/srx_file.h"

namespace {

constexpr std::string_view kText = "Это проф. Ким, т. е. он. Да! 2014 ж. 5 мамыр... Mr. Kim? 😀 (а) б\nКонец.";

egiz::SrxRules without_lines(egiz::SrxRules rules) {
  for (egiz::SrxLanguageRules& language : rules.languages) {
    for (egiz::SrxRule& rule : language.rules) rule.line = 0;
  }
  for (egiz::SrxLanguageMap& map : rules.maps) map.line = 0;
  return rules;
}

void cut(const egiz::SrxRules& rules) {
  std::size_t end = 0;
  try {
    for (const egiz::Segment& segment : egiz::SrxSegmenter(rules, egiz::Language("kk")).segment(kText)) {
      if (segment.range.begin < end || segment.range.end <= segment.range.begin) std::abort();
      end = segment.range.end;
    }
  } catch (const egiz::Error&) {
    return;  // too slow
  }
  if (end != kText.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  egiz::SrxFile file;
  try {
    file = egiz::read_srx(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.srx");
  } catch (const egiz::Error&) {
    return 0;
  }
  std::ostringstream out;
  egiz::write_srx(file.rules, out);
  if (without_lines(egiz::read_srx(out.str(), "again.srx").rules) != without_lines(file.rules)) std::abort();
  cut(file.rules);
  return 0;
}
