// SPDX-License-Identifier: Apache-2.0

// A TMX of any bytes is read or refused; what was read survives being written and read again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"

namespace {

std::vector<egiz::TranslationUnit> read(std::string_view bytes) {
  std::vector<egiz::TranslationUnit> units;
  egiz::UnitReadOptions options;
  options.partial = true;
  try {
    egiz::read_units(
        bytes, "fuzz.tmx",
        [&](egiz::TranslationUnit&& unit) {
          units.push_back(std::move(unit));
          return true;
        },
        options);
  } catch (const egiz::Error&) {
  }
  return units;
}

std::string write(const std::vector<egiz::TranslationUnit>& units) {
  std::ostringstream out;
  const auto writer = egiz::open_unit_writer(out, egiz::UnitFormat::tmx);
  for (const egiz::TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto units = read({reinterpret_cast<const char*>(data), size});
  const auto normal = read(write(units));
  if (normal.size() != units.size() || read(write(normal)) != normal) std::abort();
  return 0;
}
