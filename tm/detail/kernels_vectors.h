// SPDX-License-Identifier: Apache-2.0

// The vectors that the kernels are written with.  Included by kernels_code.h, under the same rules.

#include <cstddef>
#include <cstdint>

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
#elif defined(__aarch64__)
  const Bytes kWeights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const auto bits = reinterpret_cast<uint8x16_t>((sums <= limit) & kWeights);
  return static_cast<std::uint64_t>(vaddv_u8(vget_low_u8(bits))) |
         static_cast<std::uint64_t>(vaddv_u8(vget_high_u8(bits))) << 8;
#else
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof(Bytes); ++i) bits |= static_cast<std::uint64_t>(sums[i] <= limit) << i;
  return bits;
#endif
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
  for (std::size_t i = 0; i < sizeof(Words) / 4; ++i) result[i] = load<std::uint32_t>(base + offsets[i]);
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

using Quad = std::uint32_t __attribute__((vector_size(16)));

Words joined(const Quad (&parts)[sizeof(Words) / sizeof(Quad)]) {
#if EGIZ_KERNEL_BYTES == 64
  const auto low = __builtin_shufflevector(parts[0], parts[1], 0, 1, 2, 3, 4, 5, 6, 7);
  const auto high = __builtin_shufflevector(parts[2], parts[3], 0, 1, 2, 3, 4, 5, 6, 7);
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#elif EGIZ_KERNEL_BYTES == 32
  return __builtin_shufflevector(parts[0], parts[1], 0, 1, 2, 3, 4, 5, 6, 7);
#else
  return parts[0];
#endif
}

// Sixteen codes of each lane, as four vectors of words of four.  Loads and shuffles are several times faster than gathering
// the words.
template <std::size_t kLanes>
void read_codes(const std::uint8_t* const (&lanes)[kLanes], std::size_t column, Words (&out)[4]) {
  Quad parts[4][kLanes / 4];
  for (std::size_t i = 0; i < kLanes / 4; ++i) {
    const auto a = load<Quad>(lanes[4 * i] + column);
    const auto b = load<Quad>(lanes[4 * i + 1] + column);
    const auto c = load<Quad>(lanes[4 * i + 2] + column);
    const auto d = load<Quad>(lanes[4 * i + 3] + column);
    const Quad ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    const Quad ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const Quad cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5);
    const Quad cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
    parts[0][i] = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
    parts[1][i] = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
    parts[2][i] = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
    parts[3][i] = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
  }
  for (std::size_t word = 0; word < 4; ++word) out[word] = joined(parts[word]);
}

}  // namespace
}  // namespace egiz::detail
