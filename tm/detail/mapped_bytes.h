// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memory that the operating system maps: a file, or pages of nobody.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

#include "tm/detail/work_file.h"

namespace egiz::detail {

// Owns a mapping that is only read.  Movable.  Begins at the start of a page.
class MappedBytes {
 public:
  MappedBytes() = default;
  MappedBytes(MappedBytes&& other) noexcept;
  MappedBytes& operator=(MappedBytes&& other) noexcept;
  ~MappedBytes();

  // A file, as it is now.  It lives on without its name and its descriptor.  nullopt when it cannot be mapped.
  static std::optional<MappedBytes> of(const WorkFile& file);

  // The same by its name.  nullopt when it is not there, or may not be read.
  static std::optional<MappedBytes> read_file(const std::filesystem::path& file);

  // Nobody's pages with these bytes.  Throws std::bad_alloc.
  static MappedBytes copy_of(std::span<const std::byte> bytes);

  std::span<const std::byte> bytes() const { return {data_, size_}; }

  // Gives back the memory of the pages that were read; they are read again when they are wanted.  Any number of threads
  // may read meanwhile.
  void let_go() const;

 private:
  MappedBytes(std::byte* data, std::size_t size, bool is_file) : data_(data), size_(size), is_file_(is_file) {}

  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  bool is_file_ = false;
};

}  // namespace egiz::detail
