// SPDX-License-Identifier: Apache-2.0

// Any bytes decode to valid UTF-8, or are refused with an Error.

#include "text/decode.h"

#include <cstdint>
#include <cstdlib>

#include "base/error.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (!egiz::is_valid_utf8(egiz::decode(bytes).text)) std::abort();
  } catch (const egiz::Error&) {
  }
  return 0;
}
