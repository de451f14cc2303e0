// SPDX-License-Identifier: Apache-2.0
// The models of all pairs of a call beside the words, and how they are learnt from expectations.

#include "align/detail/models.h"

#include <algorithm>
#include <cmath>

namespace egiz::align_detail {
namespace {

constexpr double kRatioPrior = 600;      // characters that speak for the ratio of all documents together
constexpr double kTransitionPrior = 60;  // beads that speak for the rates of all documents together
constexpr double kMostOmitted = 0.12;    // of entering an omission; more would let EM delete everything
constexpr double kParagraphPrior = 25;   // bead starts of all documents together
constexpr double kRepetitionPrior = 20;  // beads of many segments
constexpr std::size_t kMostSamples = 3000;

double total_length(const Side& side) {
  double sum = 0;
  for (std::size_t i = 0; i < side.size(); ++i) {
    sum += static_cast<double>(side.length(i));
  }
  return sum;
}

// The segments of a believed bead, in the documents.
struct BeadView {
  SegmentRange source;
  SegmentRange target;
};

BeadView view(const Section& section, const BeadPosterior& bead) {
  const BeadType& type = kBeadTypes[bead.type];
  const std::size_t i = section.source.begin + bead.source;
  const std::size_t j = section.target.begin + bead.target;
  return {{i, i + type.source}, {j, j + type.target}};
}

double length_of(const Side& side, SegmentRange range) {
  double sum = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    sum += static_cast<double>(side.length(i));
  }
  return sum;
}

int sentences_of(const Side& side, SegmentRange range) {
  int sum = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    sum += static_cast<int>(side.sentences(i));
  }
  return sum;
}

// The shares of all segments of one side of the corpus, none of them 0.
EdgeChances chances(const Corpus& corpus, bool is_source) {
  EdgeChances result;
  result.start.fill(0.5);
  result.end.fill(0.5);
  for (const Pair& pair : corpus.documents()) {
    const Side& side = is_source ? pair.source : pair.target;
    for (std::size_t i = 0; i < side.size(); ++i) {
      ++result.start[static_cast<std::size_t>(side.start(i))];
      ++result.end[static_cast<std::size_t>(side.end(i))];
    }
  }
  const auto normalise = [](auto& shares) {
    double sum = 0;
    for (const double share : shares) {
      sum += share;
    }
    for (double& share : shares) {
      share /= sum;
    }
  };
  normalise(result.start);
  normalise(result.end);
  return result;
}

// Adds the boundaries before the segments of a range, the first of which has none.
void count_boundaries(const Side& side, SegmentRange range, double weight, BoundaryCounts& counts) {
  for (std::size_t i = range.begin + 1; i < range.end; ++i) {
    counts[boundary_kind(side.end(i - 1), side.start(i))] += weight;
  }
}

BoundaryCounts boundaries(const Corpus& corpus, bool is_source) {
  BoundaryCounts counts{};
  for (const Pair& pair : corpus.documents()) {
    const Side& side = is_source ? pair.source : pair.target;
    count_boundaries(side, {0, side.size()}, 1, counts);
  }
  return counts;
}

}  // namespace

void Models::learn_inner(std::span<const Section> sections) {
  BoundaryCounts source{};
  BoundaryCounts target{};
  for (const Section& section : sections) {
    const Pair& pair = corpus_.pairs[section.pair];
    for (const BeadPosterior& bead : section.beads) {
      const BeadView v = view(section, bead);
      const double weight = static_cast<double>(bead.probability);
      count_boundaries(pair.source, v.source, weight, source);
      count_boundaries(pair.target, v.target, weight, target);
    }
  }
  inner_ = {InnerModel::odds(source, source_boundaries_), InnerModel::odds(target, target_boundaries_)};
}

void Models::learn_edges(std::span<const Section> sections) {
  EdgeCounts counts;
  for (const Section& section : sections) {
    const Pair& pair = corpus_.pairs[section.pair];
    for (const BeadPosterior& bead : section.beads) {
      const BeadView v = view(section, bead);
      const double weight = static_cast<double>(bead.probability);
      counts.start[static_cast<std::size_t>(pair.source.start(v.source.begin))]
                  [static_cast<std::size_t>(pair.target.start(v.target.begin))] += weight;
      counts.end[static_cast<std::size_t>(pair.source.end(v.source.end - 1))]
                [static_cast<std::size_t>(pair.target.end(v.target.end - 1))] += weight;
    }
  }
  edges_ = EdgeModel(source_edges_, target_edges_, counts);
}

