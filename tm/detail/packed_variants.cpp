// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/packed_variants.h"

namespace egiz::detail {
namespace {

constexpr unsigned kBits = 7;

void append_number(std::string& bytes, std::uint64_t number) {
  for (; number >> kBits != 0; number >>= kBits) bytes += static_cast<char>((number & 0x7f) | 0x80);
  bytes += static_cast<char>(number);
}

}  // namespace

void append_variant(std::string& bytes, std::int64_t language, std::string_view text) {
  append_number(bytes, static_cast<std::uint64_t>(language));
  append_number(bytes, text.size());
  bytes += text;
}

std::optional<std::uint64_t> PackedVariants::number() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 63 && shift / kBits < rest_.size(); shift += kBits) {
    const auto byte = static_cast<unsigned char>(rest_[shift / kBits]);
    number |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) != 0) continue;
    rest_.remove_prefix(shift / kBits + 1);
    return number;
  }
  return std::nullopt;
}

bool PackedVariants::next() {
  if (rest_.empty()) return false;
  const std::string_view before = rest_;
  const auto language = number();
  const auto size = language ? number() : std::nullopt;
  if (!size || *size > rest_.size()) {
    rest_ = before;
    return false;
  }
  language_ = static_cast<std::int64_t>(*language);
  text_ = rest_.substr(0, *size);
  rest_.remove_prefix(*size);
  return true;
}

}  // namespace egiz::detail
