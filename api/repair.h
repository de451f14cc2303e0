// SPDX-License-Identifier: Apache-2.0
#pragma once

// Texts in whatever state to clean UTF-8.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/report.h"

namespace egiz {

struct CleanText {
  std::string text;               // UTF-8 without a byte order mark; line ends as they were
  std::vector<Finding> findings;  // what was changed; empty when the bytes were clean already
};

// Decodes the bytes of a text, replaces what is not UTF-8 by U+FFFD, takes out control characters, and repairs every
// line that was once read in a wrong encoding or typed with a KZ font (text/repair.h), also where that is only likely
// and not certain; twice damaged text is repaired twice.  name is for the findings.  Throws Error{parse} for binary
// data.
CleanText clean_text(std::string_view bytes, std::string_view name);

// The same for a file.  Throws Error{not_found}, Error{io} too.
CleanText clean_file(const std::filesystem::path& file);

}  // namespace egiz