Models::Models(const Corpus& corpus) : corpus_(corpus), states_(corpus.document_pairs), ratios_(corpus.document_pairs) {
  double source_sum = kRatioPrior;
  double target_sum = kRatioPrior;
  for (const Pair& pair : corpus.documents()) {
    source_sum += total_length(pair.source);
    target_sum += total_length(pair.target);
    source_rates_.push_back(paragraph_rate(pair.source));
    target_rates_.push_back(paragraph_rate(pair.target));
  }
  source_edges_ = chances(corpus, true);
  target_edges_ = chances(corpus, false);
  source_boundaries_ = boundaries(corpus, true);
  target_boundaries_ = boundaries(corpus, false);
  edges_ = EdgeModel(source_edges_, target_edges_, {});
  // Documents may have holes, so that only their sum is trusted, and only within reason.
  const double ratio = std::clamp(target_sum / source_sum, 0.7, 1.4);
  for (std::size_t p = 0; p < states_.size(); ++p) {
    ratios_[p] = ratio;
    states_[p].model.paragraphs = initial_paragraphs(source_rates_[p], target_rates_[p]);
    states_[p].model.kinds = KindScores(corpus.pairs[p].source, corpus.pairs[p].target);
    for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
      states_[p].model.log_priors[t] = static_cast<float>(std::log(kBeadTypes[t].prior));
    }
  }
  rebuild();
}

void Models::learn(std::span<const Section> sections, std::span<const Expectations> expectations, bool with_types) {
  learn_lengths(sections);
  learn_sentences(sections);
  learn_paragraphs(sections);
  learn_edges(sections);
  learn_inner(sections);
  learn_repetition(expectations);
  if (with_types) {
    learn_transitions(sections, expectations);
  }
  rebuild();
}

void Models::learn_lengths(std::span<const Section> sections) {
  std::vector<double> source(states_.size());
  std::vector<double> target(states_.size());
  double all_source = kRatioPrior;
  double all_target = kRatioPrior * ratios_.front();
  std::size_t count = 0;
  for (const Section& section : sections) {
    const Pair& pair = corpus_.pairs[section.pair];
    for (const BeadPosterior& bead : section.beads) {
      const BeadView v = view(section, bead);
      const double weight = static_cast<double>(bead.probability);
      source[section.pair] += weight * length_of(pair.source, v.source);
      target[section.pair] += weight * length_of(pair.target, v.target);
    }
    count += section.beads.size();
  }
  for (std::size_t p = 0; p < states_.size(); ++p) {
    all_source += source[p];
    all_target += target[p];
  }
  const double ratio = all_target / all_source;
  for (std::size_t p = 0; p < states_.size(); ++p) {
    ratios_[p] = std::clamp((target[p] + kRatioPrior * ratio) / (source[p] + kRatioPrior), 0.3, 3.0);
  }
  const std::size_t step = count / kMostSamples + 1;
  std::vector<LengthSample> samples;
  std::size_t at = 0;
  for (const Section& section : sections) {
    const Pair& pair = corpus_.pairs[section.pair];
    for (const BeadPosterior& bead : section.beads) {
      if (at++ % step == 0) {
        const BeadView v = view(section, bead);
        samples.push_back({length_of(pair.source, v.source) * ratios_[section.pair], length_of(pair.target, v.target),
                           static_cast<double>(bead.probability)});
      }
    }
  }
  spread_ = estimate_spread(samples, LengthSpread{});
}

void Models::learn_sentences(std::span<const Section> sections) {
  SentenceModel::Histogram one_to_one{};
  SentenceModel::Histogram other{};
  for (const Section& section : sections) {
    const Pair& pair = corpus_.pairs[section.pair];
    for (const BeadPosterior& bead : section.beads) {
      const BeadView v = view(section, bead);
      const int difference =
          SentenceModel::clip(sentences_of(pair.source, v.source) - sentences_of(pair.target, v.target));
      auto& histogram = v.source.size() == 1 && v.target.size() == 1 ? one_to_one : other;
      histogram[static_cast<std::size_t>(difference + SentenceModel::kClip)] += static_cast<double>(bead.probability);
    }
  }
  sentences_.learn(one_to_one, other);
}

