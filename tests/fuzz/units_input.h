// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzz targets of files of units share.

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"

namespace egiz::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The units that come before an error, if there is one.
inline std::vector<TranslationUnit> read(std::string_view bytes, const char* name) {
  std::vector<TranslationUnit> units;
  UnitReadOptions options;
  options.partial = true;
  try {
    read_units(
        bytes, name,
        [&](TranslationUnit&& unit) {
          units.push_back(std::move(unit));
          return true;
        },
        options);
  } catch (const Error&) {
  }
  return units;
}

inline std::string write(const std::vector<TranslationUnit>& units, UnitFormat format,
                         const UnitWriteOptions& options = {}) {
  std::ostringstream out;
  const auto writer = open_unit_writer(out, format, options);
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return out.str();
}

}  // namespace egiz::fuzz
