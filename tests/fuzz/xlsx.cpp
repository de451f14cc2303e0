// SPDX-License-Identifier: Apache-2.0
// Any bytes as a workbook: as the archive, and as the XML within one, since behind the zip's checksums a fuzzer does
// not come that far: a sheet for an even first byte, shared strings for an odd one.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "exchange/table/sheet_table.h"
#include "exchange/unit_reader.h"
#include "exchange/xlsx/shared_strings.h"
#include "exchange/xlsx/sheet.h"
#include "tests/fuzz/document_input.h"

namespace {

bool is_sound(const egiz::TranslationUnit& unit) {
  if (unit.variants.size() < 2) return false;
  for (const egiz::Variant& variant : unit.variants) {
    if (!egiz::is_valid_utf8(variant.text)) return false;
  }
  return true;
}

bool take_unit(egiz::TranslationUnit&& unit) {
  if (!is_sound(unit)) std::abort();
  return true;
}

void read_parts(std::string_view xml, bool is_sheet) {
  using namespace egiz::exchange;
  const egiz::UnitSink sink = take_unit;
  const egiz::UnitReadOptions options;
  if (!is_sheet) {
    const SharedStrings strings(open_memory(xml), "a.xlsx");
    for (std::size_t i = 0; strings.find(i); ++i) {
      if (!egiz::is_valid_utf8(*strings.find(i))) std::abort();
    }
    return;
  }
  RowReader rows(sink, options);
  SheetTable table(rows, options, "a.xlsx");
  read_sheet(open_memory(xml), "a.xlsx", SharedStrings(),
             [&](std::size_t number, std::vector<std::string>& cells) { return table.take(number, cells); });
  table.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (bytes.starts_with("PK")) {
      egiz::UnitReadOptions options;
      options.limits = egiz::fuzz::small_limits();
      egiz::read_units(bytes, "a.xlsx", take_unit, options);
    } else {
      read_parts(bytes.substr(1), data[0] % 2 == 0);
    }
  } catch (const egiz::Error&) {
  }
  return 0;
}
