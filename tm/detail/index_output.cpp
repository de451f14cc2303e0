// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/index_output.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace egiz::detail {

void IndexOutput::append(std::span<const std::byte> bytes) {
  if (!file_) {
    memory_.insert(memory_.end(), bytes.begin(), bytes.end());
  } else if (!file_->write(size_, bytes)) {
    throw NoRoom();
  }
  size_ += bytes.size();
}

// Written, not left out: a hole in a file has no room set aside.
void IndexOutput::append_zeros(std::uint64_t count) {
  constexpr std::array<std::byte, 4096> kZeros{};
  while (count > 0) {
    const std::uint64_t part = std::min<std::uint64_t>(count, kZeros.size());
    append(std::span(kZeros).first(part));
    count -= part;
  }
}

void IndexOutput::put(std::uint64_t offset, std::span<const std::byte> bytes) {
  assert(offset + bytes.size() <= size_);
  if (!file_) {
    std::ranges::copy(bytes, memory_.begin() + static_cast<std::ptrdiff_t>(offset));
  } else if (!file_->write(offset, bytes)) {
    throw NoRoom();
  }
}

MappedBytes IndexOutput::take() const {
  if (!file_) return MappedBytes::copy_of(memory_);
  auto mapped = MappedBytes::of(*file_);
  if (!mapped) throw NoRoom();
  return *std::move(mapped);
}

}  // namespace egiz::detail
