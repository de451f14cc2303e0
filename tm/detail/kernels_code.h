// SPDX-License-Identifier: Apache-2.0

// The kernels, written once with the vectors of GCC and clang.  Included by one file for each instruction set, which
// defines EGIZ_KERNEL_BYTES, the width of a vector, before.  No function of the standard library may be called
// here: compiled for a new processor it could be linked into code for an old one.

#include "tm/detail/kernels.h"

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

namespace egiz::detail {
namespace {

using Bytes = std::uint8_t __attribute__((vector_size(EGIZ_KERNEL_BYTES)));
using Words = std::uint32_t __attribute__((vector_size(EGIZ_KERNEL_BYTES)));
using LongWords = std::uint64_t __attribute__((vector_size(EGIZ_KERNEL_BYTES)));

template <class To>
To load(const void* bytes) {
  To value;
  __builtin_memcpy(&value, bytes, sizeof(To));
  return value;
}

// a - b and a + b, held at 0 and 255.
Bytes subtract_saturated(Bytes a, Bytes b) {
#if defined(__AVX512BW__)
  return reinterpret_cast<Bytes>(_mm512_subs_epu8(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
#elif defined(__AVX2__)
  return reinterpret_cast<Bytes>(_mm256_subs_epu8(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#elif defined(__SSE2__)
  return reinterpret_cast<Bytes>(_mm_subs_epu8(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#elif defined(__ARM_NEON)
  return reinterpret_cast<Bytes>(vqsubq_u8(reinterpret_cast<uint8x16_t>(a), reinterpret_cast<uint8x16_t>(b)));
#else
  return (a > b) & (a - b);
#endif
}

Bytes add_saturated(Bytes a, Bytes b) {
#if defined(__AVX512BW__)
  return reinterpret_cast<Bytes>(_mm512_adds_epu8(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
#elif defined(__AVX2__)
  return reinterpret_cast<Bytes>(_mm256_adds_epu8(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#elif defined(__SSE2__)
  return reinterpret_cast<Bytes>(_mm_adds_epu8(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#elif defined(__ARM_NEON)
  return reinterpret_cast<Bytes>(vqaddq_u8(reinterpret_cast<uint8x16_t>(a), reinterpret_cast<uint8x16_t>(b)));
#else
  const Bytes sum = a + b;
  return sum | (sum < a);
#endif
}

// A bit for each byte of sums that is at most limit, from bit first on.
std::uint64_t at_most(Bytes sums, std::uint8_t limit) {
#if defined(__AVX512BW__)
  return _mm512_cmple_epu8_mask(reinterpret_cast<__m512i>(sums), _mm512_set1_epi8(static_cast<char>(limit)));
#elif defined(__AVX2__)
  const Bytes over = subtract_saturated(sums, Bytes{} + limit);
  const __m256i fits = _mm256_cmpeq_epi8(reinterpret_cast<__m256i>(over), _mm256_setzero_si256());
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(fits));
#elif defined(__SSE2__)
  const Bytes over = subtract_saturated(sums, Bytes{} + limit);
  const __m128i fits = _mm_cmpeq_epi8(reinterpret_cast<__m128i>(over), _mm_setzero_si128());
  return static_cast<std::uint32_t>(_mm_movemask_epi8(fits));
#else
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof(Bytes); ++i) bits |= static_cast<std::uint64_t>(sums[i] <= limit) << i;
  return bits;
#endif
}

constexpr std::size_t kVectors = kBlockUnits / sizeof(Bytes);
constexpr std::size_t kBucketsPerLook = 8;  // after so many classes a block without hope is left

template <bool kWantsQuerySurplus>
std::uint64_t scan(const std::uint8_t* block, const std::uint8_t* query, std::uint8_t limit) {
  Bytes sums[kVectors] = {};
  std::uint64_t fits = 0;
  for (std::size_t look = 0; look < kBuckets; look += kBucketsPerLook) {
    for (std::size_t bucket = look; bucket < look + kBucketsPerLook; ++bucket) {
      const Bytes wanted = Bytes{} + query[bucket];
      for (std::size_t v = 0; v < kVectors; ++v) {
        const Bytes held = load<Bytes>(block + bucket * kBlockUnits + v * sizeof(Bytes));
        const Bytes surplus = kWantsQuerySurplus ? subtract_saturated(wanted, held) : subtract_saturated(held, wanted);
        sums[v] = add_saturated(sums[v], surplus);
      }
    }
    fits = 0;
    for (std::size_t v = 0; v < kVectors; ++v) fits |= at_most(sums[v], limit) << (v * sizeof(Bytes) % 64);
    if (fits == 0) return 0;
  }
  return fits;
}

std::size_t scan_block(const std::uint8_t* block, const std::uint8_t* query, bool wants_query_surplus,
                       std::uint8_t limit, std::uint32_t* out) {
  std::uint64_t fits = wants_query_surplus ? scan<true>(block, query, limit) : scan<false>(block, query, limit);
  std::size_t count = 0;
  for (; fits != 0; fits &= fits - 1) out[count++] = static_cast<std::uint32_t>(__builtin_ctzll(fits));
  return count;
}

// lane i is read from base + offsets[i].
Words gather(const std::uint8_t* base, Words offsets) {
#if defined(__AVX512F__)
  return reinterpret_cast<Words>(_mm512_mask_i32gather_epi32(_mm512_setzero_si512(), static_cast<__mmask16>(0xffff),
                                                             reinterpret_cast<__m512i>(offsets), base, 1));
#elif defined(__AVX2__)
  return reinterpret_cast<Words>(
      _mm256_i32gather_epi32(reinterpret_cast<const int*>(base), reinterpret_cast<__m256i>(offsets), 1));
#else
  Words result;
  for (std::size_t i = 0; i < sizeof(Words) / sizeof(std::uint32_t); ++i) result[i] = load<std::uint32_t>(base + offsets[i]);
  return result;
#endif
}

LongWords gather(const std::uint8_t* base, LongWords offsets) {
#if defined(__AVX512F__)
  return reinterpret_cast<LongWords>(_mm512_mask_i64gather_epi64(_mm512_setzero_si512(), static_cast<__mmask8>(0xff),
                                                                 reinterpret_cast<__m512i>(offsets), base, 1));
#elif defined(__AVX2__)
  return reinterpret_cast<LongWords>(
      _mm256_i64gather_epi64(reinterpret_cast<const long long*>(base), reinterpret_cast<__m256i>(offsets), 1));
#else
  LongWords result;
  for (std::size_t i = 0; i < sizeof(LongWords) / sizeof(std::uint64_t); ++i) {
    result[i] = load<std::uint64_t>(base + offsets[i]);
  }
  return result;
#endif
}

// True when a bit of value is set.
template <class Vector>
bool is_any(Vector value) {
#if defined(__AVX512F__)
  return _mm512_test_epi64_mask(reinterpret_cast<__m512i>(value), reinterpret_cast<__m512i>(value)) != 0;
#elif defined(__AVX2__)
  return _mm256_testz_si256(reinterpret_cast<__m256i>(value), reinterpret_cast<__m256i>(value)) == 0;
#else
  const auto words = reinterpret_cast<LongWords>(value);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof(LongWords) / sizeof(std::uint64_t); ++i) bits |= words[i];
  return bits != 0;
#endif
}

constexpr std::size_t kColumnsPerRead = 4;  // codes are fetched in words of four

// One vector of units against the query: Hyyro's bit-parallel distance in a band that moves down one row with each
// column (Hyyro 2003).  Lane is the word of one unit; bit b of column j stands for row j + first_diagonal + b.
//
// A path of cost limit that ends on the diagonal `last` leaves it by at most (limit - |last|) / 2 and must come back,
// so limit + 1 diagonals hold every such path.  Cells outside the band are taken for worse than they are, never
// for better.  Rows above the matrix have no letter that matches and a difference of 0; the algorithm then counts
// them right by itself.  The value on one diagonal never falls, so a lane is lost as soon as it passes limit there.
template <class Vector, class Lane>
void distances_of_vector(const PatternBits& query, const LengthBatch& batch, std::size_t limit, std::uint32_t* out) {
  constexpr std::size_t kLanes = sizeof(Vector) / sizeof(Lane);
  const auto last = static_cast<std::ptrdiff_t>(query.length) - static_cast<std::ptrdiff_t>(batch.length);
  const auto slack = (static_cast<std::ptrdiff_t>(limit) - (last < 0 ? -last : last)) / 2;
  const std::ptrdiff_t first_diagonal = (last < 0 ? last : 0) - slack;
  const auto score_bit = static_cast<unsigned>(last - first_diagonal);

  Vector units;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const std::size_t unit = batch.which[lane < batch.count ? lane : 0];
    units[lane] = static_cast<Lane>(unit * batch.length);
  }
  // Rows from 1 on differ by 1 from the row above in column 0; bit b of the first column is row 1 + first_diagonal + b.
  Vector plus = Vector{} + static_cast<Lane>(~Lane{0} << static_cast<unsigned>(-first_diagonal));
  Vector minus{};
  Vector zeros{};  // steps along the diagonal that cost nothing
  // In column j a diagonal has grown by j less its zeros.
  const std::size_t start = last > 0 ? static_cast<std::size_t>(last) : 0;

  Vector codes{};
  for (std::size_t column = 0; column < batch.length; ++column) {
    if (column % kColumnsPerRead == 0) codes = gather(batch.codes + column, units);
    const Vector code = codes & static_cast<Lane>(0xff);
    codes >>= 8;
    const auto window = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(PatternBits::kHead + column) + first_diagonal);
    const Vector matches = gather(query.rows + window / 8, code * static_cast<Lane>(query.stride)) >> (window % 8);
    const Vector zero = (((matches & plus) + plus) ^ plus) | matches | minus;
    const Vector right_plus = minus | ~(zero | plus);
    const Vector right_minus = zero & plus;
    plus = right_minus | ~((zero >> 1) | right_plus);
    minus = (zero >> 1) & right_plus;
    zeros += (zero >> score_bit) & static_cast<Lane>(1);
    if (column % 8 == 7 && start + column + 1 > limit) {
      const auto needed = static_cast<Lane>(start + column + 1 - limit);
      if (!is_any(zeros >= needed)) {
        for (std::size_t lane = 0; lane < batch.count; ++lane) out[lane] = static_cast<std::uint32_t>(limit + 1);
        return;
      }
    }
  }
  for (std::size_t lane = 0; lane < batch.count; ++lane) {
    out[lane] = static_cast<std::uint32_t>(start + batch.length - static_cast<std::size_t>(zeros[lane]));
  }
}

template <class Vector, class Lane>
void distances(const PatternBits& query, const LengthBatch& batch, std::size_t limit, std::uint32_t* out) {
  constexpr std::size_t kLanes = sizeof(Vector) / sizeof(Lane);
  for (std::size_t i = 0; i < batch.count; i += kLanes) {
    const std::size_t count = batch.count - i < kLanes ? batch.count - i : kLanes;
    distances_of_vector<Vector, Lane>(query, {batch.codes, batch.length, batch.which + i, count}, limit, out + i);
  }
}

constexpr Kernels make_kernels(const char* name) {
  return {name, scan_block, distances<Words, std::uint32_t>, distances<LongWords, std::uint64_t>};
}

}  // namespace
}  // namespace egiz::detail
