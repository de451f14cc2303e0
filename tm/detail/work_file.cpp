// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/work_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace egiz::detail {
namespace {

constexpr int kOwnerOnly = S_IRUSR | S_IWUSR;

// For systems and folders without O_TMPFILE: a name that is taken away at once.
int open_and_unlink() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "egiz-XXXXXX").string();
  if (error) return -1;
  const int descriptor = ::mkstemp(name.data());
  if (descriptor >= 0) ::unlink(name.c_str());
  return descriptor;
}

}  // namespace

WorkFile::WorkFile(WorkFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WorkFile& WorkFile::operator=(WorkFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WorkFile::~WorkFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<WorkFile> WorkFile::owning(int descriptor) {
  if (descriptor < 0) return std::nullopt;
  return WorkFile(descriptor);
}

std::optional<WorkFile> WorkFile::create(const std::filesystem::path& file) {
  return owning(::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kOwnerOnly));
}

std::optional<WorkFile> WorkFile::nameless(const std::filesystem::path& folder) {
#if defined(O_TMPFILE)
  if (auto file = owning(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kOwnerOnly))) return file;
#endif
  return owning(open_and_unlink());
}

std::optional<WorkFile> WorkFile::open(const std::filesystem::path& file) {
  return owning(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
}

bool WorkFile::write(std::uint64_t offset, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    offset += static_cast<std::uint64_t>(done);
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
  return true;
}

bool WorkFile::read(std::uint64_t offset, std::span<std::byte> bytes) const {
  while (!bytes.empty()) {
    const ssize_t done = ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (done < 0 && errno == EINTR) continue;
    if (done == 0) errno = 0;
    if (done <= 0) return false;
    offset += static_cast<std::uint64_t>(done);
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
  return true;
}

}  // namespace egiz::detail
