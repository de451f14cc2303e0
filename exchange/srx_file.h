// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files of SRX 2.0, Segmentation Rules eXchange, in and out.

#include <filesystem>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "exchange/report.h"
#include "text/srx.h"

namespace egiz {

struct SrxFile {
  SrxRules rules;                 // those that ICU takes
  std::vector<Finding> findings;  // what was left out or repaired, with "file:line"
};

// Reads a file, plain or packed with gzip.  A rule that ICU refuses, a map without rules and elements that SRX does not
// have are left out and told.  Throws Error{not_found}, Error{io}; Error{parse} with the place when it is no SRX, is not
// well-formed or has no rule that works; Error{unsupported} when it is larger than 64 MiB or has 100,000 rules.
SrxFile read_srx(const std::filesystem::path& file);

// The same for bytes in memory; name is for messages.
SrxFile read_srx(std::string_view bytes, std::string_view name);

// Writes rules so that read_srx reads them back; characters that XML forbids are lost.  Throws Error{io}.
void write_srx(const SrxRules& rules, std::ostream& stream);

}  // namespace egiz
