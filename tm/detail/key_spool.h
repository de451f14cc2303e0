// SPDX-License-Identifier: Apache-2.0
#pragma once

// KeySpool: the keys of one language on their way into an index.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/detail/alphabet.h"
#include "tm/detail/work_file.h"

namespace egiz::detail {

// Some keys of one length, as a spool gives them.
class KeyBatch {
 public:
  std::size_t size() const { return size_; }

  // Appends a key to what a spool or a batch holds.
  static void append(std::string& bytes, std::uint64_t unit, std::string_view key);

  // Calls visit(unit, std::u32string_view key) for each; the key lives until visit returns.
  template <class Visit>
  void for_each(Visit visit) const {
    std::u32string key;
    for (std::size_t offset = 0; offset < bytes_.size();) {
      const std::uint64_t unit = next(offset, key);
      visit(unit, std::u32string_view(key));
    }
  }

 private:
  friend class SpoolReader;

  std::uint64_t next(std::size_t& offset, std::u32string& key) const;

  std::string bytes_;
  std::size_t size_ = 0;
};

// Keys come in any order and are given back length by length.  They are collected in runs of 4 MB; a run that is full is
// sorted by length and goes to a nameless file.  So a spool needs 10 MB of memory, and one fiftieth of what lies in the file
// to know where: a run has no more lengths than keys, and keys of n lengths have n * n / 2 letters.
class KeySpool {
 public:
  // folder: where the nameless file may be made; the system's folder for such files when that is not allowed.
  explicit KeySpool(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // unit: IndexedUnit::packed().  Throws Error{io}.
  // REQUIRES: key is valid UTF-8; finish() was not called
  void add(std::uint64_t unit, std::string_view key);

  // To be called once, behind the last key and before the first is read.  Throws Error{io}.
  void finish();

  std::uint64_t size() const { return size_; }
  const LetterCounts& letters() const { return letters_; }

  // Key length to count.
  // REQUIRES: finish() was called
  const std::map<std::size_t, std::uint64_t>& lengths() const { return lengths_; }

  // Calls visit(unit, std::u32string_view key) for every key.  Throws Error{io}.
  // REQUIRES: finish() was called
  template <class Visit>
  void for_each(Visit visit) const;

 private:
  friend class SpoolReader;

  // Where keys of one length lie.
  struct Extent {
    std::size_t length;
    std::uint64_t offset;
    std::uint64_t bytes;
  };

  static constexpr std::size_t kKeysAtATime = 1'024;

  void sort_run();
  std::string read(const Extent& extent) const;

  std::filesystem::path folder_;
  std::string run_;
  std::vector<std::uint64_t> places_;  // in run_: length of a key, and in the low bits the offset
  std::optional<WorkFile> file_;
  std::uint64_t file_size_ = 0;
  std::vector<Extent> extents_;  // of the file, or of run_ when there is none
  std::uint64_t size_ = 0;
  LetterCounts letters_;
  std::map<std::size_t, std::uint64_t> lengths_;
};

// Takes the keys of one length out of a spool, in the order they were added.  Holds one run at most.
// REQUIRES: spool.finish() was called; spool outlives the reader
class SpoolReader {
 public:
  SpoolReader(const KeySpool& spool, std::size_t length);

  // The next keys, fewer than count only at the end.  Throws Error{io}.
  KeyBatch take(std::size_t count);

 private:
  const KeySpool& spool_;
  std::vector<KeySpool::Extent>::const_iterator next_;
  std::vector<KeySpool::Extent>::const_iterator end_;
  std::string held_;
  std::size_t offset_ = 0;  // in held_
};

template <class Visit>
void KeySpool::for_each(Visit visit) const {
  for (const auto& [length, count] : lengths_) {
    SpoolReader reader(*this, length);
    for (std::uint64_t left = count; left > 0;) {
      const KeyBatch batch = reader.take(kKeysAtATime);
      batch.for_each(visit);
      left -= batch.size();
    }
  }
}

}  // namespace egiz::detail
