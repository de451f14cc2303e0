// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files of units to files of units.

#include <filesystem>

#include "api/memories.h"
#include "base/progress.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"

namespace egiz {

struct ConversionResult {
  ReadReport read;
  ExportResult written;
};

// Reads one file and writes another, unit by unit: memory does not grow with them.  A table and Moses have a column for
// each of write.languages; when there are none, the file is read once before for all that are in it.  The file appears
// whole or not at all.  Throws what read_units and open_unit_writer throw.
ConversionResult convert_file(const std::filesystem::path& from, const std::filesystem::path& to, UnitFormat format,
                              const UnitReadOptions& read = {}, const UnitWriteOptions& write = {},
                              const Progress& progress = {});

}  // namespace egiz
