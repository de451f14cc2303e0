// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/line_reader.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace egiz::exchange {

LineReader::LineReader(std::unique_ptr<ByteSource> source, std::string name)
    : stream_(std::move(source), name), name_(std::move(name)) {}

std::optional<std::string_view> LineReader::next() {
  std::size_t searched = at_;
  std::size_t end = 0;
  while ((end = buffer_.find('\n', searched)) == std::string::npos && !ended_) {
    buffer_.erase(0, at_);
    at_ = 0;
    searched = buffer_.size();
    ended_ = !stream_.next(buffer_);
    if (buffer_.size() > kMaxLine) {
      throw Error(ErrorCode::parse, name_ + ":" + std::to_string(line_ + 1) + ": a line of more than " +
                                        std::to_string(kMaxLine >> 20) + " MB; is this the file you mean?");
    }
  }
  if (end == std::string::npos) end = buffer_.size();
  if (at_ == buffer_.size()) return std::nullopt;
  ++line_;
  std::string_view line = std::string_view(buffer_).substr(at_, end - at_);
  at_ = std::min(buffer_.size(), end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.find('\0') != std::string_view::npos) {
    throw Error(ErrorCode::parse, place() + ": holds NUL bytes; is this a text file?");
  }
  return line;
}

}  // namespace egiz::exchange
