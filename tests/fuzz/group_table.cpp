// SPDX-License-Identifier: Apache-2.0

// Any bytes are a table of document groups, or are refused with an Error{parse}; what is read can be written and read.

#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "api/pairing.h"
#include "base/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::vector<egiz::DocumentGroup> groups = egiz::parse_group_table(text, "groups.tsv");
    std::ostringstream written;
    try {
      egiz::write_group_table(written, groups);
    } catch (const egiz::Error& error) {
      if (error.code() != egiz::ErrorCode::invalid_argument) std::abort();
      return 0;
    }
    const std::vector<egiz::DocumentGroup> again = egiz::parse_group_table(written.str(), "groups.tsv");
    if (again.size() != groups.size()) std::abort();
  } catch (const egiz::Error& error) {
    if (error.code() != egiz::ErrorCode::parse) std::abort();
  }
  return 0;
}
