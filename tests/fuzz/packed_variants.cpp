// SPDX-License-Identifier: Apache-2.0

// Any bytes are the variants of a row, or are not whole; what is read lies within them.

#include "tm/detail/packed_variants.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  egiz::detail::PackedVariants variants(bytes);
  std::size_t read = 0;
  while (variants.next()) {
    if (variants.language() < 0) std::abort();
    read += variants.text().size() + 2;
  }
  if (read > size || (variants.is_whole() && read == 0 && size != 0)) std::abort();
  return 0;
}
