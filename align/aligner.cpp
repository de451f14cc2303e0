// SPDX-License-Identifier: Apache-2.0
// The aligner: two documents to beads.

#include "align/aligner.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "align/detail/engine.h"
#include "align/detail/sides.h"
#include "align/detail/triple.h"
#include "base/error.h"

namespace egiz {
namespace {

using align_detail::EnginePair;

using align_detail::comes_first;

Bead swapped(const Bead& bead) { return align_detail::swapped(bead); }

struct Job {
  std::size_t index = 0;
  bool is_swapped = false;
};

std::size_t segments_of(const DocumentPair& pair) { return pair.source->size() + pair.target->size(); }

// The progress of one group of pairs as a part of all: passes of the engine are turned into segments.
Progress part_of(const Progress& progress, std::size_t before, std::size_t here, std::size_t all) {
  if (!progress) return {};
  return [&progress, before, here, all](std::uint64_t done, std::uint64_t total) {
    return progress(before + (total > 0 ? here * done / total : 0), all);
  };
}

}  // namespace

void check_fixed(std::span<const Bead> fixed, const Document& source, const Document& target) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (std::size_t k = 0; k < fixed.size(); ++k) {
    const Bead& bead = fixed[k];
    const bool is_valid = bead.source.begin >= i && bead.source.end >= bead.source.begin &&
                          bead.source.end <= source.size() && bead.target.begin >= j &&
                          bead.target.end >= bead.target.begin && bead.target.end <= target.size() &&
                          !(bead.source.empty() && bead.target.empty());
    if (!is_valid) {
      throw Error(ErrorCode::invalid_argument, "fixed bead " + std::to_string(k) +
                                                   " is empty, crosses another or leaves the documents; give fixed "
                                                   "beads in text order, within " +
                                                   std::to_string(source.size()) + " and " +
                                                   std::to_string(target.size()) + " segments");
    }
    i = bead.source.end;
    j = bead.target.end;
  }
}

std::vector<Alignment> align_all(std::span<const DocumentPair> pairs, const AlignOptions& options,
                                 const Progress& progress) {
  using Languages = std::pair<std::string, std::string>;
  std::map<Languages, std::vector<Job>> groups;
  std::size_t all_segments = 0;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const DocumentPair& pair = pairs[k];
    if (pair.source == nullptr || pair.target == nullptr) {
      throw Error(ErrorCode::invalid_argument, "document pair " + std::to_string(k) + " lacks a document; give both");
    }
    check_fixed(pair.fixed, *pair.source, *pair.target);
    all_segments += segments_of(pair);
    const bool is_swapped = !comes_first(*pair.source, *pair.target);
    const Document& first = is_swapped ? *pair.target : *pair.source;
    const Document& second = is_swapped ? *pair.source : *pair.target;
    groups[{std::string(first.language().primary()), std::string(second.language().primary())}].push_back(
        {k, is_swapped});
  }
  const align_detail::EngineOptions engine_options{options.lexicon != nullptr ? options.lexicon : &Lexicon::built_in(),
                                                   options.use_paragraphs, !options.use_posteriors};
  std::vector<Alignment> result(pairs.size());
  std::size_t done_segments = 0;
  for (const auto& [languages, jobs] : groups) {
    std::vector<EnginePair> engine_pairs;
    std::size_t segments = 0;
    for (const Job& job : jobs) {
      const DocumentPair& pair = pairs[job.index];
      EnginePair engine_pair{job.is_swapped ? pair.target : pair.source, job.is_swapped ? pair.source : pair.target,
                             pair.fixed};
      segments += segments_of(pair);
      if (job.is_swapped) {
        std::ranges::transform(engine_pair.fixed, engine_pair.fixed.begin(), swapped);
      }
      engine_pairs.push_back(std::move(engine_pair));
    }
    std::vector<Alignment> aligned = align_detail::align_together(
        engine_pairs, engine_options, part_of(progress, done_segments, segments, all_segments));
    done_segments += segments;
    for (std::size_t k = 0; k < jobs.size(); ++k) {
      if (jobs[k].is_swapped) {
        align_detail::swap_sides(aligned[k]);
      }
      result[jobs[k].index] = std::move(aligned[k]);
    }
  }
  return result;
}

