// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/document_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  egiz::fuzz::read_any({reinterpret_cast<const char*>(data), size}, "a.html");
  return 0;
}
