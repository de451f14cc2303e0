// SPDX-License-Identifier: Apache-2.0

// JSON Lines of any bytes are read or refused; what was read is written and read back unchanged, TSV read on the way.

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

std::vector<egiz::TranslationUnit> read(std::string_view bytes, const char* name) {
  std::vector<egiz::TranslationUnit> units;
  try {
    egiz::read_units(bytes, name, [&](egiz::TranslationUnit&& unit) {
      units.push_back(std::move(unit));
      return true;
    });
  } catch (const egiz::Error&) {
  }
  return units;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto units = read(bytes, "fuzz.jsonl");
  std::ostringstream out;
  const auto writer = egiz::open_unit_writer(out, egiz::UnitFormat::jsonl);
  for (const egiz::TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  if (read(out.str(), "fuzz.jsonl") != units) std::abort();
  read(bytes, "fuzz.tsv");
  return 0;
}
