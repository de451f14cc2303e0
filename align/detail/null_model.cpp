// SPDX-License-Identifier: Apache-2.0
// NullModel: words that have no counterpart.

#include "align/detail/null_model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "align/detail/translation_table.h"

namespace egiz::align_detail {
namespace {

constexpr float kInitialNull = 0.5F;
constexpr float kNullPriorCount = 2.0F;
constexpr std::size_t kFrequencyClasses = 20;

std::size_t frequency_class(std::uint32_t frequency) {
  return std::min<std::size_t>(static_cast<std::size_t>(std::log2(1.0 + frequency)), kFrequencyClasses - 1);
}

}  // namespace

NullModel initial_nulls(const Corpus& corpus) {
  return {std::vector<float>(corpus.source_words.size(), kInitialNull),
          std::vector<float>(corpus.target_words.size(), kInitialNull)};
}

std::vector<float> nulls_with_back_off(const Vocabulary& words, const std::vector<double>& null_count,
                                       const std::vector<double>& all_count) {
  std::vector<float> nulls(words.size());
  std::array<double, kFrequencyClasses> class_null{};
  std::array<double, kFrequencyClasses> class_all{};
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::size_t c = frequency_class(words.frequency(static_cast<WordId>(w)));
    class_null[c] += null_count[w];
    class_all[c] += all_count[w];
  }
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::size_t c = frequency_class(words.frequency(static_cast<WordId>(w)));
    const double expected = (class_null[c] + 5 * static_cast<double>(kInitialNull)) / (class_all[c] + 5);
    const double value = (null_count[w] + static_cast<double>(kNullPriorCount) * expected) /
                         (all_count[w] + static_cast<double>(kNullPriorCount));
    nulls[w] = std::clamp(static_cast<float>(value), kLeastNull, 0.98F);
  }
  return nulls;
}

}  // namespace egiz::align_detail
