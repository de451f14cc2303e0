// SPDX-License-Identifier: Apache-2.0
#pragma once

// UnitIds: a set of units.

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>

namespace egiz::detail {

// A bit for each id on pages of 4,096: ids ascend and neighbours change together, so that millions of them are small.
class UnitIds {
 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // False when it was there.
  bool insert(std::int64_t id) {
    auto bit = pages_[id >> kPageBits][place(id)];
    if (bit) return false;
    bit = true;
    ++size_;
    return true;
  }

  bool contains(std::int64_t id) const {
    if (empty()) return false;
    const auto page = pages_.find(id >> kPageBits);
    return page != pages_.end() && page->second[place(id)];
  }

  // Calls visit(id) for each, ascending.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const auto& [number, page] : pages_) {
      for (std::size_t i = 0; i < page.size(); ++i) {
        if (page[i]) visit((number << kPageBits) + static_cast<std::int64_t>(i));
      }
    }
  }

 private:
  static constexpr int kPageBits = 12;
  using Page = std::bitset<std::size_t{1} << kPageBits>;

  static std::size_t place(std::int64_t id) { return static_cast<std::size_t>(id) % Page{}.size(); }

  std::map<std::int64_t, Page> pages_;
  std::size_t size_ = 0;
};

}  // namespace egiz::detail
