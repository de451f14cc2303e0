// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/mapped_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <new>
#include <utility>

namespace egiz::detail {
namespace {

// Closes a descriptor at the end of a scope; a mapping lives on without it.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

MappedBytes::MappedBytes(MappedBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedBytes& MappedBytes::operator=(MappedBytes&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedBytes::~MappedBytes() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

std::optional<MappedBytes> MappedBytes::map(int descriptor, std::size_t size, int protection) {
  if (size == 0) return MappedBytes();
  void* data = ::mmap(nullptr, size, protection, MAP_SHARED, descriptor, 0);
  if (data == MAP_FAILED) return std::nullopt;
  return MappedBytes(static_cast<std::byte*>(data), size);
}

std::optional<MappedBytes> MappedBytes::read_file(const std::filesystem::path& file) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  return map(descriptor.number(), static_cast<std::size_t>(status.st_size), PROT_READ);
}

std::optional<MappedBytes> MappedBytes::create_file(const std::filesystem::path& file, std::size_t size) {
  const Descriptor descriptor(::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (descriptor.number() < 0) return std::nullopt;
  // Without room set aside a full disk would show as a signal at some later write.
  if (::posix_fallocate(descriptor.number(), 0, static_cast<off_t>(size)) != 0) {
    ::unlink(file.c_str());
    return std::nullopt;
  }
  return map(descriptor.number(), size, PROT_READ | PROT_WRITE);
}

MappedBytes MappedBytes::zero(std::size_t size) {
  if (size == 0) return {};
  void* data = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (data == MAP_FAILED) throw std::bad_alloc();
  return MappedBytes(static_cast<std::byte*>(data), size);
}

}  // namespace egiz::detail
