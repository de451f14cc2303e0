// SPDX-License-Identifier: Apache-2.0

// A PO of any bytes is read or refused; what was read is sound enough for JSONL.

#include <cstdlib>

#include "tests/fuzz/units_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace egiz;
  const auto units = fuzz::read(fuzz::text_of(data, size), "fuzz.po");
  if (fuzz::read(fuzz::write(units, UnitFormat::jsonl), "fuzz.jsonl") != units) std::abort();
  return 0;
}
