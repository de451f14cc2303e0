// SPDX-License-Identifier: Apache-2.0

// The kernels, written once with the vectors of GCC and clang.  Included by one file for each instruction set, which
// defines EGIZ_KERNEL_BYTES, the width of a vector, before.  No function of the standard library may be called
// here: compiled for a new processor it could be linked into code for an old one.

#include <type_traits>

#include "tm/detail/kernels.h"
#include "tm/detail/kernels_vectors.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kVectors = kBlockUnits / sizeof(Bytes);
constexpr std::size_t kBucketsPerLook = 4;  // after so many classes a block without hope is left

// What one count has more of than the other, for the units of a vector.
template <bool kWantsQuerySurplus>
Bytes surplus(Bytes wanted, Bytes held) {
  return kWantsQuerySurplus ? subtract_saturated(wanted, held) : subtract_saturated(held, wanted);
}

template <bool kWantsQuerySurplus>
std::uint64_t scan(const std::uint8_t* block, const BagPair& query, std::uint64_t wanted, std::uint8_t limit) {
  Bytes heads[kVectors] = {};
  Bytes tails[kVectors] = {};
  std::uint64_t fits = 0;
  for (std::size_t look = 0; look < kBuckets; look += kBucketsPerLook) {
    for (std::size_t bucket = look; bucket < look + kBucketsPerLook; ++bucket) {
      const Bytes head = Bytes{} + query.head[bucket];
      const Bytes tail = Bytes{} + query.tail[bucket];
      for (std::size_t v = 0; v < kVectors; ++v) {
        const Bytes held = load<Bytes>(block + bucket * kBlockUnits + v * sizeof(Bytes));
        heads[v] = add_saturated(heads[v], surplus<kWantsQuerySurplus>(head, held & kMaxCount));
        tails[v] = add_saturated(tails[v], surplus<kWantsQuerySurplus>(tail, held >> 4));
      }
    }
    fits = 0;
    for (std::size_t v = 0; v < kVectors; ++v) {
      fits |= at_most(add_saturated(heads[v], tails[v]), limit) << (v * sizeof(Bytes) % 64);
    }
    fits &= wanted;
    if (fits == 0) return 0;
  }
  return fits;
}

std::uint64_t scan_block(const std::uint8_t* block, const BagPair& query, bool wants_query_surplus,
                         std::uint64_t wanted, std::uint8_t limit) {
  return wants_query_surplus ? scan<true>(block, query, wanted, limit) : scan<false>(block, query, wanted, limit);
}

std::uint64_t scan_letters(const std::uint8_t* block, const std::uint8_t* query) {
  Bytes lacks[kVectors] = {};
  for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
    if (query[bucket] == 0) continue;
    for (std::size_t v = 0; v < kVectors; ++v) {
      const Bytes held = load<Bytes>(block + bucket * kBlockUnits + v * sizeof(Bytes));
      lacks[v] |= subtract_saturated(Bytes{} + query[bucket], (held & kMaxCount) + (held >> 4));
    }
  }
  std::uint64_t has_all = 0;
  for (std::size_t v = 0; v < kVectors; ++v) has_all |= at_most(lacks[v], 0) << (v * sizeof(Bytes) % 64);
  return has_all;
}

std::size_t find_word(const CodeSpan& text, const CodeSpan& word, std::size_t rare, std::size_t rarer,
                      std::size_t from) {
  constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  if (text.length < word.length) return kNowhere;
  const Bytes first = Bytes{} + word.codes[rare];
  const Bytes second = Bytes{} + word.codes[rarer];
  const std::size_t places = text.length - word.length + 1;
  for (std::size_t i = from; i < places; i += sizeof(Bytes)) {
    const Bytes differs = (load<Bytes>(text.codes + i + rare) ^ first) | (load<Bytes>(text.codes + i + rarer) ^ second);
    std::uint64_t found = at_most(differs, 0);
    for (; found != 0; found &= found - 1) {
      const std::size_t place = i + static_cast<std::size_t>(__builtin_ctzll(found));
      if (place >= places) break;
      if (__builtin_memcmp(text.codes + place, word.codes, word.length) == 0) return place;
    }
  }
  return kNowhere;
}

// lane i is word slots[i] of a row.
template <std::size_t kSlots>
Words look_up(const std::uint32_t* row, Words slots) {
#if defined(__AVX512F__)
  if constexpr (kSlots == kFewSlots) {
    const auto index = reinterpret_cast<__m512i>(slots);
    const __m512i low = _mm512_permutex2var_epi32(load<__m512i>(row), index, load<__m512i>(row + 16));
    const __m512i high = _mm512_permutex2var_epi32(load<__m512i>(row + 32), index, load<__m512i>(row + 48));
    const __mmask16 is_high = _mm512_test_epi32_mask(index, _mm512_set1_epi32(32));
    return reinterpret_cast<Words>(_mm512_mask_blend_epi32(is_high, low, high));
  }
#endif
  return gather(reinterpret_cast<const std::uint8_t*>(row), slots << 2);
}

