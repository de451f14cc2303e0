// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pages of an SQLite file, read without SQLite: what is left when a file cannot be opened any more
// (https://www.sqlite.org/fileformat2.html).

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace egiz::detail {

using Bytes = std::span<const std::byte>;

// A number of size bytes, high byte first.  REQUIRES: they are there
std::uint64_t big_endian(Bytes bytes, std::size_t offset, std::size_t size);

// What a page is for.  Overflow pages and free ones have no kind; they may look like any.
enum class PageKind { none, table_inside, table_leaf, index_inside, index_leaf };

// A page of a tree: its cells begin at these places.
struct TreePage {
  PageKind kind = PageKind::none;
  Bytes bytes;
  std::vector<std::size_t> cells;
};

// Any bytes are a file; pages that make no sense have kind none.  Looks at the bytes.
class PageFile {
 public:
  // log: the file "-wal" beside it, or nothing.  Pages that it holds for certain go before those of the file.
  PageFile(Bytes file, Bytes log);

  std::size_t page_size() const { return page_size_; }
  std::uint32_t count() const { return count_; }

  // A page, from 1; empty when it is not there.
  Bytes page(std::uint32_t number) const;
  TreePage tree_page(std::uint32_t number) const;

  // The pages that the header says are free, or nothing when the header or the list is not whole.
  bool knows_free_pages() const { return knows_free_pages_; }
  bool is_free(std::uint32_t number) const { return knows_free_pages_ && number < is_free_.size() && is_free_[number]; }

 private:
  void choose_page_size(Bytes log);
  std::size_t count_tree_pages(std::size_t page_size) const;
  void read_log(Bytes log);
  void read_free_pages();

  Bytes file_;
  std::size_t page_size_ = 0;
  std::uint32_t count_ = 0;
  std::unordered_map<std::uint32_t, Bytes> logged_;
  bool knows_free_pages_ = false;
  std::vector<bool> is_free_;
};

// The pages that an inner page leads to.
std::vector<std::uint32_t> children_of(const TreePage& page);

}  // namespace egiz::detail
