// SPDX-License-Identifier: Apache-2.0
// Bead scores: all evidence on one bead as a log likelihood ratio.

#include "align/detail/bead_scorer.h"

#include <algorithm>

#include "align/detail/fast_math.h"

namespace egiz::align_detail {
namespace {

constexpr float kMostRatio = 150.0F;  // e^5: one word is never more evidence than that

constexpr float kHopeless = -30.0F;  // lexical evidence that nothing else can make good
constexpr float kRepeatedWeight = 0.5F;
constexpr float kLengthWeight = 2.0F;   // a half-translated bead has nearly all the words that explain it, not the length
constexpr float kEdgeWeight = 0.7F;     // punctuation is counted among the words as well
constexpr float kCaution = 0.85F;       // on all evidence of a bead: its parts are taken for independent, and are not
constexpr float kLeastRepeated = 4.0F;  // a mean ratio below says too little

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

// -1 for words that stand twice in their segment: those may well be explained twice.
std::vector<float> credits_of(const Side& side, SegmentRange range) {
  std::vector<float> result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto words = side.words(i);
    for (const WordId word : words) {
      result.push_back(std::ranges::count(words, word) > 1 ? -1.0F : 0.0F);
    }
  }
  return result;
}

// The sum over words of log(null + (1 - null) mass / given): the logarithm of a product, taken before it overflows.
float log_ratio(const float* mass, const float* nulls, std::size_t count, float background, float given) {
  constexpr std::size_t kBlock = 120;  // kMostRatio^120 < 1e263
  const float scale = 1 / given;
  const float shift = background * scale;
  float sum = 0;
  for (std::size_t first = 0; first < count; first += kBlock) {
    const std::size_t last = std::min(count, first + kBlock);
    double even = 1;
    double odd = 1;
    std::size_t k = first;
    for (; k + 1 < last; k += 2) {
      even *= static_cast<double>(std::min(nulls[k] + (1 - nulls[k]) * (mass[k] * scale + shift), kMostRatio));
      odd *=
          static_cast<double>(std::min(nulls[k + 1] + (1 - nulls[k + 1]) * (mass[k + 1] * scale + shift), kMostRatio));
    }
    if (k < last) {
      even *= static_cast<double>(std::min(nulls[k] + (1 - nulls[k]) * (mass[k] * scale + shift), kMostRatio));
    }
    sum += fast_log(even * odd);
  }
  return sum;
}

}  // namespace

BeadScorer::BeadScorer(const Pair& pair, const PairModel& model, const Lexical& lexical, const Section& section,
                       const Evidence& evidence, std::size_t type_count)
    : pair_(pair),
      model_(model),
      section_(section),
      evidence_(evidence),
      type_count_(type_count),
      source_nulls_(nulls_of(pair.source, section.source, lexical.nulls.source)),
      target_nulls_(nulls_of(pair.target, section.target, lexical.nulls.target)),
      source_credits_(credits_of(pair.source, section.source)),
      target_credits_(credits_of(pair.target, section.target)) {
  for (std::size_t t = 0; t < type_count_; ++t) {
    const BeadType& type = kBeadTypes[t];
    reach_.targets[type.source] = std::max<std::size_t>(reach_.targets[type.source], type.target);
    reach_.sources[type.target] = std::max<std::size_t>(reach_.sources[type.target], type.source);
    for (std::size_t b = 0; b < type.target; ++b) {
      reach_.most_sources[b] = std::max<std::size_t>(reach_.most_sources[b], type.source);
    }
    for (std::size_t a = 0; a < type.source; ++a) {
      reach_.most_targets[a] = std::max<std::size_t>(reach_.most_targets[a], type.target);
    }
  }
}

bool BeadScorer::has_evidence(std::size_t i, std::size_t j, const BeadType& type) const {
  if (i + type.source > section_.source.size() || j + type.target > section_.target.size()) {
    return false;
  }
  for (std::size_t a = 0; a < type.source; ++a) {
    if (!evidence_.has(i + a, j) || !evidence_.has(i + a, j + type.target - 1)) {
      return false;
    }
  }
  return true;
}

// Starts the count of what is explained again for the words of one segment.
void BeadScorer::start_words(const float* credits, std::size_t count) {
  mass_.assign(count, 0.0F);
  best_credit_.assign(credits, credits + count);
  repeated_ = 0;
}

// A word that a first segment explains well already needs no second one: a headline and the sentence that repeats it
// are no bead.  Adds to repeated_ what this segment explains again.  most: the greatest mass.
void BeadScorer::add_repeated(const float* mass, float most, const float* nulls, float given) {
  const float scale = 1 / given;
  if (most * scale <= kLeastRepeated) {
    return;
  }
  for (std::size_t k = 0; k < best_credit_.size(); ++k) {
    const float ratio = mass[k] * scale;
    if (ratio > kLeastRepeated && best_credit_[k] >= 0) {
      const float credit = fast_log(std::min(nulls[k] + (1 - nulls[k]) * ratio, kMostRatio));
      repeated_ += std::min(credit, best_credit_[k]);
      best_credit_[k] = std::max(credit, best_credit_[k]);
    }
  }
}

