// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/image.h"

#include <algorithm>
#include <cstring>

#include "tm/detail/hash.h"
#include "tm/detail/indexed_unit.h"

namespace egiz::detail {
namespace {

std::string_view as_text(const void* bytes, std::size_t size) { return {static_cast<const char*>(bytes), size}; }

const ImageHeader* checked_header(std::span<const std::byte> bytes) {
  if (bytes.size() < kGroupsOffset) throw IndexDamaged();
  const auto* header = reinterpret_cast<const ImageHeader*>(bytes.data());
  if (header->magic != ImageHeader::kMagic || header->size != bytes.size()) throw IndexDamaged();
  const std::uint64_t room = bytes.size();
  if (header->groups > room / sizeof(ImageGroup) || header->rare_keys > room / sizeof(RareKey) ||
      header->rare_letters > room / sizeof(char32_t) || header->rare_offset > room || header->rare_offset % 8 != 0) {
    throw IndexDamaged();
  }
  const std::uint64_t rare_bytes = header->rare_keys * sizeof(RareKey) + header->rare_letters * sizeof(char32_t);
  if (kGroupsOffset + header->groups * sizeof(ImageGroup) > room || header->rare_offset + rare_bytes > room) {
    throw IndexDamaged();
  }
  return header;
}

void check_groups(std::span<const ImageGroup> groups, std::uint64_t room, std::uint64_t units) {
  std::uint64_t sum = 0;
  std::uint32_t last_length = 0;
  for (const ImageGroup& group : groups) {
    const bool fits = group.data % kImageAlignment == 0 && group.data <= room && group.bytes() <= room - group.data;
    if (!fits || group.count == 0 || group.length < last_length) throw IndexDamaged();
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

std::uint64_t header_checksum(const ImageHeader& header, std::span<const ImageGroup> groups,
                              std::span<const std::byte> rare) {
  ImageHeader copy = header;
  copy.checksum = 0;
  std::uint64_t sum = bytes_checksum(std::as_bytes(std::span(&copy, 1)));
  sum = hash_step(sum, bytes_checksum(std::as_bytes(groups)));
  return hash_step(sum, bytes_checksum(rare));
}

Image::Image(std::span<const std::byte> bytes)
    : bytes_(bytes), header_(checked_header(bytes)), alphabet_(header_->letters, header_->buckets) {
  groups_ = {reinterpret_cast<const ImageGroup*>(bytes.data() + kGroupsOffset), header_->groups};
  const std::byte* rare = bytes.data() + header_->rare_offset;
  rare_keys_ = {reinterpret_cast<const RareKey*>(rare), header_->rare_keys};
  const std::byte* letters = rare + rare_keys_.size_bytes();
  rare_letters_ = {reinterpret_cast<const char32_t*>(letters), header_->rare_letters};
  const std::size_t rare_bytes = rare_keys_.size_bytes() + rare_letters_.size() * sizeof(char32_t);
  if (header_checksum(*header_, groups_, {rare, rare_bytes}) != header_->checksum) throw IndexDamaged();
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
  return {group.length, group.count, at(group.data), numbers_at(group.words_offset()), numbers_at(group.units_offset()),
          at(group.codes_offset())};
}

std::u32string_view Image::rare_key(std::int64_t unit) const {
  const auto found = std::ranges::lower_bound(rare_keys_, unit, {}, &RareKey::unit);
  if (found == rare_keys_.end() || found->unit != unit || found->offset > rare_letters_.size() ||
      found->length > rare_letters_.size() - found->offset) {
    throw IndexDamaged();
  }
  return rare_letters_.substr(found->offset, found->length);
}

std::u32string Image::key(const GroupView& group, std::size_t i) const {
  const auto codes = group.codes_of(i);
  if (std::ranges::find(codes, Alphabet::kRareLetter) != codes.end()) {
    return std::u32string(rare_key(IndexedUnit::unpacked(group.units[i]).id));
  }
  std::u32string key(codes.size(), U' ');
  std::ranges::transform(codes, key.begin(), [this](std::uint8_t code) { return alphabet_.letters()[code]; });
  return key;
}

}  // namespace egiz::detail
