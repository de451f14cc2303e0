// SPDX-License-Identifier: Apache-2.0
#pragma once

// DocumentLimits: how much a document may ask for before it is refused.

#include <chrono>
#include <cstddef>

namespace egiz {

// What a reader of documents allows.  A file that asks for more is refused with Error{unsupported} and the name of the
// limit: a document never decides how much memory or time it takes.
struct DocumentLimits {
  std::size_t max_file_bytes = std::size_t{256} << 20;  // the file as it lies on the disk
  std::size_t max_text_bytes = std::size_t{256} << 20;  // the text that was read, UTF-8

  // Of archives (docx, odt, epub).
  std::size_t max_entries = 10'000;                         // files in the archive
  std::size_t max_entry_bytes = std::size_t{256} << 20;     // one file, unpacked
  std::size_t max_unpacked_bytes = std::size_t{512} << 20;  // all files that are read, unpacked
  std::size_t max_ratio = 200;                              // unpacked to packed, for files over ratio_free_bytes
  std::size_t ratio_free_bytes = std::size_t{1} << 20;      // below it any ratio will do: small XML packs well

  // Of HTML; XML is bounded at 256 by libxml2.
  std::size_t max_depth = 1'000;  // elements within elements

  // Of programs that are run (pdftotext, converters).
  std::chrono::milliseconds max_program_time = std::chrono::seconds(60);
  std::size_t max_program_output = std::size_t{256} << 20;  // bytes
  std::size_t max_program_memory = std::size_t{2} << 30;    // bytes of address space; where the system can bound it
};

}  // namespace egiz
