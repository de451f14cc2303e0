// SPDX-License-Identifier: Apache-2.0
#pragma once

// Image: the keys of one language laid out for searching, in a flat piece of memory (docs/memory-format.md).

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "tm/detail/alphabet.h"
#include "tm/detail/kernels.h"
#include "tm/detail/word_bits.h"

namespace egiz::detail {

// Thrown when an index is not what was written; the index is then made again from the memory.
class IndexDamaged : public std::runtime_error {
 public:
  IndexDamaged() : std::runtime_error("the index is damaged") {}
};

// At the beginning of an image.  Numbers are those of the machine; kMagic reads differently on another one.
struct ImageHeader {
  static constexpr std::uint64_t kMagic = 0x34474D495A494745;  // "EGIZIMG4"

  std::uint64_t magic;
  std::uint64_t checksum;  // of the rest of the header and the groups
  std::uint64_t size;      // of the image, in bytes
  std::uint64_t units;
  std::uint64_t groups;  // ImageGroup, at kGroupsOffset
  std::array<std::uint32_t, 256> letters;
  std::array<std::uint8_t, 256> buckets;
};

// Units whose keys have the same length.  At data: bags in blocks of 64 units; the bits of words, bit after bit, a word
// of 64 units after the other; the units (IndexedUnit::packed()); their codes; the places of keys with letters that have
// no code, ascending, 32 bits each; those keys whole, 32 bits a letter.  Sorted by hash_codes().
struct ImageGroup {
  std::uint64_t data;      // byte offset, a multiple of 64
  std::uint64_t checksum;  // of the bytes at data
  std::uint32_t length;    // of a key, in letters
  std::uint32_t count;     // of units
  std::uint32_t rare;      // of those with letters without a code
  std::uint32_t unused;    // 0

  std::uint64_t blocks() const { return (count + kBlockUnits - 1) / kBlockUnits; }
  std::uint64_t words_offset() const { return data + blocks() * kBlockBytes; }
  std::uint64_t units_offset() const { return words_offset() + word_bits(length) * blocks() * 8; }
  std::uint64_t codes_offset() const { return units_offset() + std::uint64_t{count} * 8; }
  std::uint64_t rare_offset() const {
    return (codes_offset() + std::uint64_t{count} * length + kCodePadding + 3) / 4 * 4;
  }
  std::uint64_t bytes() const { return rare_offset() - data + std::uint64_t{rare} * (1 + std::uint64_t{length}) * 4; }
};

inline constexpr std::size_t kImageAlignment = 64;
inline constexpr std::size_t kGroupsOffset = (sizeof(ImageHeader) + 63) / 64 * 64;

std::uint64_t hash_codes(const std::uint8_t* codes, std::size_t length);

// A group whose checksum was found right.
struct GroupView {
  std::uint32_t length = 0;
  std::uint32_t count = 0;
  const std::uint8_t* bags = nullptr;
  const std::uint64_t* words = nullptr;
  const std::uint64_t* units = nullptr;
  const std::uint8_t* codes = nullptr;
  std::span<const std::uint32_t> rare_places;  // ascending
  const char32_t* rare_letters = nullptr;      // of each of them, length letters

  // Bit i of number b: unit 64 b + i may hold a word that is marked so.
  const std::uint64_t* units_marked(std::uint64_t mark) const {
    return words + word_bit(mark, length) * ((count + kBlockUnits - 1) / kBlockUnits);
  }
  std::span<const std::uint8_t> codes_of(std::size_t unit) const { return {codes + unit * length, length}; }
};

// Reads an image.  Immutable; any number of threads may search it.  The bytes must outlive it.
class Image {
 public:
  // Throws IndexDamaged when bytes are no whole image.  The groups are checked when they are first looked at.
  // REQUIRES: bytes begin at a multiple of 64
  explicit Image(std::span<const std::byte> bytes);

  std::uint64_t units() const { return header_->units; }
  const Alphabet& alphabet() const { return alphabet_; }

  // Ascending by length; long groups are cut into several of one length.
  std::span<const ImageGroup> groups() const { return groups_; }

  // Throws IndexDamaged.
  // REQUIRES: i < groups().size()
  GroupView group(std::size_t i) const;

  // The key of unit number i of a group.  Throws IndexDamaged.
  std::u32string key(const GroupView& group, std::size_t i) const;

 private:
  std::span<const std::byte> bytes_;
  const ImageHeader* header_;
  Alphabet alphabet_;
  std::span<const ImageGroup> groups_;
  std::unique_ptr<std::atomic<bool>[]> is_checked_;  // by group
};

// The checksum a header must carry.
std::uint64_t header_checksum(const ImageHeader& header, std::span<const ImageGroup> groups);
std::uint64_t bytes_checksum(std::span<const std::byte> bytes);

}  // namespace egiz::detail
