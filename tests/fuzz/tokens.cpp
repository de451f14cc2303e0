// SPDX-License-Identifier: Apache-2.0

// Tokens are in order, inside the text and not empty, and any text has a language.

#include "text/tokens.h"

#include <cstdint>
#include <cstdlib>

#include "text/identify.h"
#include "text/transliterate.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!egiz::is_valid_utf8(text)) return 0;
  egiz::identify(text);
  egiz::name_skeleton(text);
  for (const char* tag : {"ru", "kk", "en", "kk-Latn"}) {
    std::size_t end = 0;
    for (const egiz::Token& token : egiz::tokenize(text, egiz::Language(tag))) {
      const auto [first, last] = token.range;
      if (first < end || last <= first || last > size || token.value.empty()) std::abort();
      if (!egiz::is_valid_utf8(text.substr(first, last - first))) std::abort();
      end = last;
    }
  }
  return 0;
}
