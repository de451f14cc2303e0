// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/key_spool.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>
#include <system_error>

#include "base/error.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kPlaceBits = 22;
constexpr std::size_t kRunBytes = std::size_t{1} << kPlaceBits;  // a record begins before

struct RecordHead {
  std::uint64_t unit;
  std::uint64_t bytes;
};

[[noreturn]] void fail(const std::filesystem::path& folder) {
  throw Error(ErrorCode::io, folder.string() + ": no room for the keys of an index (" +
                                 std::generic_category().message(errno) + "); free some space");
}

// Texts of letters with one or two bytes are what most memories hold.
template <class Visit>
void for_each_letter(std::string_view key, Visit visit) {
  for (std::size_t offset = 0; offset < key.size();) {
    const auto byte = static_cast<unsigned char>(key[offset]);
    if (byte < 0x80) {
      visit(char32_t{byte});
      ++offset;
    } else if (byte < 0xE0) {
      visit(static_cast<char32_t>(byte & 0x1F) << 6 | (static_cast<unsigned char>(key[offset + 1]) & 0x3F));
      offset += 2;
    } else {
      std::size_t next = offset;  // its address is given away; offset can stay in a register
      visit(next_code_point(key, next));
      offset = next;
    }
  }
}

void decode_into(std::u32string& out, std::string_view key) {
  out.resize(key.size());
  char32_t* end = out.data();
  for_each_letter(key, [&end](char32_t letter) { *end++ = letter; });
  out.resize(static_cast<std::size_t>(end - out.data()));
}

RecordHead head_at(std::string_view bytes, std::size_t offset) {
  RecordHead head;
  std::memcpy(&head, bytes.data() + offset, sizeof head);
  return head;
}

std::size_t record_bytes(const RecordHead& head) { return sizeof head + head.bytes; }

}  // namespace

void KeyBatch::append(std::string& bytes, std::uint64_t unit, std::string_view key) {
  const RecordHead head{unit, key.size()};
  bytes.append(reinterpret_cast<const char*>(&head), sizeof head);
  bytes.append(key);
}

std::uint64_t KeyBatch::next(std::size_t& offset, std::u32string& key) const {
  const RecordHead head = head_at(bytes_, offset);
  decode_into(key, std::string_view(bytes_).substr(offset + sizeof head, head.bytes));
  offset += record_bytes(head);
  return head.unit;
}

void KeySpool::add(std::uint64_t unit, std::string_view key) {
  std::size_t length = 0;
  for_each_letter(key, [&](char32_t letter) {
    letters_.add(letter);
    ++length;
  });
  ++size_;
  places_.push_back(std::uint64_t{length} << kPlaceBits | run_.size());
  KeyBatch::append(run_, unit, key);
  if (run_.size() < kRunBytes) return;
  if (!file_) file_ = WorkFile::nameless(folder_);
  if (!file_) fail(folder_);
  sort_run();
}

void KeySpool::sort_run() {
  std::ranges::sort(places_);
  std::string sorted;
  sorted.reserve(run_.size());
  std::uint64_t* count = nullptr;  // of keys of the length that is met
  for (const std::uint64_t packed : places_) {
    const std::uint64_t length = packed >> kPlaceBits;
    const std::uint64_t place = packed & (kRunBytes - 1);
    const std::uint64_t offset = file_size_ + sorted.size();
    const std::size_t bytes = record_bytes(head_at(run_, place));
    sorted.append(run_, place, bytes);
    if (extents_.empty() || extents_.back().length != length || extents_.back().offset < file_size_) {
      extents_.push_back({length, offset, 0});
      count = &lengths_[length];
    }
    extents_.back().bytes += bytes;
    ++*count;
  }
  places_.clear();
  if (!file_) {
    run_ = std::move(sorted);
    return;
  }
  run_.clear();
  if (!file_->write(file_size_, std::as_bytes(std::span(sorted)))) fail(folder_);
  file_size_ += sorted.size();
}

void KeySpool::finish() {
  sort_run();
  std::ranges::stable_sort(extents_, {}, &Extent::length);
  if (file_) run_ = {};
  places_ = {};
}

std::string KeySpool::read(const Extent& extent) const {
  if (!file_) return run_.substr(extent.offset, extent.bytes);
  std::string bytes(extent.bytes, '\0');
  if (!file_->read(extent.offset, std::as_writable_bytes(std::span(bytes)))) fail(folder_);
  return bytes;
}

SpoolReader::SpoolReader(const KeySpool& spool, std::size_t length) : spool_(spool) {
  next_ = std::ranges::lower_bound(spool.extents_, length, {}, &KeySpool::Extent::length);
  end_ = std::ranges::upper_bound(spool.extents_, length, {}, &KeySpool::Extent::length);
}

KeyBatch SpoolReader::take(std::size_t count) {
  KeyBatch batch;
  while (batch.size_ < count) {
    if (offset_ == held_.size()) {
      if (next_ == end_) break;
      held_ = spool_.read(*next_++);
      offset_ = 0;
    }
    const std::size_t begin = offset_;
    while (batch.size_ < count && offset_ < held_.size()) {
      offset_ += record_bytes(head_at(held_, offset_));
      ++batch.size_;
    }
    batch.bytes_.append(held_, begin, offset_ - begin);
  }
  return batch;
}

}  // namespace egiz::detail
