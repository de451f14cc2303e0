// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/image.h"

#include <algorithm>
#include <cstring>

#include "tm/detail/hash.h"

namespace egiz::detail {
namespace {

std::string_view as_text(const void* bytes, std::size_t size) { return {static_cast<const char*>(bytes), size}; }

const ImageHeader* checked_header(std::span<const std::byte> bytes) {
  if (bytes.size() < kGroupsOffset) throw IndexDamaged();
  const auto* header = reinterpret_cast<const ImageHeader*>(bytes.data());
  if (header->magic != ImageHeader::kMagic || header->size != bytes.size()) throw IndexDamaged();
  const std::uint64_t room = bytes.size();
  if (header->groups > (room - kGroupsOffset) / sizeof(ImageGroup)) throw IndexDamaged();
  return header;
}

void check_groups(std::span<const ImageGroup> groups, std::uint64_t room, std::uint64_t units) {
  std::uint64_t sum = 0;
  std::uint32_t last_length = 0;
  for (const ImageGroup& group : groups) {
    const bool fits = group.data % kImageAlignment == 0 && group.data <= room && group.bytes() <= room - group.data;
    if (!fits || group.count == 0 || group.rare > group.count || group.length < last_length) throw IndexDamaged();
    last_length = group.length;
    sum += group.count;
  }
  if (sum != units) throw IndexDamaged();
}

}  // namespace

std::uint64_t hash_codes(const std::uint8_t* codes, std::size_t length) { return hash_bytes(as_text(codes, length)); }

// Four sums side by side, so that the processor need not wait for one product after another: a group is checked
// about as fast as it can be read.
std::uint64_t bytes_checksum(std::span<const std::byte> bytes) {
  std::array<std::uint64_t, 4> sums{1, 2, 3, 4};
  std::size_t i = 0;
  for (; i + 32 <= bytes.size(); i += 32) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      std::uint64_t word;
      std::memcpy(&word, bytes.data() + i + lane * 8, 8);
      sums[lane] = (sums[lane] ^ word) * kHashFactor;
      sums[lane] ^= sums[lane] >> 32;
    }
  }
  const std::uint64_t rest = hash_bytes(as_text(bytes.data() + i, bytes.size() - i), bytes.size());
  return hash_bytes(as_text(sums.data(), sizeof sums), rest);
}

std::uint64_t header_checksum(const ImageHeader& header, std::span<const ImageGroup> groups) {
  ImageHeader copy = header;
  copy.checksum = 0;
  return hash_step(bytes_checksum(std::as_bytes(std::span(&copy, 1))), bytes_checksum(std::as_bytes(groups)));
}

Image::Image(std::span<const std::byte> bytes)
    : bytes_(bytes), header_(checked_header(bytes)), alphabet_(header_->letters, header_->buckets) {
  groups_ = {reinterpret_cast<const ImageGroup*>(bytes.data() + kGroupsOffset), header_->groups};
  if (header_checksum(*header_, groups_) != header_->checksum) throw IndexDamaged();
  check_groups(groups_, bytes.size(), header_->units);
  is_checked_ = std::make_unique<std::atomic<bool>[]>(groups_.size());
}

GroupView Image::group(std::size_t i) const {
  const ImageGroup& group = groups_[i];
  if (!is_checked_[i].load(std::memory_order_relaxed)) {
    if (bytes_checksum(bytes_.subspan(group.data, group.bytes())) != group.checksum) throw IndexDamaged();
    is_checked_[i].store(true, std::memory_order_relaxed);
  }
  const auto at = [this](std::uint64_t offset) { return reinterpret_cast<const std::uint8_t*>(bytes_.data() + offset); };
  const auto numbers_at = [this](std::uint64_t offset) {
    return reinterpret_cast<const std::uint64_t*>(bytes_.data() + offset);
  };
  const auto* rare_places = reinterpret_cast<const std::uint32_t*>(bytes_.data() + group.rare_offset());
  return {.length = group.length,
          .count = group.count,
          .bags = at(group.data),
          .words = numbers_at(group.words_offset()),
          .units = numbers_at(group.units_offset()),
          .codes = at(group.codes_offset()),
          .rare_places = {rare_places, group.rare},
          .rare_letters = reinterpret_cast<const char32_t*>(rare_places + group.rare)};
}

std::u32string Image::key(const GroupView& group, std::size_t i) const {
  const auto codes = group.codes_of(i);
  if (std::ranges::find(codes, Alphabet::kRareLetter) != codes.end()) {
    const auto place = std::ranges::lower_bound(group.rare_places, i);
    if (place == group.rare_places.end() || *place != i) throw IndexDamaged();
    const auto number = static_cast<std::size_t>(place - group.rare_places.begin());
    return {group.rare_letters + number * group.length, group.length};
  }
  std::u32string key(codes.size(), U' ');
  std::ranges::transform(codes, key.begin(), [this](std::uint8_t code) { return alphabet_.letters()[code]; });
  return key;
}

}  // namespace egiz::detail
