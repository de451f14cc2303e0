// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the commands that read files of units share.

#include <iosfwd>
#include <vector>

#include "cli/command.h"

namespace egiz::cli {

// The options that say how files of units are read, behind those of a command that are its own.
std::vector<Option> with_input_options(std::vector<Option> options);

// What those options ask.
UnitReadOptions parse_unit_input(const Words& words);

// A line for each finding, and how many there are beyond those that are kept.
void print_findings(const ReadReport& report, std::ostream& err);

}  // namespace egiz::cli
