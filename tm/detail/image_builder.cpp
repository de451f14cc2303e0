// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/image_builder.h"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

#include "tm/detail/image.h"
#include "tm/detail/indexed_unit.h"

namespace egiz::detail {
namespace {

// A group is checked, sorted and addressed as one; offsets in it must fit 31 bits.
constexpr std::uint64_t kMaxGroupBytes = std::uint64_t{4} << 20;
constexpr std::size_t kMaxGroupsAtATime = 8;

// What a group is made from, and what becomes of it.
struct Work {
  std::size_t length = 0;
  KeyBatch keys;
  ImageGroup group{};
  std::vector<std::byte> bytes;
};
using WorkPtr = std::shared_ptr<Work>;

std::size_t units_per_group(std::size_t length) {
  const std::uint64_t unit_bytes = kBuckets + word_bits(length) / 8 + sizeof(std::uint64_t) + length;
  return std::max<std::uint64_t>(1, kMaxGroupBytes / unit_bytes);
}

std::uint64_t count_groups(const KeySpool& spool) {
  std::uint64_t groups = 0;
  for (const auto& [length, units] : spool.lengths()) {
    groups += (units + units_per_group(length) - 1) / units_per_group(length);
  }
  return groups;
}

// Takes the keys of one group after another out of a spool, ascending by length.
class GroupSource {
 public:
  explicit GroupSource(const KeySpool& spool) : spool_(spool), length_(spool.lengths().begin()) {}

  // nullptr behind the last one.
  WorkPtr next() {
    while (length_ != spool_.lengths().end()) {
      if (!reader_) reader_.emplace(spool_, length_->first);
      auto work = std::make_shared<Work>();
      work->length = length_->first;
      work->keys = reader_->take(units_per_group(work->length));
      if (work->keys.size() > 0) return work;
      reader_.reset();
      ++length_;
    }
    return nullptr;
  }

 private:
  const KeySpool& spool_;
  std::map<std::size_t, std::uint64_t>::const_iterator length_;
  std::optional<SpoolReader> reader_;
};

// The keys of a group in codes, sorted.
class GroupBuilder {
 public:
  GroupBuilder(Work& work, const Alphabet& alphabet, const WordCodes& word_codes)
      : work_(work), alphabet_(alphabet), word_codes_(word_codes), length_(work.length) {}

  void run() {
    encode();
    ImageGroup& group = work_.group;
    group = {0, 0, static_cast<std::uint32_t>(length_), static_cast<std::uint32_t>(keys_.size()),
             static_cast<std::uint32_t>(rare_letters_.size() / std::max<std::size_t>(1, length_)), 0};
    work_.bytes.resize(group.bytes());
    write_units();
    group.checksum = bytes_checksum(work_.bytes);
    work_.keys = {};
  }

 private:
  struct Key {
    std::uint64_t hash;
    std::uint64_t unit;
    std::uint32_t place;  // in codes_
    std::uint32_t rare;   // in rare_letters_, or kNotRare
  };
  static constexpr std::uint32_t kNotRare = ~std::uint32_t{0};

  void encode() {
    keys_.reserve(work_.keys.size());
    codes_.resize(work_.keys.size() * length_);
    work_.keys.for_each([this](std::uint64_t unit, std::u32string_view letters) {
      const auto place = static_cast<std::uint32_t>(keys_.size());
      std::uint8_t* codes = codes_.data() + place * length_;
      bool is_rare = false;
      for (std::size_t i = 0; i < length_; ++i) {
        codes[i] = alphabet_.code(letters[i]);
        is_rare |= codes[i] == Alphabet::kRareLetter;
      }
      const auto rare = is_rare ? static_cast<std::uint32_t>(rare_letters_.size() / length_) : kNotRare;
      if (is_rare) rare_letters_ += letters;
      keys_.push_back({hash_codes(codes, length_), unit, place, rare});
    });
    std::ranges::sort(keys_, [](const Key& a, const Key& b) {
      return a.hash != b.hash ? a.hash < b.hash : a.unit < b.unit;
    });
  }