namespace {

ParagraphCounts count_paragraphs(const Pair& pair, const Section& section) {
  ParagraphCounts counts;
  for (const BeadPosterior& bead : section.beads) {
    const BeadView v = view(section, bead);
    const double weight = static_cast<double>(bead.probability);
    // The start of a document starts a paragraph anyway.
    if (v.source.begin > 0 && v.target.begin > 0) {
      counts.start[(pair.source.starts_paragraph(v.source.begin) ? 1U : 0U) +
                   (pair.target.starts_paragraph(v.target.begin) ? 2U : 0U)] += weight;
    }
    for (std::size_t i = v.source.begin + 1; i < v.source.end; ++i) {
      counts.inner_source += weight;
      counts.crossed_source += pair.source.starts_paragraph(i) ? weight : 0;
    }
    for (std::size_t j = v.target.begin + 1; j < v.target.end; ++j) {
      counts.inner_target += weight;
      counts.crossed_target += pair.target.starts_paragraph(j) ? weight : 0;
    }
  }
  // Runs of omitted segments, as if neighbours were independent.
  const auto count_runs = [&](const Side& side, SegmentRange range, const std::vector<float>& omitted) {
    for (std::size_t k = 0; k < omitted.size(); ++k) {
      const double here = static_cast<double>(omitted[k]);
      const double before = k > 0 ? static_cast<double>(omitted[k - 1]) : 0.0;
      const double after = k + 1 < omitted.size() ? static_cast<double>(omitted[k + 1]) : 0.0;
      if (range.begin + k > 0) {
        counts.omission_start[side.starts_paragraph(range.begin + k) ? 1 : 0] += here * (1 - before);
      }
      if (range.begin + k + 1 < side.size()) {
        counts.omission_end[side.starts_paragraph(range.begin + k + 1) ? 1 : 0] += here * (1 - after);
      }
    }
  };
  count_runs(pair.source, section.source, section.source_omitted);
  count_runs(pair.target, section.target, section.target_omitted);
  return counts;
}

double bead_starts(const ParagraphCounts& counts) {
  return counts.start[0] + counts.start[1] + counts.start[2] + counts.start[3];
}

ParagraphCounts scaled(ParagraphCounts counts, double factor) {
  for (double& value : counts.start) {
    value *= factor;
  }
  for (std::size_t k = 0; k < 2; ++k) {
    counts.omission_start[k] *= factor;
    counts.omission_end[k] *= factor;
  }
  counts.inner_source *= factor;
  counts.crossed_source *= factor;
  counts.inner_target *= factor;
  counts.crossed_target *= factor;
  return counts;
}

}  // namespace

void Models::learn_paragraphs(std::span<const Section> sections) {
  std::vector<ParagraphCounts> counts(states_.size());
  ParagraphCounts all;
  for (const Section& section : sections) {
    const ParagraphCounts own = count_paragraphs(corpus_.pairs[section.pair], section);
    counts[section.pair] += own;
    if (source_rates_[section.pair] > 0 && target_rates_[section.pair] > 0) {
      all += own;
    }
  }
  const ParagraphCounts prior = scaled(all, std::min(1.0, kParagraphPrior / (bead_starts(all) + 1)));
  for (std::size_t p = 0; p < states_.size(); ++p) {
    counts[p] += prior;
    counts[p].source_rate = source_rates_[p];
    counts[p].target_rate = target_rates_[p];
    states_[p].model.paragraphs = estimate_paragraphs(counts[p]);
  }
}

void Models::learn_repetition(std::span<const Expectations> expectations) {
  double many = kRepetitionPrior;
  double nats = kRepetitionPrior * static_cast<double>(PairModel{}.usual_repetition);
  for (const Expectations& expected : expectations) {
    many += expected.many;
    nats += expected.repetition;
  }
  for (PairState& state : states_) {
    state.model.usual_repetition = static_cast<float>(nats / many);
  }
}

void Models::learn_transitions(std::span<const Section> sections, std::span<const Expectations> expectations) {
  std::vector<TransitionCounts> counts(states_.size());
  std::array<double, kBeadTypeCount> types{};
  TransitionCounts all;
  double type_sum = kTransitionPrior;
  for (std::size_t s = 0; s < sections.size(); ++s) {
    counts[sections[s].pair] += expectations[s].transitions;
    all += expectations[s].transitions;
    for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
      types[t] += expectations[s].types[t];
      type_sum += expectations[s].types[t];
    }
  }
  const Transitions start;
  const auto rate = [](double hits, double all_steps, double prior) {
    return (hits + kTransitionPrior * prior) / (all_steps + kTransitionPrior);
  };
  const double steps = all.beads + all.source_runs + all.target_runs;
  const double enter_source = rate(all.source_runs, steps, start.enter_source);
  const double enter_target = rate(all.target_runs, steps, start.enter_target);
  const double stay = rate(all.source_segments + all.target_segments - all.source_runs - all.target_runs,
                           all.source_segments + all.target_segments, start.stay);
  for (std::size_t p = 0; p < states_.size(); ++p) {
    const TransitionCounts& own = counts[p];
    const double own_steps = own.beads + own.source_runs + own.target_runs;
    Transitions& transitions = states_[p].transitions;
    transitions.enter_source = std::clamp(rate(own.source_runs, own_steps, enter_source), 0.002, kMostOmitted);
    transitions.enter_target = std::clamp(rate(own.target_runs, own_steps, enter_target), 0.002, kMostOmitted);
    transitions.stay = std::clamp(stay, 0.2, 0.9);
    for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
      states_[p].model.log_priors[t] =
          static_cast<float>(std::log((types[t] + kTransitionPrior * kBeadTypes[t].prior) / type_sum));
    }
  }
}

void Models::rebuild() {
  for (std::size_t p = 0; p < states_.size(); ++p) {
    const Pair& pair = corpus_.pairs[p];
    states_[p].model.length = LengthModel(pair.source, pair.target, ratios_[p], spread_);
    states_[p].model.edges = edges_;
    states_[p].model.inner = inner_;
    states_[p].model.sentences = SentenceScores(pair.source, pair.target, sentences_);
  }
}

}  // namespace egiz::align_detail
