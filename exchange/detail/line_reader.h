// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text file line by line.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/detail/utf8_stream.h"

namespace egiz::exchange {

// Lines of a UTF-8 or UTF-16 file, in memory that does not grow with it.
class LineReader {
 public:
  static constexpr std::size_t kMaxLine = 64 << 20;  // bytes

  // name is for messages.
  LineReader(std::unique_ptr<ByteSource> source, std::string name);

  // The next line without its end (LF or CR LF); nullopt at the end of the file.  Valid until the next call.  Not
  // validated.  Throws Error{parse} for a line beyond kMaxLine, or for bytes that are no text.
  std::optional<std::string_view> next();

  // The number of the line that next() gave, from 1.
  std::size_t line() const { return line_; }

  // "name:line"
  std::string place() const { return name_ + ":" + std::to_string(line_); }

 private:
  Utf8Stream stream_;
  std::string name_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  bool ended_ = false;
};

}  // namespace egiz::exchange