constexpr std::size_t kColumnsPerRead = 16;  // codes are fetched four words at a time
constexpr std::size_t kColumnsPerLook = 4;  // so often it is asked whether any lane can still reach the limit

// A band of diagonals, a vector of units at a time: what moves down one row of the matrix with each column.  Word k
// is below word k - 1.
template <class Vector, std::size_t kWords>
struct Band {
  using Word = std::remove_reference_t<decltype(Vector{}[0])>;
  static constexpr std::size_t kBits = 8 * sizeof(Word);

  Vector plus[kWords] = {};   // bit set: the value grows by one from the row above
  Vector minus[kWords] = {};  // it shrinks
  Vector is_score_word[kWords] = {};  // all bits set in one of them
  Word score_shift;

  // Rows from 1 on grow by one in column 0; bit rows_above is row 1.
  Band(std::size_t rows_above, std::size_t score_bit) : score_shift(static_cast<Word>(score_bit % kBits)) {
    for (std::size_t k = 0; k < kWords; ++k) {
      const std::size_t above = rows_above < kBits * k ? 0 : rows_above - kBits * k;
      if (above < kBits) plus[k] += static_cast<Word>(~Word{0} << above);
    }
    is_score_word[score_bit / kBits] += ~Word{0};
  }

  // Moves on by a column; returns the score bit of the steps along diagonals that cost nothing.
  Vector advance(const Vector (&matches)[kWords]) {
    Vector zero[kWords];
    Vector carry{};
    for (std::size_t k = 0; k < kWords; ++k) {
      const Vector held = matches[k] & plus[k];
      const Vector sum = held + plus[k] + carry;
      if (k + 1 < kWords) carry = (held | (plus[k] & ~sum)) >> (kBits - 1);  // held is part of plus
      zero[k] = (sum ^ plus[k]) | matches[k] | minus[k];
    }
    Vector score = zero[0];  // asked of all words, so that they can stay in registers
    for (std::size_t k = 1; k < kWords; ++k) score = (score & ~is_score_word[k]) | (zero[k] & is_score_word[k]);
    for (std::size_t k = 0; k < kWords; ++k) {
      const Vector right_plus = minus[k] | ~(zero[k] | plus[k]);
      const Vector right_minus = zero[k] & plus[k];
      Vector down = zero[k] >> 1;
      if (k + 1 < kWords) down |= zero[k + 1] << (kBits - 1);
      plus[k] = right_minus | ~(down | right_plus);
      minus[k] = down & right_plus;
    }
    return (score >> score_shift) & 1;
  }
};

// What the units of a vector match, column by column: words of 32 bits, fetched for all lanes together.
template <std::size_t kBandWords32, std::size_t kSlots>
class GatheredMatches {
 public:
  using Vector = Words;
  static constexpr std::size_t kWords = kBandWords32;
  static constexpr std::size_t kLanes = sizeof(Words) / sizeof(std::uint32_t);

  explicit GatheredMatches(const LengthBatch& batch) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      codes_[lane] = batch.codes + std::size_t{batch.which[lane < batch.count ? lane : 0]} * batch.length;
    }
  }

  void read(const std::uint32_t* row, std::size_t column, Vector (&matches)[kWords]) {
    if (column % kColumnsPerRead == 0) read_codes(codes_, column, sixteen_);
    if (column % 4 == 0) {
      four_ = sixteen_[column / 4 % 4];
      if constexpr (kSlots == kFewSlots) {  // the lesser of a code and the last slot
        const auto bytes = reinterpret_cast<Bytes>(four_);
        four_ = reinterpret_cast<Words>(bytes - subtract_saturated(bytes, Bytes{} + std::uint8_t{kFewSlots - 1}));
      }
    }
    for (std::size_t k = 0; k < kWords; ++k) matches[k] = look_up<kSlots>(row + k * kSlots, four_ & 0xff);
    four_ >>= 8;
  }

 private:
  const std::uint8_t* codes_[kLanes];
  Words sixteen_[4] = {};  // codes of each lane
  Words four_{};
};

// Words of 64 bits, loaded lane by lane: where the processor has no fast way to gather, half as many lanes without a
// carry between words are quicker.
template <std::size_t kBandWords32, std::size_t kSlots>
class LoadedMatches {
 public:
  using Vector = LongWords;
  static constexpr std::size_t kWords = kBandWords32 / 2;
  static constexpr std::size_t kLanes = sizeof(LongWords) / sizeof(std::uint64_t);

  explicit LoadedMatches(const LengthBatch& batch) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      codes_[lane] = batch.codes + std::size_t{batch.which[lane < batch.count ? lane : 0]} * batch.length;
    }
  }

  void read(const std::uint32_t* row, std::size_t column, Vector (&matches)[kWords]) const {
    const std::uint32_t* words[kLanes];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::size_t code = codes_[lane][column];
      words[lane] = row + (code < kSlots ? code : kSlots - 1) * kBandWords32;
    }
    for (std::size_t k = 0; k < kWords; ++k) {
      Vector match{};
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        match[lane] = words[lane][2 * k] | static_cast<std::uint64_t>(words[lane][2 * k + 1]) << 32;
      }
      matches[k] = match;
    }
  }

 private:
  const std::uint8_t* codes_[kLanes];
};

