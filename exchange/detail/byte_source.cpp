// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/byte_source.h"

#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <utility>

#include "base/error.h"
#include "exchange/detail/limit_error.h"

namespace egiz::exchange {
namespace {

constexpr unsigned kGzipBuffer = 256 * 1024;  // bytes

// zlib reads a plain file as it is, so this serves both.
class GzipSource : public ByteSource {
 public:
  GzipSource(gzFile file, std::string name) : file_(file), name_(std::move(name)) { gzbuffer(file, kGzipBuffer); }

  std::size_t read(char* out, std::size_t size) override {
    const int count = gzread(file_.get(), out, static_cast<unsigned>(std::min<std::size_t>(size, 1U << 30)));
    if (count >= 0 && gzerror_code() == Z_OK) return static_cast<std::size_t>(count);
    if (gzerror_code() == Z_ERRNO) throw Error(ErrorCode::io, name_ + ": cannot be read (" + std::strerror(errno) + ")");
    throw Error(ErrorCode::parse, name_ + ": the gzip file is damaged or cut short; fetch it again");
  }

 private:
  int gzerror_code() const {
    int code = Z_OK;
    gzerror(file_.get(), &code);
    return code == Z_STREAM_END ? Z_OK : code;
  }

  struct Close {
    void operator()(gzFile file) const { gzclose(file); }
  };
  std::unique_ptr<gzFile_s, Close> file_;
  std::string name_;
};

class RawSource : public ByteSource {
 public:
  explicit RawSource(const std::filesystem::path& file) : stream_(file, std::ios::binary), name_(file.string()) {
    if (!stream_) throw Error(ErrorCode::io, name_ + ": cannot be opened; check that you may read it");
  }

  std::size_t read(char* out, std::size_t size) override {
    stream_.read(out, static_cast<std::streamsize>(size));
    if (stream_.bad()) throw Error(ErrorCode::io, name_ + ": cannot be read");
    return static_cast<std::size_t>(stream_.gcount());
  }

 private:
  std::ifstream stream_;
  std::string name_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(char* out, std::size_t size) override {
    const std::size_t count = std::min(size, bytes_.size());
    std::copy_n(bytes_.data(), count, out);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

// The one file in a zip archive.
class ZipSource : public ByteSource {
 public:
  explicit ZipSource(const std::filesystem::path& path) : name_(path.string()) {
    int error = 0;
    archive_.reset(zip_open(path.c_str(), ZIP_RDONLY, &error));
    if (!archive_) throw Error(ErrorCode::parse, name_ + ": the zip archive is damaged or cut short; fetch it again");
    entry_.reset(zip_fopen_index(archive_.get(), only_file(), 0));
    if (entry_) return;
    if (zip_error_code_zip(zip_get_error(archive_.get())) == ZIP_ER_NOPASSWD) {
      throw Error(ErrorCode::unsupported, name_ + ": the archive is locked with a password; unpack it first");
    }
    fail();
  }

  std::size_t read(char* out, std::size_t size) override {
    const zip_int64_t count = zip_fread(entry_.get(), out, size);
    if (count < 0) fail();
    return static_cast<std::size_t>(count);
  }

 private:
  [[noreturn]] void fail() const { throw Error(ErrorCode::parse, name_ + ": the zip archive is damaged; fetch it again"); }

  zip_uint64_t only_file() const {
    zip_int64_t found = -1;
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const char* entry = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
      if (entry == nullptr || *entry == '\0') continue;
      const std::string_view name = entry;
      if (name.ends_with('/') || name.starts_with("__MACOSX/")) continue;
      if (found >= 0) {
        throw Error(ErrorCode::unsupported, name_ + ": holds more than one file; unpack it and name the one you mean");
      }
      found = i;
    }
    if (found < 0) throw Error(ErrorCode::parse, name_ + ": the archive is empty");
    return static_cast<zip_uint64_t>(found);
  }

  struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
  };
  std::string name_;
  std::unique_ptr<zip_t, CloseArchive> archive_;
  std::unique_ptr<zip_file_t, CloseEntry> entry_;
};

void check_is_file(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) {
    throw Error(ErrorCode::not_found, file.string() + ": there is no such file; check the name");
  }
  if (std::filesystem::is_directory(status)) throw Error(ErrorCode::io, file.string() + ": is a folder; name a file");
}

bool is_zip(const std::filesystem::path& file) { return starts_with_bytes(file, "PK\x03\x04"); }

}  // namespace

std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& file) {
  check_is_file(file);
  if (is_zip(file)) return std::make_unique<ZipSource>(file);
  gzFile opened = gzopen(file.c_str(), "rb");
  if (opened == nullptr) {
    throw Error(ErrorCode::io, file.string() + ": cannot be opened (" + std::strerror(errno) + ")");
  }
  return std::make_unique<GzipSource>(opened, file.string());
}

std::unique_ptr<ByteSource> open_raw(const std::filesystem::path& file) {
  check_is_file(file);
  return std::make_unique<RawSource>(file);
}

bool starts_with_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return false;
  std::string head(bytes.size(), '\0');
  std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
  return head == bytes;
}

bool zip_holds(const std::filesystem::path& file, const char* entry) {
  if (!is_zip(file)) return false;
  int error = 0;
  zip_t* const archive = zip_open(file.c_str(), ZIP_RDONLY, &error);
  if (archive == nullptr) return false;
  const bool is_there = zip_name_locate(archive, entry, 0) >= 0;
  zip_discard(archive);
  return is_there;
}

bool is_package(const std::filesystem::path& file) {
  return zip_holds(file, "[Content_Types].xml") || zip_holds(file, "mimetype");
}

std::unique_ptr<ByteSource> open_memory(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

std::string read_all(ByteSource& source, std::size_t limit, std::string_view name) {
  std::string bytes;
  constexpr std::size_t kStep = 1 << 20;
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kStep);
    const std::size_t count = source.read(bytes.data() + before, kStep);
    bytes.resize(before + count);
    if (count == 0) return bytes;
    if (bytes.size() > limit) {
      throw limit_error(name, "larger than " + std::to_string(limit) + " bytes", "file");
    }
  }
}

}  // namespace egiz::exchange
