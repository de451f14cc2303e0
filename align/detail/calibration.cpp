// SPDX-License-Identifier: Apache-2.0
// From posteriors to probabilities that can be trusted.

#include "align/detail/calibration.h"

#include <algorithm>
#include <cmath>

namespace egiz::align_detail {
namespace {

constexpr double kClip = 1e-4;  // posteriors beyond say no more

// Fitted by maximum likelihood on the aligned beads of the development sets (bench/align/calibrate.py).
constexpr double kSlope = 0.68;
constexpr double kOffset = -0.55;
constexpr double kOmission = 0.44;  // an omission is righter than its posterior says
constexpr double kCorpus = 0.05;    // for each factor e of segments to learn from, beyond 1000

constexpr double kHalfCovered = 0.80;  // the coverage at which documents are as likely translations as not
constexpr double kCoverageSlope = 20;

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

double calibrated(double posterior, const Bead& bead, std::size_t corpus_segments) {
  const double p = std::clamp(posterior, kClip, 1 - kClip);
  const bool is_omission = bead.source.empty() || bead.target.empty();
  const double corpus = std::log(static_cast<double>(std::clamp<std::size_t>(corpus_segments, 10, 20'000)) / 1000);
  return logistic(kSlope * std::log(p / (1 - p)) + kOffset + (is_omission ? kOmission : 0) + kCorpus * corpus);
}

double parallelism(const Pair& pair, std::span<const Bead> beads) {
  double source_all = 0;
  double target_all = 0;
  double source_covered = 0;
  double target_covered = 0;
  for (const Bead& bead : beads) {
    double source = 0;
    double target = 0;
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      source += static_cast<double>(pair.source.length(i));
    }
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      target += static_cast<double>(pair.target.length(j));
    }
    source_all += source;
    target_all += target;
    if (!bead.source.empty() && !bead.target.empty()) {
      source_covered += bead.confidence * source;
      target_covered += bead.confidence * target;
    }
  }
  if (source_all == 0 || target_all == 0) {
    return 0;
  }
  const double coverage = std::max(source_covered / source_all, target_covered / target_all);
  return logistic(kCoverageSlope * (coverage - kHalfCovered));
}

}  // namespace egiz::align_detail
