// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/archive.h"

#include <algorithm>
#include <new>
#include <vector>

#include <zip.h>

#include "base/error.h"

namespace egiz::exchange {
namespace {

struct FileClose {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void refuse(const std::string& place, const std::string& why) {
  throw Error(ErrorCode::unsupported, place + ": " + why + "; refused, as archives made to exhaust memory look so");
}

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
    refuse(name_, std::to_string(entries) + " files in the archive, more than " + std::to_string(limits_.max_entries));
  }
}

bool Archive::has(const std::string& file) const { return zip_name_locate(zip_.get(), file.c_str(), 0) >= 0; }

std::optional<std::string> Archive::read(const std::string& file) {
  const zip_int64_t index = zip_name_locate(zip_.get(), file.c_str(), 0);
  if (index < 0) return std::nullopt;
  const std::string place = name_ + "/" + file;
  zip_stat_t stat;
  if (zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
    throw Error(ErrorCode::parse, place + ": damaged (" + zip_strerror(zip_.get()) + ")");
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    throw Error(ErrorCode::unsupported, place + ": protected by a password; save the file without one");
  }
  const std::unique_ptr<zip_file_t, FileClose> stream(zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0));
  if (!stream) throw Error(ErrorCode::parse, place + ": damaged (" + zip_strerror(zip_.get()) + ")");

  // The sizes an archive states may be lies: what counts is what comes out.
  const std::size_t packed = std::max<std::size_t>(static_cast<std::size_t>(stat.comp_size), 1);
  std::string out;
  std::vector<char> buffer(std::size_t{1} << 16);
  for (;;) {
    const zip_int64_t count = zip_fread(stream.get(), buffer.data(), buffer.size());
    if (count < 0) {
      throw Error(ErrorCode::parse, place + ": damaged or cut off (" + zip_file_strerror(stream.get()) + ")");
    }
    if (count == 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(count));
    unpacked_ += static_cast<std::size_t>(count);
    if (out.size() > limits_.max_entry_bytes) {
      refuse(place, "unpacks to more than " + std::to_string(limits_.max_entry_bytes) + " bytes");
    }
    if (unpacked_ > limits_.max_unpacked_bytes) {
      refuse(name_, "unpacks to more than " + std::to_string(limits_.max_unpacked_bytes) + " bytes");
    }
    if (out.size() > limits_.ratio_free_bytes && out.size() / packed > limits_.max_ratio) {
      refuse(place, "unpacks to more than " + std::to_string(limits_.max_ratio) + " times its size");
    }
  }
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
