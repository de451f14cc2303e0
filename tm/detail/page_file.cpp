// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/page_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace egiz::detail {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kFileHeader = 100;       // at the begin of page 1
constexpr std::size_t kUsualPage = 4096;
constexpr std::size_t kLargestPage = 65536;
constexpr std::size_t kSample = 64 << 20;      // bytes that tell the size of a page
constexpr std::size_t kLogHeader = 32;
constexpr std::size_t kFrameHeader = 24;

bool has_magic(Bytes file) {
  return file.size() >= kFileHeader && std::memcmp(file.data(), kMagic.data(), kMagic.size()) == 0;
}

PageKind kind_of(std::uint64_t byte) {
  switch (byte) {
    case 2:
      return PageKind::index_inside;
    case 5:
      return PageKind::table_inside;
    case 10:
      return PageKind::index_leaf;
    case 13:
      return PageKind::table_leaf;
    default:
      return PageKind::none;
  }
}

bool is_inside(PageKind kind) { return kind == PageKind::table_inside || kind == PageKind::index_inside; }

// The page whose tree begins at header.  Where any place of a cell is none, it is no page of a tree.
TreePage tree_page_of(Bytes bytes, std::size_t header) {
  TreePage page{.kind = PageKind::none, .bytes = bytes, .cells = {}};
  if (bytes.size() < header + 12) return page;
  const PageKind kind = kind_of(big_endian(bytes, header, 1));
  const std::size_t places = header + (is_inside(kind) ? 12 : 8);
  const std::size_t count = big_endian(bytes, header + 3, 2);
  if (kind == PageKind::none || places + 2 * count > bytes.size()) return page;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t cell = big_endian(bytes, places + 2 * i, 2);
    if (cell < places + 2 * count || cell + 4 > bytes.size()) return page;
    page.cells.push_back(cell);
  }
  page.kind = kind;
  return page;
}

// The running checksum of a log, over a multiple of eight bytes.
class LogChecksum {
 public:
  explicit LogChecksum(bool is_big) : is_big_(is_big) {}

  void add(Bytes bytes) {
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      first_ += word(bytes, i) + second_;
      second_ += word(bytes, i + 4) + first_;
    }
  }

  bool is(std::uint64_t first, std::uint64_t second) const { return first == first_ && second == second_; }

 private:
  std::uint32_t word(Bytes bytes, std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const auto byte = std::to_integer<std::uint32_t>(bytes[at + i]);
      value |= byte << 8 * (is_big_ ? 3 - i : i);
    }
    return value;
  }

  bool is_big_;
  std::uint32_t first_ = 0;
  std::uint32_t second_ = 0;
};

}  // namespace

std::uint64_t big_endian(Bytes bytes, std::size_t offset, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | std::to_integer<std::uint64_t>(bytes[offset + i]);
  return value;
}

PageFile::PageFile(Bytes file, Bytes log) : file_(file) {
  choose_page_size(log);
  count_ = static_cast<std::uint32_t>(std::min<std::size_t>(file_.size() / page_size_, 0xFFFFFFFE));
  read_log(log);
  read_free_pages();
}

// A page of a tree makes sense at its own size and, as the begin of a longer one, at a larger size; at a smaller one its
// cells lie outside.  So the right size gives the most pages.
void PageFile::choose_page_size(Bytes log) {
  std::size_t stated = has_magic(file_) ? big_endian(file_, 16, 2) : 0;
  if (stated == 1) stated = kLargestPage;
  if (stated == 0 && log.size() >= kLogHeader) stated = big_endian(log, 8, 4);
  page_size_ = kUsualPage;
  std::size_t best = count_tree_pages(kUsualPage);
  for (std::size_t size = 512; size <= kLargestPage; size *= 2) {
    const std::size_t count = count_tree_pages(size);
    if (count < best || (count == best && size != stated)) continue;
    best = count;
    page_size_ = size;
  }
}

std::size_t PageFile::count_tree_pages(std::size_t page_size) const {
  std::size_t count = 0;
  for (std::size_t at = 0; at + page_size <= std::min(file_.size(), kSample); at += page_size) {
    if (tree_page_of(file_.subspan(at, page_size), at == 0 ? kFileHeader : 0).kind != PageKind::none) ++count;
  }
  return count;
}