void BeadScorer::sum_lexical(std::size_t i, std::size_t j) {
  const std::size_t source_first = pair_.source.word_offset(section_.source.begin);
  const std::size_t target_first = pair_.target.word_offset(section_.target.begin);
  const std::size_t sources = std::min(kMaxSide, section_.source.size() - i);
  const std::size_t targets = std::min(kMaxSide, section_.target.size() - j);
  for (std::size_t b = 0; b < targets; ++b) {
    const std::size_t segment = section_.target.begin + j + b;
    const std::size_t count = pair_.target.words(segment).size();
    const float* nulls = target_nulls_.data() + pair_.target.word_offset(segment) - target_first;
    start_words(target_credits_.data() + pair_.target.word_offset(segment) - target_first, count);
    float background = 0;
    float given = 0;
    for (std::size_t a = 1; a <= std::min(sources, reach_.most_sources[b]) && evidence_.has(i + a - 1, j + b); ++a) {
      const CellEvidence cell = evidence_.at(i + a - 1, j + b);
      background += cell.target_background;
      given += static_cast<float>(pair_.source.words(section_.source.begin + i + a - 1).size());
      for (std::size_t k = 0; k < count; ++k) {
        mass_[k] += cell.target[k];
      }
      add_repeated(cell.target, cell.most_target, nulls,
                   std::max(static_cast<float>(pair_.source.words(section_.source.begin + i + a - 1).size()), 1.0F));
      if (b < reach_.targets[a]) {
        forward_repeated_[a][b] = repeated_;
        forward_[a][b] = log_ratio(mass_.data(), nulls, count, background, std::max(given, 1.0F));
      }
    }
  }
  for (std::size_t a = 0; a < sources; ++a) {
    const std::size_t segment = section_.source.begin + i + a;
    const std::size_t count = pair_.source.words(segment).size();
    const float* nulls = source_nulls_.data() + pair_.source.word_offset(segment) - source_first;
    start_words(source_credits_.data() + pair_.source.word_offset(segment) - source_first, count);
    float background = 0;
    float given = 0;
    for (std::size_t b = 1; b <= std::min(targets, reach_.most_targets[a]) && evidence_.has(i + a, j + b - 1); ++b) {
      const CellEvidence cell = evidence_.at(i + a, j + b - 1);
      background += cell.source_background;
      given += static_cast<float>(pair_.target.words(section_.target.begin + j + b - 1).size());
      for (std::size_t k = 0; k < count; ++k) {
        mass_[k] += cell.source[k];
      }
      add_repeated(cell.source, cell.most_source, nulls,
                   std::max(static_cast<float>(pair_.target.words(section_.target.begin + j + b - 1).size()), 1.0F));
      if (a < reach_.sources[b]) {
        backward_repeated_[b][a] = repeated_;
        backward_[b][a] = log_ratio(mass_.data(), nulls, count, background, std::max(given, 1.0F));
      }
    }
  }
}

float BeadScorer::structure(std::size_t i, std::size_t j, std::size_t t) const {
  const BeadType& type = kBeadTypes[t];
  const std::size_t first_source = section_.source.begin + i;
  const std::size_t first_target = section_.target.begin + j;
  int sentences = 0;
  float source_length = 0;
  float target_length = 0;
  float crossings = 0;
  for (std::size_t a = 0; a < type.source; ++a) {
    sentences += static_cast<int>(pair_.source.sentences(first_source + a));
    source_length += pair_.source.length(first_source + a);
    crossings += a > 0 && pair_.source.starts_paragraph(first_source + a) ? model_.paragraphs.crossing_source : 0.0F;
  }
  for (std::size_t b = 0; b < type.target; ++b) {
    sentences -= static_cast<int>(pair_.target.sentences(first_target + b));
    target_length += pair_.target.length(first_target + b);
    crossings += b > 0 && pair_.target.starts_paragraph(first_target + b) ? model_.paragraphs.crossing_target : 0.0F;
  }
  const float edges = model_.edges.start(pair_.source.start(first_source), pair_.target.start(first_target)) +
                      model_.edges.end(pair_.source.end(first_source + type.source - 1),
                                       pair_.target.end(first_target + type.target - 1));
  return model_.log_priors[t] + kLengthWeight * model_.length.score(source_length, target_length, type) +
         model_.sentences.score(t, sentences) + crossings + kEdgeWeight * edges;
}

float BeadScorer::sum_repeated(const BeadType& type) const {
  float sum = 0;
  for (std::size_t b = 0; b < type.target; ++b) {
    sum += forward_repeated_[type.source][b];
  }
  for (std::size_t a = 0; a < type.source; ++a) {
    sum += backward_repeated_[type.target][a];
  }
  return sum;
}

float BeadScorer::repetition(std::size_t i, std::size_t j, std::size_t type) {
  sum_lexical(i, j);
  return sum_repeated(kBeadTypes[type]);
}

TypeScores BeadScorer::scores(std::size_t i, std::size_t j) {
  TypeScores result;
  result.fill(kForbidden);
  if (i == section_.source.size() || j == section_.target.size()) {
    return result;
  }
  sum_lexical(i, j);
  const std::size_t paragraphs = (pair_.source.starts_paragraph(section_.source.begin + i) ? 1U : 0U) +
                                 (pair_.target.starts_paragraph(section_.target.begin + j) ? 2U : 0U);
  const float starts =
      model_.paragraphs.start[paragraphs] +
      model_.kinds.score(pair_.source.kind(section_.source.begin + i), pair_.target.kind(section_.target.begin + j));
  for (std::size_t t = 0; t < type_count_; ++t) {
    const BeadType& type = kBeadTypes[t];
    if (!has_evidence(i, j, type)) {
      continue;
    }
    float lexical = 0;
    for (std::size_t b = 0; b < type.target; ++b) {
      lexical += forward_[type.source][b];
    }
    for (std::size_t a = 0; a < type.source; ++a) {
      lexical += backward_[type.target][a];
    }
    const float excess = std::max(sum_repeated(type) - model_.usual_repetition, 0.0F);
    const float weighed = kLexicalWeight * (lexical - kRepeatedWeight * excess);
    if (weighed > kHopeless) {
      result[t] = kCaution * (structure(i, j, t) + starts + weighed);
    }
  }
  return result;
}

}  // namespace egiz::align_detail
