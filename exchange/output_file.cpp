// SPDX-License-Identifier: Apache-2.0
#include "exchange/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace egiz {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what) {
  throw Error(ErrorCode::io, file.string() + ": " + what);
}

void check_target(const std::filesystem::path& file, bool overwrite) {
  std::error_code error;
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!std::filesystem::is_directory(folder, error)) {
    throw Error(ErrorCode::not_found, file.string() + ": there is no folder " + folder.string() + "; make it first");
  }
  if (std::filesystem::is_directory(file, error)) fail(file, "is a folder; name a file in it");
  if (!overwrite && std::filesystem::exists(file, error)) {
    throw Error(ErrorCode::exists, file.string() + ": is there already; choose another name or allow overwriting");
  }
}

// ".name.egiz-<process>-<n>" in the folder of file, so that renaming stays within one file system.
std::filesystem::path beside(const std::filesystem::path& file, int attempt) {
  std::string name = ".";
  name += file.filename().string();
  name.append(".egiz-").append(std::to_string(::getpid())).append("-").append(std::to_string(attempt));
  return file.parent_path() / name;
}

// Makes a new, empty file beside file, as any program of the user would.
std::filesystem::path create_beside(const std::filesystem::path& file) {
  for (int attempt = 0; attempt < 1000; ++attempt) {
    std::filesystem::path name = beside(file, attempt);
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      ::close(descriptor);
      return name;
    }
    if (errno != EEXIST) break;
  }
  fail(file, std::string("cannot be written (") + std::strerror(errno) + "); choose a folder you may write to");
}

// The bytes must be on the disk before the name is: otherwise a power cut leaves an empty file of the right name.
bool sync_to_disk(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;
  ::close(descriptor);
  return synced;
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path file, bool overwrite) : file_(std::move(file)) {
  check_target(file_, overwrite);
  temporary_ = create_beside(file_);
  stream_.open(temporary_, std::ios::binary | std::ios::trunc);
  if (!stream_) fail(file_, "cannot be written; choose a folder you may write to");
}

OutputFile::~OutputFile() {
  if (committed_) return;
  stream_.close();
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

void OutputFile::commit() {
  stream_.close();
  if (stream_.fail() || !sync_to_disk(temporary_)) fail(file_, "could not be written whole; is the disk full?");
  std::error_code error;
  std::filesystem::rename(temporary_, file_, error);
  if (error) fail(file_, "could not be put in place (" + error.message() + ")");
  committed_ = true;
  sync_to_disk(file_.has_parent_path() ? file_.parent_path() : ".");
}

}  // namespace egiz
