// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memory that the operating system maps: a file, or pages of nobody.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

namespace egiz::detail {

// Owns a mapping.  Movable.  Begins at the start of a page.
class MappedBytes {
 public:
  MappedBytes() = default;
  MappedBytes(MappedBytes&& other) noexcept;
  MappedBytes& operator=(MappedBytes&& other) noexcept;
  ~MappedBytes();

  // A file to be read.  nullopt when it is not there or may not be read.
  static std::optional<MappedBytes> read_file(const std::filesystem::path& file);

  // A new file of size zero bytes, for its owner alone, with room for them set aside on the disk.  nullopt when
  // it cannot be made there.
  static std::optional<MappedBytes> create_file(const std::filesystem::path& file, std::size_t size);

  // Zero bytes without a file.  Throws std::bad_alloc.
  static MappedBytes zero(std::size_t size);

  std::span<std::byte> bytes() { return {data_, size_}; }
  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  MappedBytes(std::byte* data, std::size_t size) : data_(data), size_(size) {}
  static std::optional<MappedBytes> map(int descriptor, std::size_t size, int protection);

  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace egiz::detail
