// SPDX-License-Identifier: Apache-2.0
// From posteriors to probabilities that can be trusted.

#include "align/detail/calibration.h"

#include <algorithm>
#include <cmath>

namespace egiz::align_detail {
namespace {

constexpr double kClip = 1e-4;  // posteriors beyond say no more

// Fitted by maximum likelihood on the beads of the development sets (bench/align/calibrate.py).
constexpr double kSlope = 0.65;
constexpr double kLowSlope = -0.16;  // more, below kKnee
constexpr double kKnee = 1.5;
constexpr double kOffset = 0.41;
constexpr double kOmission = -0.49;
constexpr double kMerged = -0.81;   // more than one segment on a side
constexpr double kMisfit = -0.38;   // for each unit of misfit()
constexpr double kDocument = 0.19;  // for each nat that the document's mean posterior is surer than kUsualDocument
constexpr double kUsualDocument = 4;
constexpr double kDoubt = 1.8;       // log odds below which genres that were left out of the fit proved righter: there
constexpr double kDoubtSlope = 0.8;  // evidence counts by this much

constexpr double kHalfCovered = 0.85;  // the coverage at which documents are as likely translations as not
constexpr double kCoverageSlope = 20;

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

double log_odds(double probability) {
  const double p = std::clamp(probability, kClip, 1 - kClip);
  return std::log(p / (1 - p));
}

double length_of(const Side& side, SegmentRange range) {
  double sum = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    sum += static_cast<double>(side.length(i));
  }
  return sum;
}

bool is_omission(const Bead& bead) { return bead.source.empty() || bead.target.empty(); }

// How far the lengths of a bead are from each other; the same proportion says more of a longer bead.
double misfit(double source, double target) {
  const double apart = std::abs(std::log((source + 5) / (target + 5)));
  return apart * (2 + std::log((source + target + 10) / 100));
}

}  // namespace

double mean_confidence(std::span<const Bead> beads) {
  double sum = 0;
  for (const Bead& bead : beads) {
    sum += bead.confidence;
  }
  return sum / static_cast<double>(std::max<std::size_t>(beads.size(), 1));
}

void calibrate(const Pair& pair, std::span<Bead> beads) { calibrate(pair, beads, mean_confidence(beads)); }

void calibrate(const Pair& pair, std::span<Bead> beads, double mean_posterior) {
  const double document = log_odds(mean_posterior) - kUsualDocument;
  for (Bead& bead : beads) {
    if (bead.confidence == 1) {
      continue;
    }
    const double x = log_odds(bead.confidence);
    double evidence = kSlope * x + kLowSlope * std::min(x, kKnee) + kOffset + kDocument * document;
    if (is_omission(bead)) {
      evidence += kOmission;
    } else {
      evidence += kMisfit * misfit(length_of(pair.source, bead.source), length_of(pair.target, bead.target));
      evidence += bead.source.size() + bead.target.size() > 2 ? kMerged : 0;
    }
    bead.confidence = logistic(evidence < kDoubt ? kDoubt + kDoubtSlope * (evidence - kDoubt) : evidence);
  }
}

double parallelism(const Pair& pair, std::span<const Bead> beads) {
  double source_all = 0;
  double target_all = 0;
  double source_covered = 0;
  double target_covered = 0;
  for (const Bead& bead : beads) {
    const double source = length_of(pair.source, bead.source);
    const double target = length_of(pair.target, bead.target);
    source_all += source;
    target_all += target;
    if (!is_omission(bead)) {
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
