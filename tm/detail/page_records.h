// SPDX-License-Identifier: Apache-2.0
#pragma once

// The records on a page of an SQLite file, read without SQLite.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/detail/page_file.h"
#include "tm/detail/sqlite.h"

namespace egiz::detail {

struct Record {
  std::optional<std::int64_t> row;  // its number, in a table that has them
  std::vector<Value> values;
};

// Reads pages one after another.  All together it follows overflow pages over no more than twice the size of the file, so
// that pages which lead to one another in a circle cost no more than that.
class RecordReader {
 public:
  explicit RecordReader(const PageFile& file);

  // Calls take for every whole record of a leaf, or of an inner page of an index; its views live during the call.
  using Take = std::function<void(const Record&)>;
  void read(const TreePage& page, const Take& take);

 private:
  void read_cell(const TreePage& page, std::size_t cell, const Take& take);
  std::optional<std::string_view> payload(const TreePage& page, std::size_t begin, std::uint64_t size);
  bool decode(std::string_view payload);

  const PageFile& file_;
  std::uint64_t budget_;  // bytes of overflow pages that may still be read
  std::string gathered_;  // a payload that lies on several pages
  Record record_;
};

}  // namespace egiz::detail
