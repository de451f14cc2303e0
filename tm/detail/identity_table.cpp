// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/identity_table.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <bit>

namespace egiz::detail {
namespace {

constexpr std::size_t kFewestSlots = 64;

}  // namespace

void IdentityTable::insert(std::uint64_t identity, std::int64_t unit) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  put({identity, unit});
  ++size_;
  ++used_;
}

void IdentityTable::erase(std::uint64_t identity, std::int64_t unit) {
  if (slots_.empty()) return;
  for (std::size_t i = home(identity); slots_[i].second != kNever; i = next(i)) {
    if (slots_[i] != Entry(identity, unit)) continue;
    slots_[i].second = kErased;
    --size_;
    return;
  }
}

std::vector<IdentityTable::Entry> IdentityTable::take_sorted() {
  std::vector<Entry> entries = std::exchange(slots_, {});
  size_ = used_ = 0;
  std::erase_if(entries, [](const Entry& entry) { return entry.second <= kNever; });
  tbb::parallel_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.first != b.first ? static_cast<std::int64_t>(a.first) < static_cast<std::int64_t>(b.first)
                              : a.second < b.second;
  });
  return entries;
}

void IdentityTable::put(const Entry& entry) {
  std::size_t i = home(entry.first);
  while (slots_[i].second != kNever) i = next(i);
  slots_[i] = entry;
}

void IdentityTable::grow() {
  const std::size_t slots = std::max(kFewestSlots, std::bit_ceil(4 * (size_ + 1)));
  const std::vector<Entry> entries = std::exchange(slots_, std::vector<Entry>(slots));
  used_ = size_;
  for (const Entry& entry : entries) {
    if (entry.second > kNever) put(entry);
  }
}

}  // namespace egiz::detail
