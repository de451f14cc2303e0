// SPDX-License-Identifier: Apache-2.0
#pragma once

// IdentityFilter: which identities are certainly not in a memory.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace egiz::detail {

// A bit for each of 2^27 classes of hashes, 16 MB whatever is in it: spares the question to the memory for most units
// that are new (Bloom 1970, with one hash).  Of five million identities one question in 27 is asked in vain.
class IdentityFilter {
 public:
  void insert(std::uint64_t identity) {
    if (words_.empty()) words_.resize(kBits / 64);
    words_[place(identity)] |= bit(identity);
  }

  // False when it was not inserted.
  bool may_contain(std::uint64_t identity) const {
    return !words_.empty() && (words_[place(identity)] & bit(identity)) != 0;
  }

 private:
  static constexpr std::size_t kBits = std::size_t{1} << 27;

  static std::size_t place(std::uint64_t identity) { return identity % kBits / 64; }
  static std::uint64_t bit(std::uint64_t identity) { return std::uint64_t{1} << identity % 64; }

  std::vector<std::uint64_t> words_;
};

}  // namespace egiz::detail
