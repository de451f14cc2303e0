// SPDX-License-Identifier: Apache-2.0
#include "api/detail/read_file.h"

#include <fstream>
#include <iterator>

#include "base/error.h"

namespace egiz::detail {

std::string read_file(const std::filesystem::path& file) {
  std::error_code code;
  const std::filesystem::file_status status = std::filesystem::status(file, code);
  if (!std::filesystem::exists(status)) {
    throw Error(ErrorCode::not_found, file.string() + ": there is no such file; check the name");
  }
  if (std::filesystem::is_directory(status)) throw Error(ErrorCode::io, file.string() + ": is a folder; name a file");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Error(ErrorCode::io, file.string() + ": cannot be read; check the rights");
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) throw Error(ErrorCode::io, file.string() + ": reading failed");
  return bytes;
}

}  // namespace egiz::detail
