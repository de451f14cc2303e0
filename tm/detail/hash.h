// SPDX-License-Identifier: Apache-2.0
#pragma once

// A 64-bit hash of bytes: fast, well spread, the same on every machine.  Not for secrets.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace egiz::detail {

__extension__ using Uint128 = unsigned __int128;

inline constexpr std::uint64_t kHashFactor = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio

// Mixes value into state; order matters.
inline std::uint64_t hash_step(std::uint64_t state, std::uint64_t value) {
  const auto product = static_cast<Uint128>(state ^ value ^ 0xA0761D6478BD642F) * (value ^ kHashFactor);
  const auto folded = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  return folded + std::rotl(state, 23) * kHashFactor;
}

template <class Word>
Word load_little_endian(const char* bytes) {
  Word value;
  std::memcpy(&value, bytes, sizeof value);
  if constexpr (std::endian::native == std::endian::big) {
    value = sizeof value == 8 ? static_cast<Word>(__builtin_bswap64(value)) : static_cast<Word>(__builtin_bswap32(value));
  }
  return value;
}

// The same of fewer than eight bytes, the others 0: a few reads that overlap, for a copy of unknown length is a call.
// REQUIRES: 0 < count < 8
inline std::uint64_t load_rest(const char* bytes, std::size_t count) {
  if (count >= 4) {
    const std::uint64_t low = load_little_endian<std::uint32_t>(bytes);
    const std::uint64_t high = load_little_endian<std::uint32_t>(bytes + count - 4);
    return low | high << (8 * (count - 4));
  }
  const auto byte = [bytes](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i); };
  return byte(0) | byte(count / 2) | byte(count - 1);
}

// The hash of bytes after state.  The length is part of it, so that "ab","c" is not "a","bc".
inline std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t state = 0) {
  state = hash_step(state, bytes.size());
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) state = hash_step(state, load_little_endian<std::uint64_t>(bytes.data() + i));
  if (i < bytes.size()) state = hash_step(state, load_rest(bytes.data() + i, bytes.size() - i));
  return hash_step(state, kHashFactor);
}

}  // namespace egiz::detail
