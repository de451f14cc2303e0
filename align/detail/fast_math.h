// SPDX-License-Identifier: Apache-2.0
#pragma once

// Logarithm and exponential of floats, for the innermost loops (relative error below 1e-5; no table, no branch on
// data).

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace egiz::align_detail {

// REQUIRES: x > 0, finite and normal
inline float fast_log(float x) {
  // x = m 2^e with m between sqrt(1/2) and sqrt(2); log m = 2 artanh((m-1)/(m+1)).
  const auto bits = std::bit_cast<std::int32_t>(x);
  const std::int32_t e = (bits - 0x3f3504f3) >> 23;
  const float m = std::bit_cast<float>(bits - (e << 23));
  const float s = (m - 1.0F) / (m + 1.0F);
  const float s2 = s * s;
  return static_cast<float>(e) * 0.69314718F + s * (2.0F + s2 * (0.66666667F + s2 * (0.4F + s2 * 0.2857143F)));
}

// The same for doubles, whose range holds products of many ratios.
inline float fast_log(double x) {
  const auto bits = std::bit_cast<std::int64_t>(x);
  const std::int64_t e = (bits - 0x3fe6a09e667f3bcdLL) >> 52;
  const auto m = static_cast<float>(std::bit_cast<double>(bits - (e << 52)));
  const float s = (m - 1.0F) / (m + 1.0F);
  const float s2 = s * s;
  return static_cast<float>(e) * 0.69314718F + s * (2.0F + s2 * (0.66666667F + s2 * (0.4F + s2 * 0.2857143F)));
}

// The sum of log(factor(k)) over k below count, taken as logarithms of products.
// REQUIRES: every factor between 0.005 and 200
template <class Factor>
float log_of_product(std::size_t count, const Factor& factor) {
  constexpr std::size_t kLanes = 4;
  constexpr std::size_t kBlock = kLanes * 16;  // 200^16 < 1e37
  std::array<float, kBlock> factors;
  float sum = 0;
  for (std::size_t first = 0; first < count; first += kBlock) {
    const std::size_t size = std::min(count - first, kBlock);
    for (std::size_t k = 0; k < size; ++k) {  // apart, so that a compiler may do several at once
      factors[k] = factor(first + k);
    }
    const std::size_t whole = (size + kLanes - 1) / kLanes * kLanes;
    std::fill(factors.begin() + static_cast<std::ptrdiff_t>(size), factors.begin() + static_cast<std::ptrdiff_t>(whole),
              1.0F);
    std::array<float, kLanes> products{1, 1, 1, 1};
    for (std::size_t k = 0; k < whole; k += kLanes) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        products[lane] *= factors[k + lane];
      }
    }
    sum += fast_log(static_cast<double>(products[0]) * static_cast<double>(products[1]) *
                    static_cast<double>(products[2]) * static_cast<double>(products[3]));
  }
  return sum;
}

// Below -87 the answer is as for -87.  REQUIRES: x < 88
inline float fast_exp(float x) {
  const float scaled = std::max(x, -87.0F) * 1.44269504F;
  const std::int32_t whole = static_cast<std::int32_t>(scaled + 1024.5F) - 1024;  // nearest
  const float f = (scaled - static_cast<float>(whole)) * 0.69314718F;             // |f| <= log(2)/2
  const float p = 1.0F + f * (1.0F + f * (0.5F + f * (0.16666667F + f * (0.041666667F + f * 0.0083333333F))));
  return p * std::bit_cast<float>((whole + 127) << 23);
}

}  // namespace egiz::align_detail