// The units of one vector against the query: Hyyro's bit-parallel distance in a band that moves down one row with each
// column (Hyyro 2003).  Bit b of column j stands for row j + first_diagonal + b of the matrix.
//
// A path of cost limit that ends on the diagonal `last` leaves it by at most (limit - |last|) / 2 and must come back,
// so limit + 1 diagonals hold every such path.  Cells outside the band are taken for worse than they are, never
// for better.  Rows above the matrix have no letter that matches and a difference of 0; the algorithm then counts
// them right by itself.  The value on one diagonal never falls, so a lane is lost as soon as it passes limit there.
template <class Matches>
void distances_of_vector(const PatternWindows& query, const LengthBatch& batch, std::size_t limit, std::uint32_t* out) {
  using Vector = typename Matches::Vector;
  using Column = Band<Vector, Matches::kWords>;
  const auto last = static_cast<std::ptrdiff_t>(query.length) - static_cast<std::ptrdiff_t>(batch.length);
  const auto slack = (static_cast<std::ptrdiff_t>(limit) - (last < 0 ? -last : last)) / 2;
  const std::ptrdiff_t first_diagonal = (last < 0 ? last : 0) - slack;
  const auto score_bit = static_cast<std::size_t>(last - first_diagonal);
  const auto row_words = static_cast<std::ptrdiff_t>(Matches::kWords * (Column::kBits / 32) * query.slots);
  const std::uint32_t* row = query.rows + (static_cast<std::ptrdiff_t>(query.head) + first_diagonal) * row_words;

  Matches matches(batch);
  Column band(static_cast<std::size_t>(-first_diagonal), score_bit);
  Vector zeros{};  // steps along the last diagonal that cost nothing
  const std::size_t start = last > 0 ? static_cast<std::size_t>(last) : 0;  // its value in column 0

  for (std::size_t column = 0; column < batch.length; ++column, row += row_words) {
    Vector row_matches[Matches::kWords];
    matches.read(row, column, row_matches);
    zeros += band.advance(row_matches);
    const std::size_t most = start + column + 1;  // the value if no step was free
    if (column % kColumnsPerLook == kColumnsPerLook - 1 && most > limit) {
      if (!is_any(zeros >= static_cast<typename Column::Word>(most - limit))) {
        for (std::size_t lane = 0; lane < batch.count; ++lane) out[lane] = static_cast<std::uint32_t>(limit + 1);
        return;
      }
    }
  }
  typename Column::Word of_lane[Matches::kLanes];
  __builtin_memcpy(of_lane, &zeros, sizeof of_lane);
  for (std::size_t lane = 0; lane < batch.count; ++lane) {
    out[lane] = static_cast<std::uint32_t>(start + batch.length - of_lane[lane]);
  }
}

// The codes of units that are compared next: they lie far from each other.
void read_units_ahead(const LengthBatch& batch, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < batch.count; ++i) {
    read_ahead<Cache::first>(batch.codes + std::size_t{batch.which[i]} * batch.length, batch.length);
  }
}

template <template <std::size_t, std::size_t> class Matches, std::size_t kWords>
void distances(const PatternWindows& query, const LengthBatch& batch, std::size_t limit, std::uint32_t* out) {
  constexpr std::size_t kLanes = Matches<kWords, kFewSlots>::kLanes;
  for (std::size_t i = 0; i < batch.count; i += kLanes) {
    const std::size_t count = batch.count - i < kLanes ? batch.count - i : kLanes;
    const LengthBatch part{batch.codes, batch.length, batch.which + i, count};
    read_units_ahead(batch, i + kLanes, i + 2 * kLanes);
    if (query.slots == kFewSlots) {
      distances_of_vector<Matches<kWords, kFewSlots>>(query, part, limit, out + i);
    } else {
      distances_of_vector<Matches<kWords, kAllSlots>>(query, part, limit, out + i);
    }
  }
}

template <std::size_t kWords>
constexpr Kernels::BandKernel gathered() {
  return {distances<GatheredMatches, kWords>, kWords, false};
}

template <std::size_t kWords>
constexpr Kernels::BandKernel loaded() {
  return {distances<LoadedMatches, kWords>, kWords, true};
}

#if defined(__AVX512F__)
constexpr Kernels make_kernels(const char* name) {
  return {name,
          scan_block,
          scan_letters,
          find_word,
          {gathered<1>(), gathered<2>(), gathered<3>(), gathered<4>(), gathered<8>()}};
}
#else
constexpr Kernels make_kernels(const char* name) {
  return {name, scan_block, scan_letters, find_word, {gathered<1>(), loaded<2>(), loaded<4>(), loaded<4>(), loaded<8>()}};
}
#endif

}  // namespace
}  // namespace egiz::detail
