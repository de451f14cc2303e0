// SPDX-License-Identifier: Apache-2.0
// Lexical evidence: for pairs of segments, how well the words of one explain each word of the other.

#include "align/detail/evidence.h"

#include <algorithm>

#include "align/detail/word_order.h"

namespace egiz::align_detail {
namespace {

constexpr std::size_t kHeader = 4;  // backgrounds and bounds before the words of a cell

// Where the values of one cell stand, behind the header: those of the target words, of the source words, and the
// moments of both.
template <class Float>
struct CellValues {
  CellValues(Float* cell, std::size_t target_size, std::size_t source_size)
      : target(cell + kHeader),
        source(target + target_size),
        target_moment(source + source_size),
        source_moment(target_moment + target_size) {}

  static std::size_t size(std::size_t target_size, std::size_t source_size) {
    return kHeader + 2 * (target_size + source_size);
  }

  Float* target;
  Float* source;
  Float* target_moment;
  Float* source_moment;
};

// The place of a word in its segment: the middle of it.
float place(std::size_t word) { return static_cast<float>(word) + 0.5F; }

// The share of "any word" in t(. | word), its own counts left out.
float background(const WordTotals& totals, float own_count, float reduction) {
  return std::max(1 - (totals.explicit_mass - reduction) / denominator(totals, own_count), 0.0F);
}

}  // namespace

Evidence::Evidence(const Pair& pair, const Lexical& lexical, const Section& section, const Reach& reach,
                   EvidenceScratch& scratch)
    : pair_(pair), lexical_(lexical), section_(section), reach_(reach), scratch_(scratch) {
  scratch_.links_.start(pair_, section_, lexical_.table);
  scratch_.heads_.assign(scratch_.links_.source_count(), 0);
  lay_out();
  for (std::size_t i = 0; i < section_.source.size(); ++i) {
    float sum = 0;
    for (const WordId word : pair_.source.words(section_.source.begin + i)) {
      sum += lexical_.table.source_totals(word).background;
    }
    source_background_.push_back(sum);
  }
  for (std::size_t j = 0; j < section_.target.size(); ++j) {
    float sum = 0;
    for (const WordId word : pair_.target.words(section_.target.begin + j)) {
      sum += lexical_.table.target_totals(word).background;
    }
    target_background_.push_back(sum);
  }
  std::size_t row = 0;
  std::size_t link = 0;
  for (std::size_t j = 0; j < section_.target.size(); ++j) {
    while (row < reach_.size() && reach_.cells(row).end <= j) {
      ++row;
    }
    const std::size_t first = link;
    while (link < section_.links.size() && section_.links[link].target == j) {
      ++link;
    }
    add_target(j, row, std::span(section_.links).subspan(first, link - first));
  }
}

CellEvidence Evidence::at(std::size_t i, std::size_t j) const {
  const float* cell = scratch_.values_.data() + offsets_[index(i, j)];
  const CellValues values(cell, pair_.target.words(section_.target.begin + j).size(),
                          pair_.source.words(section_.source.begin + i).size());
  return {values.target, values.source, values.target_moment, values.source_moment, cell[0], cell[1], cell[2], cell[3]};
}

void Evidence::lay_out() {
  std::size_t size = 0;
  first_cells_.reserve(reach_.size());
  for (std::size_t i = 0; i < reach_.size(); ++i) {
    first_cells_.push_back(offsets_.size());
    const std::size_t source_size = pair_.source.words(section_.source.begin + i).size();
    for (std::size_t j = reach_.cells(i).begin; j < reach_.cells(i).end; ++j) {
      offsets_.push_back(size);
      size += CellValues<float>::size(pair_.target.words(section_.target.begin + j).size(), source_size);
    }
  }
  scratch_.values_.assign(size, 0.0F);
}

std::span<const std::uint32_t> Evidence::source_numbers(std::size_t i) const {
  const std::size_t segment = section_.source.begin + i;
  const std::size_t first = pair_.source.word_offset(segment) - pair_.source.word_offset(section_.source.begin);
  return scratch_.links_.source_numbers().subspan(first, pair_.source.words(segment).size());
}

void Evidence::add_target(std::size_t j, std::size_t first_row, std::span<const SegmentLink> links) {
  const auto words = pair_.target.words(section_.target.begin + j);
  scratch_.hits_.clear();
  for (std::size_t k = 0; k < words.size(); ++k) {
    for (const SectionLinks::Entry& entry : scratch_.links_.of_target(words[k])) {
      auto& head = scratch_.heads_[entry.source];
      scratch_.hits_.push_back(
          {head, entry.source, static_cast<std::uint32_t>(k), entry.forward, entry.backward, entry.link});
      head = static_cast<std::uint32_t>(scratch_.hits_.size());
    }
  }
  auto link = links.begin();
  for (std::size_t i = first_row; i < reach_.size() && reach_.cells(i).begin <= j; ++i) {
    while (link != links.end() && link->source < i) {
      ++link;
    }
    const bool is_linked = link != links.end() && link->source == i;
    if (is_linked && !section_.target_denominators.empty()) {
      add_cell_left_out(i, j, link->weight);
    } else {
      add_cell(i, j);
    }
  }
  for (const auto& hit : scratch_.hits_) {
    scratch_.heads_[hit.source] = 0;
  }
}

// A cell that nothing was learnt from: all is ready in the table.
void Evidence::add_cell(std::size_t i, std::size_t j) {
  const std::size_t source = section_.source.begin + i;
  const std::size_t target = section_.target.begin + j;
  const auto numbers = source_numbers(i);
  const auto target_inverse = pair_.target.inverse_probabilities(target);
  const auto source_inverse = pair_.source.inverse_probabilities(source);
  float* cell = scratch_.values_.data() + offsets_[index(i, j)];
  const CellValues values(cell, target_inverse.size(), source_inverse.size());
  cell[0] = source_background_[i];
  cell[1] = target_background_[j];
  for (std::size_t l = 0; l < numbers.size(); ++l) {
    for (std::uint32_t at = scratch_.heads_[numbers[l]]; at != 0; at = scratch_.hits_[at - 1].next) {
      const auto& hit = scratch_.hits_[at - 1];
      const float forward = hit.forward * target_inverse[hit.position];
      const float backward = hit.backward * source_inverse[l];
      values.target[hit.position] += forward;
      values.source[l] += backward;
      values.target_moment[hit.position] += forward * place(l);
      values.source_moment[l] += backward * place(hit.position);
      cell[2] = std::max(cell[2], values.target[hit.position]);
      cell[3] = std::max(cell[3], values.source[l]);
    }
  }
}

// A cell that was learnt from: what it taught is taken out again.
void Evidence::add_cell_left_out(std::size_t i, std::size_t j, float weight) {
  const std::size_t source = section_.source.begin + i;
  const std::size_t target = section_.target.begin + j;
  const auto source_words = pair_.source.words(source);
  const auto target_words = pair_.target.words(target);
  const auto numbers = source_numbers(i);
  auto& hits = scratch_.cell_hits_;
  hits.clear();
  for (std::size_t l = 0; l < source_words.size(); ++l) {
    for (std::uint32_t at = scratch_.heads_[numbers[l]]; at != 0; at = scratch_.hits_[at - 1].next) {
      const auto& hit = scratch_.hits_[at - 1];
      hits.push_back({static_cast<std::uint32_t>(l), hit.position, hit.link, 0, 0});
    }
  }
  scratch_.source_own_.assign(source_words.size(), {});
  scratch_.target_own_.assign(target_words.size(), {});
  add_own_counts(i, j, weight);

  float* cell = scratch_.values_.data() + offsets_[index(i, j)];
  const CellValues values(cell, target_words.size(), source_words.size());
  const auto target_inverse = pair_.target.inverse_probabilities(target);
  const auto source_inverse = pair_.source.inverse_probabilities(source);
  for (const auto& hit : hits) {
    const WordTotals& given_source = lexical_.table.source_totals(source_words[hit.source_position]);
    const WordTotals& given_target = lexical_.table.target_totals(target_words[hit.target_position]);
    const float forward = target_inverse[hit.target_position] * explicit_count(hit.link->forward, hit.own_forward) /
                          denominator(given_source, scratch_.source_own_[hit.source_position].count);
    const float backward = source_inverse[hit.source_position] * explicit_count(hit.link->backward, hit.own_backward) /
                           denominator(given_target, scratch_.target_own_[hit.target_position].count);
    values.target[hit.target_position] += forward;
    values.source[hit.source_position] += backward;
    values.target_moment[hit.target_position] += forward * place(hit.source_position);
    values.source_moment[hit.source_position] += backward * place(hit.target_position);
    cell[2] = std::max(cell[2], values.target[hit.target_position]);
    cell[3] = std::max(cell[3], values.source[hit.source_position]);
  }
  for (std::size_t l = 0; l < source_words.size(); ++l) {
    cell[0] += background(lexical_.table.source_totals(source_words[l]), scratch_.source_own_[l].count,
                          scratch_.source_own_[l].reduction);
  }
  for (std::size_t k = 0; k < target_words.size(); ++k) {
    cell[1] += background(lexical_.table.target_totals(target_words[k]), scratch_.target_own_[k].count,
                          scratch_.target_own_[k].reduction);
  }
}

// What the E-step counted for the word pairs of this cell (WordModel::count).
void Evidence::add_own_counts(std::size_t i, std::size_t j, float weight) {
  const std::size_t source = section_.source.begin + i;
  const std::size_t target = section_.target.begin + j;
  const auto source_words = pair_.source.words(source);
  const auto target_words = pair_.target.words(target);
  const auto target_inverse = pair_.target.inverse_probabilities(target);
  const auto source_inverse = pair_.source.inverse_probabilities(source);
  const float* target_denominators = section_.target_denominators.data() + pair_.target.word_offset(target) -
                                     pair_.target.word_offset(section_.target.begin);
  const float* source_denominators = section_.source_denominators.data() + pair_.source.word_offset(source) -
                                     pair_.source.word_offset(section_.source.begin);
  const float forward_weight = weight * (1 - section_.target_omitted[j]);
  const float backward_weight = weight * (1 - section_.source_omitted[i]);
  const auto source_count = static_cast<float>(source_words.size());
  const auto target_count = static_cast<float>(target_words.size());
  const HeightOdds odds(target_count, source_count);
  for (auto& hit : scratch_.cell_hits_) {
    const std::size_t l = hit.source_position;
    const std::size_t k = hit.target_position;
    const WordTotals& given_source = lexical_.table.source_totals(source_words[l]);
    const WordTotals& given_target = lexical_.table.target_totals(target_words[k]);
    const float in_order = odds.at(height(k, target_count) - height(l, source_count));
    hit.own_forward = forward_weight *
                      (hit.link->forward.previous * in_order + given_source.previous_background / target_inverse[k]) /
                      target_denominators[k];
    hit.own_backward = backward_weight *
                       (hit.link->backward.previous * in_order + given_target.previous_background / source_inverse[l]) /
                       source_denominators[l];
    auto& source_own = scratch_.source_own_[l];
    source_own.count += hit.own_forward;
    source_own.reduction += explicit_count(hit.link->forward, 0) - explicit_count(hit.link->forward, hit.own_forward);
    auto& target_own = scratch_.target_own_[k];
    target_own.count += hit.own_backward;
    target_own.reduction +=
        explicit_count(hit.link->backward, 0) - explicit_count(hit.link->backward, hit.own_backward);
  }
}

}  // namespace egiz::align_detail