// Frames count up to the last one that ends a transaction, as long as their salts and checksums are those of the log.
void PageFile::read_log(Bytes log) {
  if (log.size() < kLogHeader || big_endian(log, 8, 4) != page_size_) return;
  const std::uint64_t magic = big_endian(log, 0, 4);
  if (magic != 0x377F0682 && magic != 0x377F0683) return;
  LogChecksum checksum(magic == 0x377F0683);
  checksum.add(log.first(24));
  if (!checksum.is(big_endian(log, 24, 4), big_endian(log, 28, 4))) return;
  std::unordered_map<std::uint32_t, Bytes> pending;
  const std::size_t frame = kFrameHeader + page_size_;
  for (std::size_t at = kLogHeader; at + frame <= log.size(); at += frame) {
    const Bytes header = log.subspan(at, kFrameHeader);
    const Bytes page = log.subspan(at + kFrameHeader, page_size_);
    checksum.add(header.first(8));
    checksum.add(page);
    if (big_endian(header, 8, 8) != big_endian(log, 16, 8)) return;  // salts of a log before
    if (!checksum.is(big_endian(header, 16, 4), big_endian(header, 20, 4))) return;
    pending[static_cast<std::uint32_t>(big_endian(header, 0, 4))] = page;
    const auto pages = static_cast<std::uint32_t>(big_endian(header, 4, 4));
    if (pages == 0) continue;
    for (const auto& [number, bytes] : pending) logged_[number] = bytes;
    pending.clear();
    const std::size_t most = (file_.size() + log.size()) / page_size_;
    count_ = std::max(count_, static_cast<std::uint32_t>(std::min<std::size_t>(pages, most)));
  }
}

// Trunks: the next trunk, how many leaves, and these.  A list that is not exactly as long as the header says is not
// believed: a page that it names by mistake would be lost.
void PageFile::read_free_pages() {
  const Bytes header = page(1);
  if (!has_magic(header)) return;
  std::vector<bool> is_free(std::size_t{count_} + 1, false);
  std::uint64_t left = big_endian(header, 36, 4);
  const auto take = [&](std::uint64_t number) {
    if (left == 0 || number < 2 || number > count_ || is_free[number]) return false;
    is_free[number] = true;
    --left;
    return true;
  };
  for (std::uint64_t trunk = big_endian(header, 32, 4); trunk != 0;) {
    if (!take(trunk)) return;
    const Bytes bytes = page(static_cast<std::uint32_t>(trunk));
    if (bytes.empty()) return;
    const std::uint64_t leaves = big_endian(bytes, 4, 4);
    if (leaves > (page_size_ - 8) / 4) return;
    for (std::size_t i = 0; i < leaves; ++i) {
      if (!take(big_endian(bytes, 8 + 4 * i, 4))) return;
    }
    trunk = big_endian(bytes, 0, 4);
  }
  knows_free_pages_ = left == 0;
  is_free_ = std::move(is_free);
}

Bytes PageFile::page(std::uint32_t number) const {
  if (number == 0 || number > count_) return {};
  const auto logged = logged_.find(number);
  if (logged != logged_.end()) return logged->second;
  const std::size_t begin = (std::size_t{number} - 1) * page_size_;
  return begin + page_size_ <= file_.size() ? file_.subspan(begin, page_size_) : Bytes();
}

TreePage PageFile::tree_page(std::uint32_t number) const {
  return tree_page_of(page(number), number == 1 ? kFileHeader : 0);
}

std::vector<std::uint32_t> children_of(const TreePage& page) {
  std::vector<std::uint32_t> children;
  if (!is_inside(page.kind)) return children;
  for (const std::size_t cell : page.cells) {
    children.push_back(static_cast<std::uint32_t>(big_endian(page.bytes, cell, 4)));
  }
  children.push_back(static_cast<std::uint32_t>(big_endian(page.bytes, 8, 4)));
  return children;
}

}  // namespace egiz::detail
