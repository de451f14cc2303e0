// SPDX-License-Identifier: Apache-2.0
#pragma once

// An output file that is packed when its name says so.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>

#include "exchange/detail/gzip_stream.h"
#include "exchange/output_file.h"

namespace egiz::exchange {

// The name of file in lower case, without its folder.
std::string lower_name(const std::filesystem::path& file);

// The same without ".gz" at its end.
std::string unpacked_name(const std::filesystem::path& file);

// An OutputFile that goes through gzip when its name ends in ".gz".
class PackedFile {
 public:
  // Throws as OutputFile does.
  PackedFile(const std::filesystem::path& file, bool overwrite);

  std::ostream& stream() { return stream_; }

  // Bytes of the file so far.
  std::uint64_t size() { return static_cast<std::uint64_t>(file_.stream().tellp()); }

  // Throws Error{io} when anything could not be written.
  void commit();

 private:
  OutputFile file_;
  std::optional<GzipBuffer> gzip_;
  std::ostream stream_;
};

}  // namespace egiz::exchange
