// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/packed_file.h"

namespace egiz::exchange {

std::string lower_name(const std::filesystem::path& file) {
  std::string name = file.filename().string();
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return name;
}

std::string unpacked_name(const std::filesystem::path& file) {
  std::string name = lower_name(file);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  return name;
}

PackedFile::PackedFile(const std::filesystem::path& file, bool overwrite)
    : file_(file, overwrite), stream_(file_.stream().rdbuf()) {
  if (!lower_name(file).ends_with(".gz")) return;
  gzip_.emplace(file_.stream());
  stream_.rdbuf(&*gzip_);
}

void PackedFile::commit() {
  if (gzip_) gzip_->finish();
  if (!stream_) file_.stream().setstate(std::ios::failbit);
  file_.commit();
}

}  // namespace egiz::exchange
