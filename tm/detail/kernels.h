// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two inner loops of a search, in the widest form that this processor runs.

#include <cstddef>
#include <cstdint>

namespace egiz::detail {

inline constexpr std::size_t kBuckets = 32;     // letters are counted in so many classes
inline constexpr std::size_t kBlockUnits = 64;  // bags are kept in blocks of so many units, class by class
inline constexpr std::size_t kBlockBytes = kBuckets * kBlockUnits;
inline constexpr std::size_t kCodePadding = 8;  // readable bytes behind the codes of a group

// Where each code stands in a query, as rows of bits with empty ones around: bit kHead + i of row c is set when
// code c is letter i of the query.
struct PatternBits {
  static constexpr std::size_t kHead = 64;

  const std::uint8_t* rows = nullptr;
  std::size_t stride = 0;  // bytes from row to row
  std::size_t length = 0;  // of the query
};

// Units of one length, and those among them that are to be compared.
struct LengthBatch {
  const std::uint8_t* codes = nullptr;  // of the group: unit after unit, length bytes each
  std::size_t length = 0;
  const std::uint32_t* which = nullptr;
  std::size_t count = 0;
};

struct Kernels {
  const char* name;

  // Writes to out the numbers of the units of a block whose letters differ by at most limit in one direction,
  // and returns how many.  wants_query_surplus: counts what the query has more of, else what the unit has more of.
  // Any edit distance is at least that count (the bag distance of Bartolini, Ciaccia and Patella 2002).
  std::size_t (*scan_block)(const std::uint8_t* block, const std::uint8_t* query, bool wants_query_surplus,
                            std::uint8_t limit, std::uint32_t* out);

  // Levenshtein distances of a query to each unit of a batch, into out; more than limit means only that it is more.
  // REQUIRES: limit <= max_limit of the kernel, lengths differ by at most limit
  void (*distances_narrow)(const PatternBits& query, const LengthBatch& batch, std::size_t limit, std::uint32_t* out);
  void (*distances_wide)(const PatternBits& query, const LengthBatch& batch, std::size_t limit, std::uint32_t* out);
};

// A window of bits is read at byte steps, so seven of its bits may be lost; a band for limit is limit + 1 wide.
inline constexpr std::size_t kMaxNarrowLimit = 32 - 7 - 1;
inline constexpr std::size_t kMaxWideLimit = 64 - 7 - 1;

// The best set of kernels that this processor runs.
const Kernels& kernels();

extern const Kernels kPlainKernels;
#if defined(__x86_64__)
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;
#endif

}  // namespace egiz::detail
