// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzz targets of document readers share.

#include <cstdlib>
#include <string>
#include <string_view>

#include "base/error.h"
#include "exchange/document_reader.h"
#include "text/utf8.h"

namespace egiz::fuzz {

inline const DocumentLimits& small_limits() {
  static const DocumentLimits limits{.max_file_bytes = 1 << 20,
                                     .max_text_bytes = 4 << 20,
                                     .max_entries = 100,
                                     .max_entry_bytes = 2 << 20,
                                     .max_unpacked_bytes = 4 << 20};
  return limits;
}

// What every reader owes: paragraphs of valid UTF-8, none empty, each on one line.
inline void check_document(const DocumentText& document) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.text.empty() || !is_valid_utf8(paragraph.text) || paragraph.text.find('\n') != std::string::npos) {
      std::abort();
    }
  }
}

// Reads bytes as the file that name says; nothing but Error may be thrown.
inline void read_any(std::string_view bytes, std::string_view name) {
  // Formats that run other programs are not what is looked for here.
  if (bytes.substr(0, 1100).find("%PDF-") != std::string_view::npos || bytes.find("{\\rtf") != std::string_view::npos ||
      bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return;
  }
  try {
    check_document(read_document(bytes, name, {.limits = small_limits()}));
  } catch (const Error&) {
  }
}

}  // namespace egiz::fuzz
