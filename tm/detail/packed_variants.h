// SPDX-License-Identifier: Apache-2.0
#pragma once

// The languages and texts of a unit as one value of its row (docs/memory-format.md).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace egiz::detail {

// Puts a variant behind those that bytes has: language id and length in bytes, seven bits to a byte, low ones first,
// the high bit says that more follow; then the text.
// REQUIRES: language >= 0
void append_variant(std::string& bytes, std::int64_t language, std::string_view text);

// Reads variants one after another.  The bytes must outlive it.
//
//   PackedVariants variants(bytes);
//   while (variants.next()) use(variants.language(), variants.text());
//   if (!variants.is_whole()) ...
class PackedVariants {
 public:
  explicit PackedVariants(std::string_view bytes) : rest_(bytes) {}

  // False at the end, and where the bytes are none that append_variant() writes.
  bool next();

  std::int64_t language() const { return language_; }
  std::string_view text() const { return text_; }

  // True when everything was read.
  bool is_whole() const { return rest_.empty(); }

 private:
  std::optional<std::uint64_t> number();

  std::string_view rest_;
  std::int64_t language_ = 0;
  std::string_view text_;
};

}  // namespace egiz::detail
