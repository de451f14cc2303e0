// SPDX-License-Identifier: Apache-2.0

// The key of a key is the key, and valid UTF-8, for any valid text.

#include "text/match_key.h"

#include <cstdint>
#include <cstdlib>

#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!egiz::is_valid_utf8(text)) return 0;
  for (const char* tag : {"ru", "kk", "en", "kk-Latn", "kk-Arab"}) {
    const egiz::Language language(tag);
    const std::string key = egiz::match_key(text, language);
    if (!egiz::is_valid_utf8(key) || egiz::match_key(key, language) != key) std::abort();
  }
  return 0;
}
