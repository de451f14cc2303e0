// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/archive.h"

#include <algorithm>
#include <new>
#include <utility>
#include <vector>

#include <zip.h>

#include "base/error.h"
#include "exchange/detail/limit_error.h"

namespace egiz::exchange {
namespace {

struct FileClose {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Archive::Archive(std::string_view bytes, std::string_view name, const DocumentLimits& limits)
    : name_(name), limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!zip_) {
    zip_source_free(source);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    throw Error(ErrorCode::parse, name_ + ": damaged or cut off, not a whole zip archive (" + reason + ")");
  }
  const zip_int64_t entries = zip_get_num_entries(zip_.get(), 0);
  if (entries > static_cast<zip_int64_t>(limits_.max_entries)) {
    throw limit_error(
        name_, std::to_string(entries) + " files in the archive, more than " + std::to_string(limits_.max_entries),
        "entries");
  }
}

bool Archive::has(const std::string& file) const { return zip_name_locate(zip_.get(), file.c_str(), 0) >= 0; }

// One file, unpacked as it is read.  The sizes an archive states may be lies: what counts is what comes out.
class Archive::Entry final : public ByteSource {
 public:
  Entry(Archive& archive, zip_uint64_t index, std::string place) : archive_(archive), place_(std::move(place)) {
    zip_stat_t stat;
    if (zip_stat_index(archive.zip_.get(), index, 0, &stat) != 0) fail(zip_strerror(archive.zip_.get()));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      throw Error(ErrorCode::unsupported, place_ + ": protected by a password; save the file without one");
    }
    packed_ = std::max<std::size_t>(static_cast<std::size_t>(stat.comp_size), 1);
    stream_.reset(zip_fopen_index(archive.zip_.get(), index, 0));
    if (!stream_) fail(zip_strerror(archive.zip_.get()));
  }

  std::size_t read(char* out, std::size_t size) override {
    const zip_int64_t count = zip_fread(stream_.get(), out, size);
    if (count < 0) fail(zip_file_strerror(stream_.get()));
    unpacked_ += static_cast<std::size_t>(count);
    archive_.unpacked_ += static_cast<std::size_t>(count);
    check_limits();
    return static_cast<std::size_t>(count);
  }

 private:
  [[noreturn]] void fail(const char* reason) const {
    throw Error(ErrorCode::parse, place_ + ": damaged or cut off (" + reason + ")");
  }

  void check_limits() const {
    const DocumentLimits& limits = archive_.limits_;
    if (unpacked_ > limits.max_entry_bytes) {
      throw limit_error(place_, "unpacks to more than " + std::to_string(limits.max_entry_bytes) + " bytes", "entry");
    }
    if (archive_.unpacked_ > limits.max_unpacked_bytes) {
      throw limit_error(archive_.name_, "unpacks to more than " + std::to_string(limits.max_unpacked_bytes) + " bytes",
                        "unpacked");
    }
    if (unpacked_ > limits.ratio_free_bytes && unpacked_ / packed_ > limits.max_ratio) {
      throw limit_error(place_, "unpacks to more than " + std::to_string(limits.max_ratio) + " times its size",
                        "ratio");
    }
  }

  Archive& archive_;
  std::string place_;
  std::size_t packed_ = 1;
  std::size_t unpacked_ = 0;
  std::unique_ptr<zip_file_t, FileClose> stream_;
};

std::unique_ptr<ByteSource> Archive::open(const std::string& file) {
  const zip_int64_t index = zip_name_locate(zip_.get(), file.c_str(), 0);
  if (index < 0) return nullptr;
  return std::make_unique<Entry>(*this, static_cast<zip_uint64_t>(index), name_ + "/" + file);
}

std::optional<std::string> Archive::read(const std::string& file) {
  const std::unique_ptr<ByteSource> source = open(file);
  if (!source) return std::nullopt;
  return read_all(*source, limits_.max_entry_bytes, name_ + "/" + file);
}

std::string Archive::read_required(const std::string& file) {
  std::optional<std::string> bytes = read(file);
  if (!bytes) throw Error(ErrorCode::parse, name_ + ": \"" + file + "\" is missing in the archive");
  return *std::move(bytes);
}

std::string resolve_archive_path(std::string_view from_file, std::string_view path) {
  path = path.substr(0, path.find('#'));
  std::string joined;
  if (!path.starts_with('/')) {
    const std::size_t slash = from_file.rfind('/');
    if (slash != std::string_view::npos) joined = std::string(from_file.substr(0, slash + 1));
  }
  joined += percent_decoded(path);
  std::vector<std::string_view> parts;
  for (std::string_view rest = joined; !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

}  // namespace egiz::exchange
