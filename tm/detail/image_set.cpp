// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/image_set.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "text/match_key.h"
#include "tm/detail/image_builder.h"
#include "tm/detail/index_output.h"

namespace egiz::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMagic = 0x3258444E495A4745;  // "EGZINDX2"
constexpr std::uint64_t kSectionAlignment = 4096;

// At the beginning of an index; behind it the directory, then the sections.
struct FileHeader {
  std::uint64_t magic;
  std::uint64_t checksum;  // of the rest of the header and the directory
  std::uint64_t size;
  std::int64_t match_key_version;
  IndexState state;
  std::uint64_t directory_words;
};

// The directory is a row of 64-bit numbers: how many sets; of each its size and its languages; how many
// sections; of each its language, offset and size.
using Directory = std::vector<std::uint64_t>;

struct Section {
  std::int64_t language;
  std::uint64_t offset;
  std::uint64_t size;
};

Directory make_directory(const std::vector<LanguageSets::Set>& sets, const std::vector<Section>& sections) {
  Directory words{sets.size()};
  for (const LanguageSets::Set& set : sets) {
    words.push_back(set.size());
    words.insert(words.end(), set.begin(), set.end());
  }
  words.push_back(sections.size());
  for (const Section& section : sections) {
    words.insert(words.end(), {static_cast<std::uint64_t>(section.language), section.offset, section.size});
  }
  return words;
}

std::uint64_t checksum_of(const FileHeader& header, std::span<const std::uint64_t> directory) {
  FileHeader copy = header;
  copy.checksum = 0;
  return bytes_checksum(std::as_bytes(std::span(&copy, 1))) ^ bytes_checksum(std::as_bytes(directory));
}

// Takes numbers from a directory one after another.
class DirectoryReader {
 public:
  explicit DirectoryReader(std::span<const std::uint64_t> words) : words_(words) {}

  std::uint64_t next() {
    if (words_.empty()) throw IndexDamaged();
    const std::uint64_t word = words_.front();
    words_ = words_.subspan(1);
    return word;
  }

 private:
  std::span<const std::uint64_t> words_;
};

// Writes all sections, one language after another.
void write_index(const IndexState& state, const LanguageSets& sets, const Spools& spools, IndexOutput& out) {
  std::vector<Section> sections(spools.size());
  out.append_zeros(sizeof(FileHeader) + make_directory(sets.sets(), sections).size() * sizeof(std::uint64_t));
  auto section = sections.begin();
  for (const auto& [language, spool] : spools) {
    out.align(kSectionAlignment);
    const std::uint64_t offset = out.size();
    write_image(*spool, out);
    *section++ = {language, offset, out.size() - offset};
  }
  const Directory directory = make_directory(sets.sets(), sections);
  FileHeader header{kMagic, 0, out.size(), kMatchKeyVersion, state, directory.size()};
  header.checksum = checksum_of(header, directory);
  out.put(0, bytes_of(header));
  out.put(sizeof header, std::as_bytes(std::span(directory)));
}

// A name that no other process uses.
fs::path temporary_name(const fs::path& file) {
  return fs::path(file) += ".new-" + std::to_string(::getpid()) + "-" + std::to_string(std::random_device{}());
}

// Removes what writers that are no more have left half-written.
void remove_leftovers(const fs::path& file) {
  const std::string prefix = file.filename().string() + ".new-";
  std::error_code error;
  for (fs::directory_iterator entry(fs::absolute(file).parent_path(), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    const auto process = static_cast<pid_t>(std::strtol(name.c_str() + prefix.size(), nullptr, 10));
    std::error_code ignored;
    if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) fs::remove(entry->path(), ignored);
  }
}

}  // namespace

ImageSet::ImageSet(MappedBytes mapped) : bytes_(std::move(mapped)) {
  const std::span<const std::byte> bytes = bytes_.bytes();
  if (bytes.size() < sizeof(FileHeader)) throw IndexDamaged();
  FileHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  const std::uint64_t room = (bytes.size() - sizeof header) / sizeof(std::uint64_t);
  if (header.magic != kMagic || header.size != bytes.size() || header.match_key_version != kMatchKeyVersion ||
      header.directory_words > room) {
    throw IndexDamaged();
  }
  const std::span words(reinterpret_cast<const std::uint64_t*>(bytes.data() + sizeof header), header.directory_words);
  if (checksum_of(header, words) != header.checksum) throw IndexDamaged();
  state_ = header.state;
  DirectoryReader directory(words);
  for (std::uint64_t sets = directory.next(); sets > 0; --sets) {
    LanguageSets::Set& set = sets_.emplace_back();
    for (std::uint64_t size = directory.next(); size > 0; --size) {
      set.push_back(static_cast<std::int64_t>(directory.next()));
    }
  }
  for (std::uint64_t sections = directory.next(); sections > 0; --sections) {
    const auto language = static_cast<std::int64_t>(directory.next());
    const std::uint64_t offset = directory.next();
    const std::uint64_t size = directory.next();
    if (offset % kImageAlignment != 0 || offset > bytes.size() || size > bytes.size() - offset) throw IndexDamaged();
    images_.emplace(language, Image(bytes.subspan(offset, size)));
  }
}

std::shared_ptr<const ImageSet> ImageSet::write(const IndexState& state, const LanguageSets& sets,
                                                const Spools& spools, std::optional<WorkFile> place) {
  IndexOutput out(std::move(place));
  write_index(state, sets, spools, out);
  return std::shared_ptr<const ImageSet>(new ImageSet(out.take()));
}

std::shared_ptr<const ImageSet> ImageSet::write_file(const IndexState& state, const LanguageSets& sets,
                                                     const Spools& spools, const fs::path& file) {
  remove_leftovers(file);
  const fs::path temporary = temporary_name(file);
  auto place = WorkFile::create(temporary);
  if (!place) return nullptr;
  std::error_code refused;
  try {
    auto set = write(state, sets, spools, std::move(place));
    fs::rename(temporary, file, refused);
    if (refused) fs::remove(temporary, refused);  // the mapping serves this process nevertheless
    return set;
  } catch (const IndexOutput::NoRoom&) {
    fs::remove(temporary, refused);
    return nullptr;
  } catch (...) {
    fs::remove(temporary, refused);
    throw;
  }
}

std::shared_ptr<const ImageSet> ImageSet::build(const IndexState& state, const LanguageSets& sets, Spools& spools,
                                                const fs::path& file) {
  for (auto& [language, spool] : spools) spool->finish();
  if (!file.empty()) {
    if (auto set = write_file(state, sets, spools, file)) return set;
    try {
      if (auto place = WorkFile::nameless(file.parent_path())) return write(state, sets, spools, std::move(place));
    } catch (const IndexOutput::NoRoom&) {
      // Then it must fit into memory.
    }
  }
  return write(state, sets, spools, std::nullopt);
}

std::shared_ptr<const ImageSet> ImageSet::read(const fs::path& file, const std::array<std::uint8_t, 16>& memory) {
  try {
    auto mapped = MappedBytes::read_file(file);
    if (!mapped) return nullptr;
    std::shared_ptr<const ImageSet> set(new ImageSet(*std::move(mapped)));
    return set->state().memory == memory ? set : nullptr;
  } catch (const IndexDamaged&) {
    return nullptr;
  }
}

}  // namespace egiz::detail
