// SPDX-License-Identifier: Apache-2.0
// Bead scores: all evidence on one bead as a log likelihood ratio.

#include "align/detail/bead_scorer.h"

#include <algorithm>

#include "align/detail/fast_math.h"
#include "align/detail/word_order.h"

namespace egiz::align_detail {
namespace {

constexpr float kMostRatio = 150.0F;  // e^5: the translation of one word is never more evidence

constexpr float kHopeless = -30.0F;  // lexical evidence that nothing else can make good
constexpr float kRepeatedWeight = 0.5F;
constexpr float kLengthWeight =
    2.0F;                            // a half-translated bead has nearly all the words that explain it, not the length
constexpr float kEdgeWeight = 0.5F;  // punctuation is counted among the words as well
constexpr float kCaution = 0.85F;    // on all evidence of a bead: its parts are taken for independent, and are not
constexpr float kLeastRepeated = 4.0F;  // a mean ratio below says too little
constexpr float kInnerWeight = 0.5F;    // the sentences inside segments are counted as well
constexpr float kOrderWeight = 0.7F;

std::vector<float> nulls_of(const Side& side, SegmentRange range, const std::vector<float>& nulls) {
  std::vector<float> result;
  result.reserve(side.word_offset(range.end) - side.word_offset(range.begin));
  for (std::size_t i = range.begin; i < range.end; ++i) {
    for (const WordId word : side.words(i)) {
      result.push_back(nulls[word]);
    }
  }
  return result;
}

// 0 for words that stand twice in their segment: those may well be explained twice.  1 for others.
std::vector<float> counted_of(const Side& side, SegmentRange range) {
  std::vector<float> result;
  result.reserve(side.word_offset(range.end) - side.word_offset(range.begin));
  for (std::size_t place = side.word_offset(range.begin); place < side.word_offset(range.end); ++place) {
    result.push_back(side.is_repeated(place) ? 0.0F : 1.0F);
  }
  return result;
}

// The sum over words of log(null + (1 - null) mass / given).
float log_ratio(const float* mass, const float* nulls, std::size_t count, float background, float given) {
  const float scale = 1 / given;
  const float shift = background * scale;
  return log_of_product(count, [=](std::size_t k) {
    const float ratio = nulls[k] + (1 - nulls[k]) * (mass[k] * scale + shift);
    return ratio < kMostRatio ? ratio : kMostRatio;
  });
}

// Words of the segments of one side of a bead before each of them, and of all.
using WordOffsets = std::array<float, kMaxSide + 1>;

WordOffsets word_offsets(const Side& side, std::size_t first, std::size_t count) {
  WordOffsets offsets{};
  for (std::size_t k = 0; k < count; ++k) {
    offsets[k + 1] = offsets[k] + static_cast<float>(side.words(first + k).size());
  }
  return offsets;
}

}  // namespace

BeadScorer::BeadScorer(const Pair& pair, const PairModel& model, const Lexical& lexical, const Section& section,
                       const Reach& reach, const Evidence& evidence)
    : pair_(pair),
      model_(model),
      section_(section),
      reach_(reach),
      evidence_(evidence),
      source_nulls_(nulls_of(pair.source, section.source, lexical.nulls.source)),
      target_nulls_(nulls_of(pair.target, section.target, lexical.nulls.target)),
      source_counted_(counted_of(pair.source, section.source)),
      target_counted_(counted_of(pair.target, section.target)),
      forward_(evidence.size()),
      backward_(evidence.size()) {
  find_stretches();
  for (std::size_t i = 0; i < reach.size(); ++i) {
    for (std::size_t j = reach.cells(i).begin; j < reach.cells(i).end; ++j) {
      explain_target(i, j);
      explain_source(i, j);
    }
  }
}

void BeadScorer::find_stretches() {
  const auto find = [](const Side& side, SegmentRange range, float crossing, const InnerModel::Odds& inner,
                       const auto& weigh, Stretches& out) {
    out.resize(range.size());
    for (std::size_t k = 0; k < range.size(); ++k) {
      Stretch stretch;
      float characters = 0;
      for (std::size_t n = 0; n < kMaxSide && k + n < range.size(); ++n) {
        const std::size_t segment = range.begin + k + n;
        characters += side.length(segment);
        stretch.lengths = weigh(characters, static_cast<unsigned>(n + 1));
        stretch.sentences += static_cast<int>(side.sentences(segment));
        if (n > 0) {
          stretch.crossings += side.starts_paragraph(segment) ? crossing : 0.0F;
          stretch.crossings += kInnerWeight * inner[boundary_kind(side.end(segment - 1), side.start(segment))];
        }
        out[k][n] = stretch;
      }
    }
  };
  find(
      pair_.source, section_.source, model_.paragraphs.crossing_source, model_.inner.source,
      [this](float characters, unsigned n) { return model_.length.source(characters, n); }, source_stretches_);
  find(
      pair_.target, section_.target, model_.paragraphs.crossing_target, model_.inner.target,
      [this](float characters, unsigned n) { return model_.length.target(characters, n); }, target_stretches_);
}

// Starts on a segment: its words are `count` from `first` on, counted from the start of the section.
void BeadScorer::start(const std::vector<float>& counted, const float* nulls, std::size_t first, std::size_t count) {
  words_.nulls = nulls + first;
  words_.counted = counted.data() + first;
  words_.mass.assign(count, 0.0F);
  words_.first_good = nullptr;
  words_.best_ratio.clear();
  words_.background = words_.given = words_.repeated = 0;
}

// One more segment that may explain the words.  most: the greatest mass.  given: words of the explaining segment.
// A word that a first segment explains well already needs no second one: a headline and the sentence that repeats it
// are no bead.
void BeadScorer::add(const float* mass, float most, float background, std::size_t given) {
  for (std::size_t k = 0; k < words_.mass.size(); ++k) {
    words_.mass[k] += mass[k];
  }
  words_.background += background;
  words_.given += static_cast<float>(given);
  const float scale = 1 / std::max(static_cast<float>(given), 1.0F);
  if (most * scale <= kLeastRepeated) {
    return;
  }
  if (words_.first_good == nullptr) {  // and seldom is there a second
    words_.first_good = mass;
    words_.first_scale = scale;
    return;
  }
  if (words_.best_ratio.empty()) {
    words_.best_ratio.assign(words_.mass.size(), 0.0F);
    add_ratios(words_.first_good, words_.first_scale);
  }
  add_ratios(mass, scale);
}

void BeadScorer::add_ratios(const float* mass, float scale) {
  for (std::size_t k = 0; k < words_.best_ratio.size(); ++k) {
    const float ratio = mass[k] * scale * words_.counted[k];
    const float less = std::min(ratio, words_.best_ratio[k]);
    words_.best_ratio[k] = std::max(ratio, words_.best_ratio[k]);
    if (less > kLeastRepeated) {
      words_.repeated += fast_log(std::min(words_.nulls[k] + (1 - words_.nulls[k]) * less, kMostRatio));
    }
  }
}

BeadScorer::Explained BeadScorer::explained() const {
  return {
      log_ratio(words_.mass.data(), words_.nulls, words_.mass.size(), words_.background, std::max(words_.given, 1.0F)),
      words_.repeated};
}

void BeadScorer::explain_target(std::size_t i, std::size_t j) {
  std::size_t most = kMaxSide;
  while (most > 0 && !reach_.targets(i, most).contains(j)) {
    --most;
  }
  const std::size_t segment = section_.target.begin + j;
  start(target_counted_, target_nulls_.data(),
        pair_.target.word_offset(segment) - pair_.target.word_offset(section_.target.begin),
        pair_.target.words(segment).size());
  for (std::size_t a = 0; a < most; ++a) {
    const CellEvidence cell = evidence_.at(i + a, j);
    add(cell.target, cell.most_target, cell.target_background,
        pair_.source.words(section_.source.begin + i + a).size());
    if (reach_.targets(i, a + 1).contains(j)) {
      forward_[evidence_.index(i, j)][a] = explained();
    }
  }
}

void BeadScorer::explain_source(std::size_t i, std::size_t j) {
  std::size_t most = kMaxSide;
  while (most > 0 && !reach_.first_targets(i, most).contains(j)) {
    --most;
  }
  const std::size_t segment = section_.source.begin + i;
  start(source_counted_, source_nulls_.data(),
        pair_.source.word_offset(segment) - pair_.source.word_offset(section_.source.begin),
        pair_.source.words(segment).size());
  for (std::size_t b = 0; b < most; ++b) {
    const CellEvidence cell = evidence_.at(i, j + b);
    add(cell.source, cell.most_source, cell.source_background,
        pair_.target.words(section_.target.begin + j + b).size());
    if (reach_.first_targets(i, b + 1).contains(j)) {
      backward_[evidence_.index(i, j)][b] = explained();
    }
  }
}

float BeadScorer::structure(std::size_t i, std::size_t j, std::size_t t) const {
  const BeadType& type = kBeadTypes[t];
  const std::size_t first_source = section_.source.begin + i;
  const std::size_t first_target = section_.target.begin + j;
  const Stretch& source = source_stretches_[i][type.source - 1];
  const Stretch& target = target_stretches_[j][type.target - 1];
  const float edges = model_.edges.start(pair_.source.start(first_source), pair_.target.start(first_target)) +
                      model_.edges.end(pair_.source.end(first_source + type.source - 1),
                                       pair_.target.end(first_target + type.target - 1));
  return model_.log_priors[t] + kLengthWeight * model_.length.score(source.lengths, target.lengths) +
         model_.sentences.score(t, source.sentences - target.sentences) + source.crossings + target.crossings +
         kEdgeWeight * edges;
}

BeadScorer::Explained BeadScorer::sum(std::size_t i, std::size_t j, const BeadType& type) const {
  Explained sum;
  const auto include = [&sum](const Explained& part) {
    sum.lexical += part.lexical;
    sum.repeated += part.repeated;
  };
  for (std::size_t b = 0; b < type.target; ++b) {
    include(forward_[evidence_.index(i, j + b)][type.source - 1]);
  }
  for (std::size_t a = 0; a < type.source; ++a) {
    include(backward_[evidence_.index(i + a, j)][type.target - 1]);
  }
  return sum;
}

float BeadScorer::word_order(std::size_t i, std::size_t j, std::size_t t) const {
  const BeadType& type = kBeadTypes[t];
  const std::size_t first_source = section_.source.begin + i;
  const std::size_t first_target = section_.target.begin + j;
  const WordOffsets sources = word_offsets(pair_.source, first_source, type.source);
  const WordOffsets targets = word_offsets(pair_.target, first_target, type.target);
  const float source_count = sources[type.source];
  const float target_count = targets[type.target];
  if (source_count == 0 || target_count == 0) {
    return 0;
  }
  float sum = 0;
  for (std::size_t b = 0; b < type.target; ++b) {
    PlacedWords words(target_nulls_.data() + pair_.target.word_offset(first_target + b) -
                          pair_.target.word_offset(section_.target.begin),
                      pair_.target.words(first_target + b).size());
    for (std::size_t a = 0; a < type.source; ++a) {
      const CellEvidence cell = evidence_.at(i + a, j + b);
      words.add(cell.target, cell.target_moment, cell.target_background, sources[a]);
    }
    sum += words.log_odds(targets[b], target_count, source_count);
  }
  for (std::size_t a = 0; a < type.source; ++a) {
    PlacedWords words(source_nulls_.data() + pair_.source.word_offset(first_source + a) -
                          pair_.source.word_offset(section_.source.begin),
                      pair_.source.words(first_source + a).size());
    for (std::size_t b = 0; b < type.target; ++b) {
      const CellEvidence cell = evidence_.at(i + a, j + b);
      words.add(cell.source, cell.source_moment, cell.source_background, targets[b]);
    }
    sum += words.log_odds(sources[a], source_count, target_count);
  }
  return kCaution * kLexicalWeight * kOrderWeight * sum;
}

float BeadScorer::repetition(std::size_t i, std::size_t j, std::size_t type) const {
  return sum(i, j, kBeadTypes[type]).repeated;
}

TypeScores BeadScorer::scores(std::size_t i, std::size_t j) const {
  TypeScores result;
  result.fill(kForbidden);
  if (i == section_.source.size() || j == section_.target.size()) {
    return result;
  }
  const std::size_t paragraphs = (pair_.source.starts_paragraph(section_.source.begin + i) ? 1U : 0U) +
                                 (pair_.target.starts_paragraph(section_.target.begin + j) ? 2U : 0U);
  const float starts =
      model_.paragraphs.start[paragraphs] +
      model_.kinds.score(pair_.source.kind(section_.source.begin + i), pair_.target.kind(section_.target.begin + j));
  for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
    if (!reach_.starts(i, t).contains(j)) {
      continue;
    }
    const Explained explained = sum(i, j, kBeadTypes[t]);
    const float excess = std::max(explained.repeated - model_.usual_repetition, 0.0F);
    const float weighed = kLexicalWeight * (explained.lexical - kRepeatedWeight * excess);
    if (weighed > kHopeless) {
      result[t] = kCaution * (structure(i, j, t) + starts + weighed);
    }
  }
  return result;
}

}  // namespace egiz::align_detail
