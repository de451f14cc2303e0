// SPDX-License-Identifier: Apache-2.0

// Any line is a text with codes: written again it is the line, codes ascend and lie in the text.

#include "text/inline_codes.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const egiz::CodedText coded = egiz::parse_coded_text(line);
  std::size_t least = 0;
  for (const egiz::InlineCode& code : coded.codes) {
    if (code.offset < least || code.offset > coded.text.size()) std::abort();
    least = code.offset;
  }
  if (egiz::coded_text(coded.text, coded.codes) != line) std::abort();
  const egiz::Variant variant{egiz::Language("ru"), coded.text, coded.codes, {}, {}, {}};
  egiz::target_with_codes(coded.codes, variant, variant);
  return 0;
}