namespace {

using align_detail::Belief;
using align_detail::PivotEvidence;

// One pair of a triple; the engine has its own order of sides.
class TripleSide {
 public:
  TripleSide(const Document& source, const Document& target, const align_detail::EngineOptions& options,
             const Progress& progress)
      : is_swapped_(!comes_first(source, target)),
        source_size_(source.size()),
        target_size_(target.size()),
        engine_({is_swapped_ ? &target : &source, is_swapped_ ? &source : &target, {}}, options, progress) {}

  Belief belief() const {
    return is_swapped_ ? align_detail::swapped(engine_.belief(), source_size_) : engine_.belief();
  }
  Belief belief_back() const {
    return is_swapped_ ? engine_.belief() : align_detail::swapped(engine_.belief(), target_size_);
  }
  double parallelism() const { return engine_.alignment().parallelism; }

  // Adds the moves among beads that are posteriors, and makes these confidences.
  void finish(Alignment& alignment) const {
    if (is_swapped_) align_detail::swap_sides(alignment);
    alignment.moves = engine_.find_moves(alignment.beads);
    engine_.calibrate(alignment.beads);
    if (is_swapped_) align_detail::swap_sides(alignment);
  }

  // What both sides have to do with the third document.
  void hear(const Belief& source, const Belief& target, const Progress& progress) {
    engine_.hear(is_swapped_ ? PivotEvidence(target, source) : PivotEvidence(source, target), progress);
  }

 private:
  bool is_swapped_;
  std::size_t source_size_;
  std::size_t target_size_;
  align_detail::PairEngine engine_;
};

}  // namespace

TripleAlignment align(const Document& a, const Document& b, const Document& c, const AlignOptions& options,
                      const Progress& progress) {
  if (!options.fixed.empty()) {
    throw Error(ErrorCode::invalid_argument, "fixed beads join two documents; align three without them");
  }
  const align_detail::EngineOptions engine_options{options.lexicon != nullptr ? options.lexicon : &Lexicon::built_in(),
                                                   options.use_paragraphs, !options.use_posteriors};
  // To align a pair takes five times as long as to hear it.
  const std::array<std::size_t, 3> sizes{a.size() + b.size(), a.size() + c.size(), b.size() + c.size()};
  const std::size_t all = 6 * (sizes[0] + sizes[1] + sizes[2]);
  std::size_t begun = 0;
  const auto next_part = [&](std::size_t size) {
    begun += size;
    return part_of(progress, begun - size, size, all);
  };
  TripleSide ab(a, b, engine_options, next_part(5 * sizes[0]));
  TripleSide ac(a, c, engine_options, next_part(5 * sizes[1]));
  TripleSide bc(b, c, engine_options, next_part(5 * sizes[2]));
  // All three are heard before any of them listens.
  const Belief a_b = ab.belief();
  const Belief b_a = ab.belief_back();
  const Belief a_c = ac.belief();
  const Belief c_a = ac.belief_back();
  const Belief b_c = bc.belief();
  const Belief c_b = bc.belief_back();
  const double parallelism = (ab.parallelism() + ac.parallelism() + bc.parallelism()) / 3;
  ab.hear(a_c, b_c, next_part(sizes[0]));
  ac.hear(a_b, c_b, next_part(sizes[1]));
  bc.hear(b_a, c_a, next_part(sizes[2]));
  TripleAlignment result =
      align_detail::decode_triple({ab.belief(), ac.belief(), bc.belief()}, a.size(), b.size(), c.size());
  const std::array<const TripleSide*, 3> sides{&ab, &ac, &bc};
  result.parallelism = parallelism;
  for (std::size_t k = 0; k < sides.size(); ++k) {
    sides[k]->finish(result.pairs[k]);
    result.pairs[k].parallelism = parallelism;
  }
  align_detail::set_triple_confidences(result);
  return result;
}

Alignment project(const TripleAlignment& alignment, std::size_t source, std::size_t target) {
  Alignment result = alignment.pairs[source + target - 1];
  if (source > target) align_detail::swap_sides(result);
  return result;
}

Alignment align(const Document& source, const Document& target, const AlignOptions& options, const Progress& progress) {
  const DocumentPair pair{&source, &target, options.fixed};
  return std::move(align_all(std::span(&pair, 1), options, progress).front());
}

}  // namespace egiz
