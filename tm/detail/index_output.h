// SPDX-License-Identifier: Apache-2.0
#pragma once

// IndexOutput: an index on its way into a file, or into memory.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "tm/detail/mapped_bytes.h"
#include "tm/detail/work_file.h"

namespace egiz::detail {

// Grows at its end; what is known last, and stands before, is put into room that was left for it.
class IndexOutput {
 public:
  // Thrown when the disk takes no more.
  class NoRoom : public std::runtime_error {
   public:
    NoRoom() : std::runtime_error("no room for an index") {}
  };

  // nullopt: into memory.
  explicit IndexOutput(std::optional<WorkFile> file) : file_(std::move(file)) {}

  std::uint64_t size() const { return size_; }

  // Throw NoRoom.
  void append(std::span<const std::byte> bytes);
  void append_zeros(std::uint64_t count);
  void align(std::uint64_t alignment) { append_zeros((alignment - size_ % alignment) % alignment); }

  // REQUIRES: offset + bytes.size() <= size()
  void put(std::uint64_t offset, std::span<const std::byte> bytes);

  // What was written.  To be called once, at the end.  Throws NoRoom, std::bad_alloc.
  MappedBytes take() const;

 private:
  std::optional<WorkFile> file_;
  std::vector<std::byte> memory_;
  std::uint64_t size_ = 0;
};

template <class Value>
std::span<const std::byte> bytes_of(const Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  return std::as_bytes(std::span(&value, 1));
}

}  // namespace egiz::detail
