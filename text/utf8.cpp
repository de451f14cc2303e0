// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace egiz {
namespace {

// The length of the well-formed sequence at offset, or 0 (Unicode 15, table 3-7: the second byte is what
// tells overlong forms, surrogates and what lies beyond U+10FFFF).
std::size_t sequence_length(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - offset < length) return 0;
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < lowest || byte(1) > highest) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_utf8_continuation(text[offset + i])) return 0;
  }
  return length;
}

// How many of the bytes of text from offset on are certainly ASCII; looks at eight at a time.
std::size_t ascii_run(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  const std::size_t begin = offset;
  for (std::uint64_t eight = 0; text.size() - offset >= sizeof eight; offset += sizeof eight) {
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  return offset - begin;
}

// The byte offsets counted in units; units_of says how many units the sequence of a lead byte has.
template <class UnitsOf>
std::vector<std::size_t> count_at(std::string_view text, const std::vector<std::size_t>& byte_offsets,
                                  UnitsOf units_of) {
  std::vector<std::size_t> counts;
  counts.reserve(byte_offsets.size());
  std::size_t count = 0;
  std::size_t at = 0;
  for (const std::size_t offset : byte_offsets) {
    assert(offset <= text.size() && at <= offset);
    for (; at < offset; ++at) count += units_of(static_cast<unsigned char>(text[at]));
    counts.push_back(count);
  }
  return counts;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    offset += ascii_run(text, offset);
    if (offset == text.size()) break;
    const std::size_t length = sequence_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  assert(offset < text.size());
  const auto byte = [&] { return static_cast<unsigned char>(text[offset++]); };
  const char32_t lead = byte();
  if (lead < 0x80) return lead;
  const auto tail = [&] { return static_cast<char32_t>(byte() & 0x3FU); };
  if (lead < 0xE0) return ((lead & 0x1FU) << 6) | tail();
  if (lead < 0xF0) {
    const char32_t high = tail();
    return ((lead & 0x0FU) << 12) | (high << 6) | tail();
  }
  const char32_t high = tail();
  const char32_t middle = tail();
  return ((lead & 0x07U) << 18) | (high << 12) | (middle << 6) | tail();
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto put_tail = [&](int shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    const std::array bytes{static_cast<char>(0xC0U | (code_point >> 6)),
                           static_cast<char>(0x80U | (code_point & 0x3FU))};
    out.append(bytes.data(), bytes.size());
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12));
    put_tail(6);
    put_tail(0);
  } else {
    assert(code_point <= 0x10FFFF);
    put(0xF0U | (code_point >> 18));
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out(text.size(), U'\0');
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) out[count] = next_code_point(text, offset);
  out.resize(count);
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t code_point : text) append_utf8(out, code_point);
  return out;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    if (!is_utf8_continuation(byte)) ++count;
  }
  return count;
}

std::vector<std::size_t> code_point_offsets(std::string_view text, const std::vector<std::size_t>& byte_offsets) {
  return count_at(text, byte_offsets,
                  [](unsigned char byte) -> std::size_t { return (byte & 0xC0U) == 0x80U ? 0 : 1; });
}

std::vector<std::size_t> utf16_offsets(std::string_view text, const std::vector<std::size_t>& byte_offsets) {
  return count_at(text, byte_offsets, [](unsigned char byte) -> std::size_t {
    if ((byte & 0xC0U) == 0x80U) return 0;
    return byte >= 0xF0U ? 2 : 1;
  });
}

}  // namespace egiz
