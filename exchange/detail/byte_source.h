// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes of a file as they are needed, unpacked on the way.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace egiz::exchange {

// A stream of bytes that is read once, from its beginning.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Fills out with up to size bytes; 0 only at the end.  Throws Error{io}, Error{parse} when a packed file is damaged.
  virtual std::size_t read(char* out, std::size_t size) = 0;
};

// A plain or gzip file, told apart by content; a zip archive gives its only file.  Throws Error{not_found},
// Error{io}; Error{parse} for an archive that is damaged or locked or holds more than one file.
std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& file);

// The bytes of a file as they lie on the disk: an archive stays one.  Throws Error{not_found}, Error{io}.
std::unique_ptr<ByteSource> open_raw(const std::filesystem::path& file);

// Whether a plain file begins so; false for a pipe, which can be read but once.
bool starts_with_bytes(const std::filesystem::path& file, std::string_view bytes);

// Whether a file is a zip archive with that file in it.
bool zip_holds(const std::filesystem::path& file, const char* entry);

// Whether a file is an office document in a zip archive.
bool is_package(const std::filesystem::path& file);

// Bytes that must outlive the source, as they are.
std::unique_ptr<ByteSource> open_memory(std::string_view bytes);

// All that is left, at most limit bytes.  Throws Error{unsupported} when there is more; name is for the message.
std::string read_all(ByteSource& source, std::size_t limit, std::string_view name);

}  // namespace egiz::exchange
