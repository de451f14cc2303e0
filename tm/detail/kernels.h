// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two inner loops of a search, in the widest form that this processor runs.

#include <cstddef>
#include <cstdint>

namespace egiz::detail {

inline constexpr std::size_t kBuckets = 32;     // letters are counted in so many classes
inline constexpr std::size_t kMaxCount = 15;    // a count needs four bits
inline constexpr std::size_t kBlockUnits = 64;  // bags are kept in blocks of so many units, class by class
inline constexpr std::size_t kBlockBytes = kBuckets * kBlockUnits;
inline constexpr std::size_t kCodePadding = 72;  // readable bytes behind the codes of a group

// Where each code stands in a query, as windows of bits: bit b of word k of slot s in row r is set when letter
// r - head + 32 k + b of the query has the code s.  A row holds its words one after another, each with all slots; or slot after
// slot, each with all its words.
struct PatternWindows {
  const std::uint32_t* rows = nullptr;
  std::size_t head = 0;    // rows before the one that begins with the first letter
  std::size_t slots = 0;   // kFewSlots or kAllSlots
  std::size_t length = 0;  // of the query
};

// Codes are sorted by frequency, so most queries use only low ones; then all higher codes of a unit can share the
// last slot, which no letter of the query has, and a row is small enough for registers.
inline constexpr std::size_t kFewSlots = 64;
inline constexpr std::size_t kAllSlots = 256;

// Units of one length, and those among them that are to be compared.
struct LengthBatch {
  const std::uint8_t* codes = nullptr;  // of the group: unit after unit, length bytes each
  std::size_t length = 0;
  const std::uint32_t* which = nullptr;
  std::size_t count = 0;
};

struct CodeSpan {
  const std::uint8_t* codes = nullptr;
  std::size_t length = 0;
};

// A band of distances is kept in so many words, at least; a limit needs one diagonal more than it says.
inline constexpr std::size_t kBandSizes = 5;
inline constexpr std::size_t kBandWords[kBandSizes] = {1, 2, 3, 4, 8};
constexpr std::size_t max_limit(std::size_t words) { return 32 * words - 1; }

// The letters of a query that are compared with the head and the tail of a unit, each count at most kMaxCount.
struct BagPair {
  std::uint8_t head[kBuckets];
  std::uint8_t tail[kBuckets];
};

struct Kernels {
  const char* name;

  // A bit for each unit of a block, of those with a bit in wanted, whose halves differ from those of the query by at most
  // limit letters in one direction.  wants_query_surplus: counts what the query has more of, else what the unit has more of.
  std::uint64_t (*scan_block)(const std::uint8_t* block, const BagPair& query, bool wants_query_surplus,
                              std::uint64_t wanted, std::uint8_t limit);

  // A bit for each unit of a block whose halves together have the letters of a query, kBuckets counts.
  std::uint64_t (*scan_letters)(const std::uint8_t* block, const std::uint8_t* query);

  // The first place, at least from, where word stands in text, or SIZE_MAX.  rare and rarer are places of two letters
  // of word, the least frequent ones, that are looked for together.  May read kCodePadding bytes behind text.
  std::size_t (*find_word)(const CodeSpan& text, const CodeSpan& word, std::size_t rare, std::size_t rarer,
                           std::size_t from);

  // Levenshtein distances of a query to each unit of a batch, into out; more than limit means only that it is more.
  // REQUIRES: limit <= max_limit(words of the band), the lengths differ by at most limit
  using Distances = void (*)(const PatternWindows& query, const LengthBatch& batch, std::size_t limit,
                             std::uint32_t* out);
  struct BandKernel {
    Distances distances;
    std::size_t words;       // of the windows
    bool wants_slots_whole;  // slot after slot
  };
  BandKernel bands[kBandSizes];  // by place in kBandWords; the first whose limit will do is the fastest
};

// Writes the numbers of the bits that are set, ascending, and returns how many.  out has room for 64.
inline std::size_t numbers_of(std::uint64_t bits, std::uint32_t* out) {
  std::size_t count = 0;
  for (; bits != 0; bits &= bits - 1) out[count++] = static_cast<std::uint32_t>(__builtin_ctzll(bits));
  return count;
}

// How near to the processor what is read ahead is put.
enum class Cache : int { second = 2, first = 3 };

// Reads bytes ahead, but for what little may lie in one line of the cache more: to ask for that, too, costs more than it
// saves.  Always inlined, for the kernels are compiled for other processors than the rest.
template <Cache kCache>
[[gnu::always_inline]] inline void read_ahead(const std::uint8_t* bytes, std::size_t count) {
  constexpr std::size_t kLine = 64;
  for (std::size_t i = 0; i < count; i += kLine) __builtin_prefetch(bytes + i, 0, static_cast<int>(kCache));
}

// The best set of kernels that this processor runs, or the one that the environment variable EGIZ_KERNELS names.
const Kernels& kernels();

extern const Kernels kPlainKernels;
#if defined(__x86_64__)
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;
#endif

}  // namespace egiz::detail
