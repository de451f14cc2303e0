// SPDX-License-Identifier: Apache-2.0
// The aligner: two documents to beads.

#include "align/aligner.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "align/detail/engine.h"
#include "align/detail/triple.h"
#include "base/error.h"

namespace egiz {
namespace {

using align_detail::EnginePair;

void check_fixed(const std::vector<Bead>& fixed, const Document& source, const Document& target) {
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

Bead swapped(const Bead& bead) { return {bead.target, bead.source, bead.confidence}; }

// The engine always sees the sides in one order, so that swapping the documents swaps the beads and nothing else.
bool comes_first(const Document& a, const Document& b) {
  return a.language() != b.language() ? a.language() < b.language() : a.text() <= b.text();
}

struct Job {
  std::size_t index = 0;
  bool is_swapped = false;
};

}  // namespace

std::vector<Alignment> align_all(std::span<const DocumentPair> pairs, const AlignOptions& options,
                                 const Progress& progress) {
  using Languages = std::pair<std::string, std::string>;
  std::map<Languages, std::vector<Job>> groups;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const DocumentPair& pair = pairs[k];
    if (pair.source == nullptr || pair.target == nullptr) {
      throw Error(ErrorCode::invalid_argument, "document pair " + std::to_string(k) + " lacks a document; give both");
    }
    check_fixed(options.fixed, *pair.source, *pair.target);
    const bool is_swapped = !comes_first(*pair.source, *pair.target);
    const Document& first = is_swapped ? *pair.target : *pair.source;
    const Document& second = is_swapped ? *pair.source : *pair.target;
    groups[{std::string(first.language().primary()), std::string(second.language().primary())}].push_back(
        {k, is_swapped});
  }
  const align_detail::EngineOptions engine_options{options.lexicon != nullptr ? options.lexicon : &Lexicon::built_in(),
                                                   options.use_paragraphs};
  std::vector<Alignment> result(pairs.size());
  for (const auto& [languages, jobs] : groups) {
    std::vector<EnginePair> engine_pairs;
    for (const Job& job : jobs) {
      const DocumentPair& pair = pairs[job.index];
      EnginePair engine_pair{job.is_swapped ? pair.target : pair.source, job.is_swapped ? pair.source : pair.target,
                             options.fixed};
      if (job.is_swapped) {
        std::ranges::transform(engine_pair.fixed, engine_pair.fixed.begin(), swapped);
      }
      engine_pairs.push_back(std::move(engine_pair));
    }
    std::vector<Alignment> aligned = align_detail::align_together(engine_pairs, engine_options, progress);
    for (std::size_t k = 0; k < jobs.size(); ++k) {
      if (jobs[k].is_swapped) {
        std::ranges::transform(aligned[k].beads, aligned[k].beads.begin(), swapped);
      }
      result[jobs[k].index] = std::move(aligned[k]);
    }
  }
  return result;
}

namespace {

// One pair by the engine, in its order of sides; the belief is turned back.
struct BelievedPair {
  Alignment alignment;
  align_detail::Belief belief;
};

BelievedPair align_believing(const Document& source, const Document& target,
                             const align_detail::EngineOptions& options) {
  const bool is_swapped = !comes_first(source, target);
  const EnginePair pair{is_swapped ? &target : &source, is_swapped ? &source : &target, {}};
  std::vector<align_detail::Belief> beliefs;
  BelievedPair result;
  result.alignment = std::move(align_detail::align_together(std::span(&pair, 1), options, {}, &beliefs).front());
  result.belief = is_swapped ? align_detail::swapped(beliefs.front(), source.size()) : std::move(beliefs.front());
  return result;
}

}  // namespace

TripleAlignment align(const Document& a, const Document& b, const Document& c, const AlignOptions& options) {
  if (!options.fixed.empty()) {
    throw Error(ErrorCode::invalid_argument, "fixed beads join two documents; align three without them");
  }
  const align_detail::EngineOptions engine_options{options.lexicon != nullptr ? options.lexicon : &Lexicon::built_in(),
                                                   options.use_paragraphs};
  BelievedPair ab = align_believing(a, b, engine_options);
  BelievedPair ac = align_believing(a, c, engine_options);
  BelievedPair bc = align_believing(b, c, engine_options);
  TripleAlignment result = align_detail::decode_triple(
      {std::move(ab.belief), std::move(ac.belief), std::move(bc.belief)}, a.size(), b.size(), c.size());
  result.parallelism = (ab.alignment.parallelism + ac.alignment.parallelism + bc.alignment.parallelism) / 3;
  return result;
}

Alignment project(const TripleAlignment& alignment, std::size_t source, std::size_t target) {
  Alignment result;
  result.parallelism = alignment.parallelism;
  const auto side = [](const TripleBead& bead, std::size_t which) {
    return which == 0 ? bead.a : which == 1 ? bead.b : bead.c;
  };
  for (const TripleBead& bead : alignment.beads) {
    const SegmentRange s = side(bead, source);
    const SegmentRange t = side(bead, target);
    if (!s.empty() && !t.empty()) {
      result.beads.push_back({s, t, bead.confidence});
      continue;
    }
    for (std::size_t i = s.begin; i < s.end; ++i) {
      result.beads.push_back({{i, i + 1}, {t.begin, t.begin}, bead.confidence});
    }
    for (std::size_t j = t.begin; j < t.end; ++j) {
      result.beads.push_back({{s.begin, s.begin}, {j, j + 1}, bead.confidence});
    }
  }
  return result;
}

Alignment align(const Document& source, const Document& target, const AlignOptions& options) {
  const DocumentPair pair{&source, &target};
  return std::move(align_all(std::span(&pair, 1), options).front());
}

}  // namespace egiz
