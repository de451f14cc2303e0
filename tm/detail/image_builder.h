// SPDX-License-Identifier: Apache-2.0
#pragma once

// A spool of keys to an image.

#include <cstddef>
#include <span>

#include "tm/detail/image.h"
#include "tm/detail/key_spool.h"

namespace egiz::detail {

// Lays out the image of a spool, then writes it.
//
//   ImageBuilder builder(spool);
//   builder.write(memory of builder.size() bytes, all zero);
class ImageBuilder {
 public:
  explicit ImageBuilder(KeySpool& spool);

  std::size_t size() const { return size_; }

  // Sorts and checks groups in parallel; the same bytes at any thread count.
  // REQUIRES: out.size() == size(), zero, at a multiple of 64
  void write(std::span<std::byte> out);

 private:
  void lay_out_groups();
  void count_rare();
  void scatter(std::span<std::byte> out);

  KeySpool& spool_;
  Alphabet alphabet_;
  std::vector<ImageGroup> groups_;
  std::uint64_t rare_keys_ = 0;
  std::uint64_t rare_letters_ = 0;
  std::uint64_t rare_offset_ = 0;
  std::size_t size_ = 0;
};

}  // namespace egiz::detail
