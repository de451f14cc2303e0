// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the commands that write files of units share.

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/command.h"

namespace egiz::cli {

// The options that say how units are written, and which (with_filter_options), behind those of a command that are its
// own.
std::vector<Option> with_output_options(std::vector<Option> options);

struct UnitOutput {
  std::string file;
  UnitFormat format = UnitFormat::tmx;
  UnitWriteOptions options;
};

// What those options ask, for a file.  Throws UsageError.
UnitOutput parse_unit_output(const Words& words, std::string file);

// "out.tmx: 12 units, 3 left out: 1 lacks a language, 2 are too long"
void print_unit_output(const UnitOutput& output, const ExportResult& result, std::ostream& out);

}  // namespace egiz::cli
