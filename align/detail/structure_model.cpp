// SPDX-License-Identifier: Apache-2.0
// Structure evidence: sentences inside segments, and paragraphs.

#include "align/detail/structure_model.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kMostSentences = 8;

// Share of segments with 0, 1, 2 ... sentences, and of sums of n segments.
using Distribution = std::vector<double>;

Distribution sentence_distribution(const Side& side) {
  Distribution result(kMostSentences + 1, 0.0);
  result[1] = 4;
  result[2] = 0.4;
  result[3] = 0.1;
  for (std::size_t i = 0; i < side.size(); ++i) {
    result[std::min<std::size_t>(side.sentences(i), kMostSentences)] += 1;
  }
  double sum = 0;
  for (const double count : result) {
    sum += count;
  }
  for (double& count : result) {
    count /= sum;
  }
  return result;
}

Distribution convolve(const Distribution& a, const Distribution& b) {
  Distribution result(a.size() + b.size() - 1, 0.0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      result[i + j] += a[i] * b[j];
    }
  }
  return result;
}

SentenceModel::Histogram difference_distribution(const Distribution& source, const Distribution& target) {
  SentenceModel::Histogram result{};
  for (std::size_t i = 0; i < source.size(); ++i) {
    for (std::size_t j = 0; j < target.size(); ++j) {
      const int difference = SentenceModel::clip(static_cast<int>(i) - static_cast<int>(j));
      result[static_cast<std::size_t>(difference + SentenceModel::kClip)] += source[i] * target[j];
    }
  }
  return result;
}

float log_odds(double hits, double others, double expected, double prior_strength) {
  const double rate = std::clamp(expected, 1e-4, 1 - 1e-4);
  const double share = (hits + prior_strength * rate) / (hits + others + prior_strength);
  return static_cast<float>(std::log(std::max(share, 1e-6) / rate));
}

}  // namespace

SentenceModel::SentenceModel()
    : match_{{{0.002, 0.008, 0.06, 0.86, 0.06, 0.008, 0.002}, {0.01, 0.03, 0.16, 0.60, 0.16, 0.03, 0.01}}} {}

void SentenceModel::learn(const Histogram& one_to_one, const Histogram& other) {
  const SentenceModel prior;
  for (std::size_t kind = 0; kind < 2; ++kind) {
    const Histogram& counts = kind == 0 ? one_to_one : other;
    constexpr double kPrior = 30;
    double sum = kPrior;
    for (const double count : counts) {
      sum += count;
    }
    for (std::size_t d = 0; d < counts.size(); ++d) {
      match_[kind][d] = (counts[d] + kPrior * prior.match_[kind][d]) / sum;
    }
  }
}

SentenceScores::SentenceScores(const Side& source, const Side& target, const SentenceModel& model) {
  std::array<Distribution, kMaxSide + 1> sources;
  std::array<Distribution, kMaxSide + 1> targets;
  sources[1] = sentence_distribution(source);
  targets[1] = sentence_distribution(target);
  for (std::size_t n = 2; n <= kMaxSide; ++n) {
    sources[n] = convolve(sources[n - 1], sources[1]);
    targets[n] = convolve(targets[n - 1], targets[1]);
  }
  for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
    const BeadType& type = kBeadTypes[t];
    const auto chance = difference_distribution(sources[type.source], targets[type.target]);
    for (int d = -SentenceModel::kClip; d <= SentenceModel::kClip; ++d) {
      const auto index = static_cast<std::size_t>(d + SentenceModel::kClip);
      table_[t][index] = static_cast<float>(
          std::log(model.probability(type.source == 1 && type.target == 1, d) / std::max(chance[index], 1e-4)));
    }
  }
}

ParagraphCounts& ParagraphCounts::operator+=(const ParagraphCounts& other) {
  for (std::size_t k = 0; k < start.size(); ++k) {
    start[k] += other.start[k];
  }
  for (std::size_t k = 0; k < 2; ++k) {
    omission_start[k] += other.omission_start[k];
    omission_end[k] += other.omission_end[k];
  }
  inner_source += other.inner_source;
  crossed_source += other.crossed_source;
  inner_target += other.inner_target;
  crossed_target += other.crossed_target;
  return *this;
}

ParagraphModel estimate_paragraphs(const ParagraphCounts& counts) {
  constexpr double kPrior = 8;
  const double s = counts.source_rate;
  const double t = counts.target_rate;
  ParagraphModel model;
  if (s <= 0 || t <= 0) {
    return model;
  }
  const std::array<double, 4> chance{(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t};
  double sum = 0;
  for (const double count : counts.start) {
    sum += count;
  }
  for (std::size_t k = 0; k < 4; ++k) {
    model.start[k] = std::clamp(log_odds(counts.start[k], sum - counts.start[k], chance[k], kPrior), -4.0F, 4.0F);
  }
  model.crossing_source =
      std::clamp(log_odds(counts.crossed_source, counts.inner_source - counts.crossed_source, s, kPrior), -5.0F, 0.0F);
  model.crossing_target =
      std::clamp(log_odds(counts.crossed_target, counts.inner_target - counts.crossed_target, t, kPrior), -5.0F, 0.0F);
  const double rate = 0.5 * (s + t);
  for (std::size_t k = 0; k < 2; ++k) {
    const double expected = k == 1 ? rate : 1 - rate;
    model.omission_start[k] =
        std::clamp(log_odds(counts.omission_start[k], counts.omission_start[1 - k], expected, kPrior), -2.0F, 2.0F);
    model.omission_end[k] =
        std::clamp(log_odds(counts.omission_end[k], counts.omission_end[1 - k], expected, kPrior), -2.0F, 2.0F);
  }
  return model;
}

ParagraphModel initial_paragraphs(double source_rate, double target_rate) {
  // As if a few beads had been seen that keep paragraphs four times in five.
  ParagraphCounts counts;
  counts.source_rate = source_rate;
  counts.target_rate = target_rate;
  const double both = 0.8 * std::min(source_rate, target_rate);
  constexpr double kBeads = 20;
  counts.start = {kBeads * std::max(0.0, 1 - source_rate - target_rate + both), kBeads * (source_rate - both),
                  kBeads * (target_rate - both), kBeads * both};
  counts.inner_source = counts.inner_target = kBeads / 4;
  counts.crossed_source = 0.4 * source_rate * counts.inner_source;
  counts.crossed_target = 0.4 * target_rate * counts.inner_target;
  return estimate_paragraphs(counts);
}

double paragraph_rate(const Side& side) {
  std::size_t starts = 0;
  for (std::size_t i = 1; i < side.size(); ++i) {
    starts += side.starts_paragraph(i);
  }
  return side.size() < 2 ? 0.0 : static_cast<double>(starts) / static_cast<double>(side.size() - 1);
}

}  // namespace egiz::align_detail
