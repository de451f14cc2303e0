// SPDX-License-Identifier: Apache-2.0

// A ladder of any bytes is read or refused; beads that were read are written and read back unchanged.

#include "exchange/ladder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "base/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace egiz;
  try {
    const auto rungs = read_ladder({reinterpret_cast<const char*>(data), size}, "fuzz");
    const auto beads = to_beads(rungs);
    std::ostringstream out;
    write_ladder(out, beads);
    std::ostringstream again;
    write_ladder(again, to_beads(read_ladder(out.str(), "again")));
    if (again.str() != out.str()) std::abort();
  } catch (const Error&) {
  }
  return 0;
}
