// SPDX-License-Identifier: Apache-2.0
#pragma once

// How often each letter stands in the two halves of a text: what rules most texts out before they are compared.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tm/detail/kernels.h"

namespace egiz::detail {

// Letters to one of kBuckets classes, by code.
using Buckets = std::array<std::uint8_t, 256>;

// A byte for each class: how often its letters stand before the middle of a text, low four bits, and from there on,
// high four bits, each held at kMaxCount.  The middle is letter length / 2.
using PackedBags = std::array<std::uint8_t, kBuckets>;
PackedBags packed_bags(std::span<const std::uint8_t> codes, const Buckets& buckets);

// Both halves of a text together, as Kernels::scan_letters wants them.
using LetterBag = std::array<std::uint8_t, kBuckets>;
LetterBag letter_bag(std::span<const std::uint8_t> codes, const Buckets& buckets);

// A query against the halves of units, after the bag distance of Bartolini, Ciaccia and Patella (2002).
//
// Cut a unit of m letters at its middle k.  Any alignment with a query of n letters cuts the query, too, at some place
// j, and costs at least what the bags of the heads and of the tails differ by, each the greater of two surpluses.
// Let n >= m and d = n - m.  Where k <= j <= k + d both parts of the query are the longer ones, and the cost is at
// least d plus what the unit has more of in its head than query[0, j) and in its tail than query[j, n).  A longer head
// of the query can only lower the first and a shorter tail only raise the second, so that for all j in [low, high]
//     cost >= d + surplus(head, query[0, high)) + surplus(tail, query[low, n)).
// A j outside [k, k + d] costs no less than the nearer end: the part of the query that is too short there lacks ever
// more.  For n < m the same holds with the surplus of the query over the unit, k - d <= j <= k,
//     cost >= d + surplus(query[0, low), head) + surplus(query[high, n), tail).
class BagQuery {
 public:
  BagQuery(std::span<const std::uint8_t> codes, const Buckets& buckets);

  // What is compared with units of one length: j anywhere, and j in each of some parts of its range, which together
  // say more.  A unit is out when it is out at `anywhere`, or in every part.
  struct Windows {
    BagPair anywhere;
    std::vector<BagPair> parts;  // empty when they would say no more
    bool wants_query_surplus = false;
    std::size_t length_difference = 0;  // to be added to the surplus
  };
  Windows windows(std::size_t unit_length) const;

 private:
  BagPair pair(std::size_t head_end, std::size_t tail_begin) const;

  std::size_t length_;
  std::vector<std::array<std::uint32_t, kBuckets>> before_;  // counts of the first i letters
};

}  // namespace egiz::detail
