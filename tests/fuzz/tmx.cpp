// SPDX-License-Identifier: Apache-2.0

// A TMX of any bytes is read or refused, and judged; what was read survives being written and read again.

#include <cstdlib>

#include "exchange/tmx_lint.h"
#include "tests/fuzz/units_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace egiz;
  const std::string_view bytes = fuzz::text_of(data, size);
  const auto units = fuzz::read(bytes, "fuzz.tmx");
  const auto normal = fuzz::read(fuzz::write(units, UnitFormat::tmx), "fuzz.tmx");
  if (normal.size() != units.size()) std::abort();
  if (fuzz::read(fuzz::write(normal, UnitFormat::tmx), "fuzz.tmx") != normal) std::abort();
  lint_tmx(bytes, "fuzz.tmx");
  return 0;
}
