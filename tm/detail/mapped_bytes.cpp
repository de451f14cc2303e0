// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/mapped_bytes.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cstring>
#include <new>
#include <utility>

namespace egiz::detail {

MappedBytes::MappedBytes(MappedBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)), is_file_(other.is_file_) {}

MappedBytes& MappedBytes::operator=(MappedBytes&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(is_file_, other.is_file_);
  return *this;
}

MappedBytes::~MappedBytes() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

std::optional<MappedBytes> MappedBytes::of(const WorkFile& file) {
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return MappedBytes();
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.descriptor(), 0);
  if (data == MAP_FAILED) return std::nullopt;
  return MappedBytes(static_cast<std::byte*>(data), size, true);
}

std::optional<MappedBytes> MappedBytes::read_file(const std::filesystem::path& file) {
  const auto opened = WorkFile::open(file);
  return opened ? of(*opened) : std::nullopt;
}

MappedBytes MappedBytes::copy_of(std::span<const std::byte> bytes) {
  if (bytes.empty()) return {};
  void* data = ::mmap(nullptr, bytes.size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (data == MAP_FAILED) throw std::bad_alloc();
  std::memcpy(data, bytes.data(), bytes.size());
  return MappedBytes(static_cast<std::byte*>(data), bytes.size(), false);
}

void MappedBytes::let_go() const {
  if (is_file_) ::madvise(data_, size_, MADV_DONTNEED);
}

}  // namespace egiz::detail
