// SPDX-License-Identifier: Apache-2.0
#pragma once

// IdentityTable: the identities of units that are being added, before they enter the memory.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace egiz::detail {

// A multimap of 64-bit hashes to unit ids, in one piece of memory: open addressing, one look into it for one question.
class IdentityTable {
 public:
  using Entry = std::pair<std::uint64_t, std::int64_t>;  // identity, unit

  std::size_t size() const { return size_; }

  // REQUIRES: unit > 0
  void insert(std::uint64_t identity, std::int64_t unit);

  // Forgets an entry; nothing happens when it is not there.
  void erase(std::uint64_t identity, std::int64_t unit);

  // Calls visit(unit) for each unit with this identity.
  template <class Visit>
  void for_each_with(std::uint64_t identity, Visit visit) const {
    if (slots_.empty()) return;
    for (std::size_t i = home(identity); slots_[i].second != kNever; i = next(i)) {
      if (slots_[i].first == identity && slots_[i].second != kErased) visit(slots_[i].second);
    }
  }

  // All entries, in the order of the identity as a signed number, then of the unit.  The table is empty afterwards.
  std::vector<Entry> take_sorted();

 private:
  static constexpr std::int64_t kNever = 0;    // a slot that ends a search
  static constexpr std::int64_t kErased = -1;  // one that does not

  // Identities are hashes already.
  std::size_t home(std::uint64_t identity) const { return identity & (slots_.size() - 1); }
  std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
  void put(const Entry& entry);
  void grow();

  std::vector<Entry> slots_;  // a power of two, at most half of them in use
  std::size_t size_ = 0;
  std::size_t used_ = 0;  // with those erased
};

}  // namespace egiz::detail
