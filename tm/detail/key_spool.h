// SPDX-License-Identifier: Apache-2.0
#pragma once

// KeySpool: the keys of one language on their way into an index.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "tm/detail/alphabet.h"

namespace egiz::detail {

// Keeps keys in the order they came, in memory while they are few and in a nameless file when they are many, and
// counts on the way what the layout of an index needs to know.
class KeySpool {
 public:
  using Visit = std::function<void(std::uint64_t unit, std::u32string_view key)>;

  // folder: where the nameless file may be made; the system's folder for such files when that is not allowed.
  explicit KeySpool(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // unit: IndexedUnit::packed()
  // REQUIRES: key is valid UTF-8
  void add(std::uint64_t unit, std::string_view key);

  // In the order of add().  The key lives until visit returns.  Throws Error{io}.
  void for_each(const Visit& visit);

  std::uint64_t size() const { return size_; }
  const LetterCounts& letters() const { return letters_; }
  const std::map<std::size_t, std::uint64_t>& lengths() const { return lengths_; }  // key length to count

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  void spill();

  std::filesystem::path folder_;
  std::string buffer_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::uint64_t size_ = 0;
  LetterCounts letters_;
  std::map<std::size_t, std::uint64_t> lengths_;
  std::u32string decoded_;
};

}  // namespace egiz::detail