  // Puts the units in order, counts their letters and marks their words.
  void write_units() {
    const ImageGroup& group = work_.group;
    const std::uint64_t blocks = group.blocks();
    std::byte* out = work_.bytes.data();
    auto* bags = reinterpret_cast<std::uint8_t*>(out);
    auto* words = reinterpret_cast<std::uint64_t*>(out + group.words_offset());
    auto* units = reinterpret_cast<std::uint64_t*>(out + group.units_offset());
    auto* codes = reinterpret_cast<std::uint8_t*>(out + group.codes_offset());
    std::byte* rare_places = out + group.rare_offset();
    std::byte* rare_letters = rare_places + group.rare * sizeof(std::uint32_t);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const Key& key = keys_[i];
      const std::span text(codes_.data() + key.place * length_, length_);
      units[i] = key.unit;
      if (length_ != 0) std::memcpy(codes + i * length_, text.data(), length_);
      const PackedBags bag = packed_bags(text, alphabet_.buckets());
      std::uint8_t* block = bags + i / kBlockUnits * kBlockBytes + i % kBlockUnits;
      for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) block[bucket * kBlockUnits] = bag[bucket];
      word_codes_.mark(text, [&](std::uint64_t mark) {
        words[word_bit(mark, length_) * blocks + i / kBlockUnits] |= std::uint64_t{1} << i % kBlockUnits;
      });
      if (key.rare == kNotRare) continue;
      const auto place = static_cast<std::uint32_t>(i);
      std::memcpy(rare_places, &place, sizeof place);
      rare_places += sizeof place;
      const std::size_t bytes = length_ * sizeof(char32_t);
      std::memcpy(rare_letters, rare_letters_.data() + key.rare * length_, bytes);
      rare_letters += bytes;
    }
  }

  Work& work_;
  const Alphabet& alphabet_;
  const WordCodes& word_codes_;
  std::size_t length_;
  std::vector<Key> keys_;
  std::vector<std::uint8_t> codes_;
  std::u32string rare_letters_;
};

std::vector<ImageGroup> write_groups(const KeySpool& spool, const Alphabet& alphabet, std::uint64_t begin,
                                     IndexOutput& out) {
  const WordCodes word_codes(alphabet);
  GroupSource source(spool);
  std::vector<ImageGroup> groups;
  const auto take = [&](tbb::flow_control& control) {
    WorkPtr work = source.next();
    if (!work) control.stop();
    return work;
  };
  const auto build = [&](const WorkPtr& work) {
    GroupBuilder(*work, alphabet, word_codes).run();
    return work;
  };
  const auto write = [&](const WorkPtr& work) {
    out.align(kImageAlignment);
    work->group.data = out.size() - begin;
    out.append(work->bytes);
    groups.push_back(work->group);
  };
  const auto threads = static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
  tbb::parallel_pipeline(std::min(threads + 1, kMaxGroupsAtATime),
                         tbb::make_filter<void, WorkPtr>(tbb::filter_mode::serial_in_order, take) &
                             tbb::make_filter<WorkPtr, WorkPtr>(tbb::filter_mode::parallel, build) &
                             tbb::make_filter<WorkPtr, void>(tbb::filter_mode::serial_in_order, write));
  return groups;
}

}  // namespace

void write_image(const KeySpool& spool, IndexOutput& out) {
  const std::uint64_t begin = out.size();
  const Alphabet alphabet(spool.letters());
  out.append_zeros(kGroupsOffset + count_groups(spool) * sizeof(ImageGroup));
  const std::vector<ImageGroup> groups = write_groups(spool, alphabet, begin, out);
  out.align(kImageAlignment);
  ImageHeader header{ImageHeader::kMagic, 0,           out.size() - begin,  spool.size(),
                     groups.size(),       alphabet.letters(), alphabet.buckets()};
  header.checksum = header_checksum(header, groups);
  out.put(begin, bytes_of(header));
  out.put(begin + kGroupsOffset, std::as_bytes(std::span(groups)));
}

}  // namespace egiz::detail
