// SPDX-License-Identifier: Apache-2.0
#pragma once

// The strings that the sheets of a workbook share.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/detail/byte_source.h"

namespace egiz::exchange {

// Cells name their text by its number here.
class SharedStrings {
 public:
  SharedStrings() = default;

  // Reads xl/sharedStrings.xml; place is for messages.  Runs of one string are joined, readings of characters left out.
  // Throws Error{parse}.
  SharedStrings(std::unique_ptr<ByteSource> source, const std::string& place);

  // A view into this; nullopt when there is none of that number.
  std::optional<std::string_view> find(std::size_t number) const;

 private:
  std::string text_;               // of all strings, one behind the other
  std::vector<std::size_t> ends_;  // of each in text_
};

// Excel writes a character that XML cannot hold as "_x000D_", and "_" before such as "_x005F_".  A control character
// other than a line end or tab, and what is no character, is dropped.
std::string unescape_cell(std::string_view text);

}  // namespace egiz::exchange
