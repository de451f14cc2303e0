// SPDX-License-Identifier: Apache-2.0
#pragma once

// WorkFile: a file that is written and read by place.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace egiz::detail {

// Owns a descriptor.  Movable.  Reading is safe from many threads.
class WorkFile {
 public:
  WorkFile(WorkFile&& other) noexcept;
  WorkFile& operator=(WorkFile&& other) noexcept;
  ~WorkFile();

  // A new file, for its owner alone.  nullopt when it cannot be made there.
  static std::optional<WorkFile> create(const std::filesystem::path& file);

  // A file without a name, which is gone when it is closed: in folder, or in the system's folder for such files when
  // that is not allowed.  nullopt when it cannot be made there either.
  static std::optional<WorkFile> nameless(const std::filesystem::path& folder);

  // One that is there, for reading.  nullopt when it is not, or may not be read.
  static std::optional<WorkFile> open(const std::filesystem::path& file);

  // False when not all of it could be written or read; errno says why, 0 for a file that ends too early.
  bool write(std::uint64_t offset, std::span<const std::byte> bytes);
  bool read(std::uint64_t offset, std::span<std::byte> bytes) const;

  int descriptor() const { return descriptor_; }

 private:
  explicit WorkFile(int descriptor) : descriptor_(descriptor) {}
  static std::optional<WorkFile> owning(int descriptor);

  int descriptor_ = -1;
};

}  // namespace egiz::detail
