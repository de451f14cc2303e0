// SPDX-License-Identifier: Apache-2.0
#pragma once

// ImageSet: the images of all languages of a memory, as one piece of memory or one file (docs/memory-format.md).

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "tm/detail/image.h"
#include "tm/detail/indexed_unit.h"
#include "tm/detail/mapped_bytes.h"
#include "tm/detail/prepared_keys.h"

namespace egiz::detail {

// Which state of which memory an index shows.
struct IndexState {
  std::array<std::uint8_t, 16> memory{};  // memory.id
  std::int64_t change = 0;                // change.number up to which everything is in it
  std::int64_t token = 0;                 // change.token of that change
  std::int64_t last_unit = 0;             // the highest id of a unit that may be in it

  bool operator==(const IndexState&) const = default;
};

class ImageSet {
 public:
  // Writes an index to file; when that cannot be done, to a nameless file of the system, or keeps it in memory.  An old
  // file is replaced at once, or not at all.  An empty path means memory.  Throws Error{io} when a spool cannot be read.
  // What it needs besides: write_image().
  static std::shared_ptr<const ImageSet> build(const IndexState& state, const LanguageSets& sets, Spools& spools,
                                               const std::filesystem::path& file);

  // nullptr when there is no file, or none that this program made for this memory and these match keys.
  static std::shared_ptr<const ImageSet> read(const std::filesystem::path& file,
                                              const std::array<std::uint8_t, 16>& memory);

  const IndexState& state() const { return state_; }
  const std::vector<LanguageSets::Set>& sets() const { return sets_; }
  const std::map<std::int64_t, Image>& images() const { return images_; }  // by language.id

  // Gives back the memory of pages that were read, when the index is in a file.
  void let_go() const { bytes_.let_go(); }

 private:
  explicit ImageSet(MappedBytes bytes);
  static std::shared_ptr<const ImageSet> write(const IndexState& state, const LanguageSets& sets, const Spools& spools,
                                               std::optional<WorkFile> place);
  static std::shared_ptr<const ImageSet> write_file(const IndexState& state, const LanguageSets& sets,
                                                    const Spools& spools, const std::filesystem::path& file);

  MappedBytes bytes_;
  IndexState state_;
  std::vector<LanguageSets::Set> sets_;
  std::map<std::int64_t, Image> images_;
};

}  // namespace egiz::detail
