// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/image_builder.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>

#include "tm/detail/indexed_unit.h"

namespace egiz::detail {
namespace {

// A group is checked, sorted and addressed as one; offsets in it must fit 31 bits.
constexpr std::uint64_t kMaxGroupBytes = std::uint64_t{4} << 20;

std::uint64_t aligned(std::uint64_t offset) {
  return (offset + kImageAlignment - 1) / kImageAlignment * kImageAlignment;
}

bool has_rare_letter(std::span<const std::uint8_t> codes) {
  return std::ranges::find(codes, Alphabet::kRareLetter) != codes.end();
}

// Puts the units of a group in order, counts their letters, marks their words, and notes the checksum.
void finish(std::span<std::byte> out, ImageGroup& group, const Alphabet& alphabet, const WordCodes& word_codes) {
  auto* bags = reinterpret_cast<std::uint8_t*>(out.data() + group.data);
  auto* words = reinterpret_cast<std::uint64_t*>(out.data() + group.words_offset());
  auto* units = reinterpret_cast<std::uint64_t*>(out.data() + group.units_offset());
  auto* codes = reinterpret_cast<std::uint8_t*>(out.data() + group.codes_offset());
  const std::size_t length = group.length;

  struct Key {
    std::uint64_t hash;
    std::uint64_t unit;
    std::uint32_t place;
  };
  std::vector<Key> keys(group.count);
  for (std::uint32_t i = 0; i < group.count; ++i) keys[i] = {hash_codes(codes + i * length, length), units[i], i};
  std::ranges::sort(keys, [](const Key& a, const Key& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.unit < b.unit;
  });
  const std::vector<std::uint8_t> unsorted(codes, codes + group.count * length);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    units[i] = keys[i].unit;
    if (length != 0) std::memcpy(codes + i * length, unsorted.data() + keys[i].place * length, length);
    const PackedBags bag = packed_bags({codes + i * length, length}, alphabet.buckets());
    std::uint8_t* block = bags + i / kBlockUnits * kBlockBytes + i % kBlockUnits;
    for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) block[bucket * kBlockUnits] = bag[bucket];
    word_codes.mark({codes + i * length, length}, [&](std::uint64_t mark) {
      words[mark % word_bits(length) * group.blocks() + i / kBlockUnits] |= std::uint64_t{1} << i % kBlockUnits;
    });
  }
  group.checksum = bytes_checksum(out.subspan(group.data, group.bytes()));
}

}  // namespace

ImageBuilder::ImageBuilder(KeySpool& spool) : spool_(spool), alphabet_(spool.letters()) {
  lay_out_groups();
  count_rare();
}

void ImageBuilder::lay_out_groups() {
  for (const auto& [length, units] : spool_.lengths()) {
    const std::uint64_t per_group = std::max<std::uint64_t>(1, kMaxGroupBytes / (length + 1));
    for (std::uint64_t left = units; left > 0;) {
      const std::uint64_t count = std::min(left, per_group);
      groups_.push_back({0, 0, static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(count)});
      left -= count;
    }
  }
  std::uint64_t offset = aligned(kGroupsOffset + groups_.size() * sizeof(ImageGroup));
  for (ImageGroup& group : groups_) {
    group.data = offset;
    offset = aligned(offset + group.bytes());
  }
  rare_offset_ = offset;
}

void ImageBuilder::count_rare() {
  const auto is_rare = [this](const auto& letter) { return alphabet_.code(letter.first) == Alphabet::kRareLetter; };
  if (std::ranges::any_of(spool_.letters().sorted(), is_rare)) {
    spool_.for_each([this](std::uint64_t, std::u32string_view key) {
      if (!has_rare_letter(alphabet_.encode(key))) return;
      ++rare_keys_;
      rare_letters_ += key.size();
    });
  }
  size_ = aligned(rare_offset_ + rare_keys_ * sizeof(RareKey) + rare_letters_ * sizeof(char32_t));
}

void ImageBuilder::scatter(std::span<std::byte> out) {
  std::unordered_map<std::size_t, std::size_t> group_of_length;  // the first that has room
  for (std::size_t i = groups_.size(); i-- > 0;) group_of_length[groups_[i].length] = i;
  std::vector<std::uint32_t> filled(groups_.size(), 0);
  std::vector<RareKey> rare_keys;
  std::u32string rare_letters;
  spool_.for_each([&](std::uint64_t unit, std::u32string_view key) {
    std::size_t& group_number = group_of_length.at(key.size());
    if (filled[group_number] == groups_[group_number].count) ++group_number;
    const ImageGroup& group = groups_[group_number];
    const std::uint64_t place = filled[group_number]++;
    std::memcpy(out.data() + group.units_offset() + place * 8, &unit, 8);
    auto* codes = reinterpret_cast<std::uint8_t*>(out.data() + group.codes_offset() + place * key.size());
    bool is_rare = false;
    for (std::size_t i = 0; i < key.size(); ++i) {
      codes[i] = alphabet_.code(key[i]);
      is_rare |= codes[i] == Alphabet::kRareLetter;
    }
    if (!is_rare) return;
    rare_keys.push_back({IndexedUnit::unpacked(unit).id, rare_letters.size(), key.size()});
    rare_letters += key;
  });
  std::ranges::sort(rare_keys, {}, &RareKey::unit);
  std::byte* rare = out.data() + rare_offset_;
  if (!rare_keys.empty()) {
    std::memcpy(rare, rare_keys.data(), rare_keys.size() * sizeof(RareKey));
    std::memcpy(rare + rare_keys.size() * sizeof(RareKey), rare_letters.data(), rare_letters.size() * sizeof(char32_t));
  }
}

void ImageBuilder::write(std::span<std::byte> out) {
  scatter(out);
  const WordCodes word_codes(alphabet_);
  tbb::parallel_for(std::size_t{0}, groups_.size(),
                    [&](std::size_t i) { finish(out, groups_[i], alphabet_, word_codes); });
  if (!groups_.empty()) {
    std::memcpy(out.data() + kGroupsOffset, groups_.data(), groups_.size() * sizeof(ImageGroup));
  }
  auto* header = reinterpret_cast<ImageHeader*>(out.data());
  *header = {ImageHeader::kMagic, 0,          size_,         spool_.size(),       groups_.size(),
             rare_keys_,          rare_offset_, rare_letters_, alphabet_.letters(), alphabet_.buckets()};
  const std::size_t rare_bytes = rare_keys_ * sizeof(RareKey) + rare_letters_ * sizeof(char32_t);
  header->checksum = header_checksum(*header, groups_, out.subspan(rare_offset_, rare_bytes));
}

}  // namespace egiz::detail
