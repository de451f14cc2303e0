// SPDX-License-Identifier: Apache-2.0
#include "align/detail/kind_model.h"

#include <algorithm>
#include <cmath>

namespace egiz::align_detail {
namespace {

constexpr double kKept = 0.85;  // of the kinds of a document are those of its translation
constexpr double kMost = 2;     // nats
constexpr double kWeight = 0.1;  // formats say wrong kinds often: they tip what is otherwise undecided, no more

using Rates = std::array<double, kParagraphKinds>;

Rates rates_of(const Side& side) {
  Rates rates{};
  for (std::size_t i = 0; i < side.size(); ++i) rates[static_cast<std::size_t>(side.kind(i))] += 1;
  for (double& rate : rates) rate /= static_cast<double>(std::max<std::size_t>(side.size(), 1));
  return rates;
}

}  // namespace

KindScores::KindScores(const Side& source, const Side& target) {
  constexpr auto kText = static_cast<std::size_t>(ParagraphKind::text);
  Rates a = rates_of(source);
  Rates b = rates_of(target);
  std::array<std::size_t, kParagraphKinds> known{};  // the kind that a kind counts as
  for (std::size_t kind = 0; kind < kParagraphKinds; ++kind) {
    known[kind] = a[kind] > 0 && b[kind] > 0 ? kind : kText;
    if (known[kind] == kind) continue;
    a[kText] += a[kind];
    b[kText] += b[kind];
  }
  for (std::size_t i = 0; i < kParagraphKinds; ++i) {
    for (std::size_t j = 0; j < kParagraphKinds; ++j) {
      const std::size_t kind = known[i];
      const double kept = kind == known[j] ? kKept / std::max({a[kind], b[kind], 1e-6}) : 0;
      table_[i][j] = static_cast<float>(kWeight * std::clamp(std::log(kept + 1 - kKept), -kMost, kMost));
    }
  }
}

}  // namespace egiz::align_detail
