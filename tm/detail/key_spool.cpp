// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/key_spool.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/error.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{4} << 20;

struct RecordHead {
  std::uint64_t unit;
  std::uint64_t bytes;
};

[[noreturn]] void fail(const std::filesystem::path& folder) {
  throw Error(ErrorCode::io, folder.string() + ": no room for the keys of an index (" +
                                 std::generic_category().message(errno) + "); free some space");
}

std::FILE* nameless_file(const std::filesystem::path& folder) {
#if defined(O_TMPFILE)
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0) return ::fdopen(descriptor, "w+b");
#endif
  return std::tmpfile();
}

void decode_into(std::u32string& out, std::string_view key) {
  out.clear();
  for (std::size_t offset = 0; offset < key.size();) {
    const auto byte = static_cast<unsigned char>(key[offset]);
    if (byte < 0x80) {
      out += byte;
      ++offset;
    } else {
      out += next_code_point(key, offset);
    }
  }
}

}  // namespace

void KeySpool::add(std::uint64_t unit, std::string_view key) {
  decode_into(decoded_, key);
  letters_.add(decoded_);
  ++lengths_[decoded_.size()];
  ++size_;
  const RecordHead head{unit, key.size()};
  buffer_.append(reinterpret_cast<const char*>(&head), sizeof head);
  buffer_.append(key);
  if (buffer_.size() >= kBufferBytes) spill();
}

void KeySpool::spill() {
  if (!file_) file_.reset(nameless_file(folder_));
  if (!file_ || std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) fail(folder_);
  buffer_.clear();
}

void KeySpool::for_each(const Visit& visit) {
  if (file_) {
    if (!buffer_.empty()) spill();
    std::rewind(file_.get());
  }
  RecordHead head;
  std::string bytes;
  std::size_t offset = 0;
  for (std::uint64_t i = 0; i < size_; ++i) {
    std::string_view key;
    if (file_) {
      if (std::fread(&head, sizeof head, 1, file_.get()) != 1) fail(folder_);
      bytes.resize(head.bytes);
      if (std::fread(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail(folder_);
      key = bytes;
    } else {
      std::memcpy(&head, buffer_.data() + offset, sizeof head);
      key = std::string_view(buffer_).substr(offset + sizeof head, head.bytes);
      offset += sizeof head + head.bytes;
    }
    decode_into(decoded_, key);
    visit(head.unit, decoded_);
  }
  if (file_) std::fseek(file_.get(), 0, SEEK_END);
}

}  // namespace egiz::detail
