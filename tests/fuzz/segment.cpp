// SPDX-License-Identifier: Apache-2.0

// Cuts any bytes: what is not UTF-8 is refused, what is one becomes a valid Document.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/error.h"
#include "text/segmenter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  for (const char* language : {"ru", "kk", "en", "de"}) {
    try {
      egiz::segment_document(text, egiz::Language(language));
    } catch (const egiz::Error&) {
      return 0;
    }
  }
  egiz::document_from_lines(text, egiz::Language("kk"));
  return 0;
}
