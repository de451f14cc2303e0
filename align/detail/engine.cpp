// SPDX-License-Identifier: Apache-2.0
// The engine: passes of inference and learning over all documents of one call.

#include "align/detail/engine.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>

#include "align/detail/band.h"
#include "align/detail/cognates.h"
#include "align/detail/evidence.h"
#include "align/detail/learner.h"
#include "align/detail/lexicon_match.h"
#include "align/detail/models.h"

namespace egiz::align_detail {
namespace {

constexpr int kPasses = 5;                // the first knows cognates and lexicon only
constexpr int kFirstTypePass = 2;         // bead types and omission rates are learnt from here on
constexpr double kPruneNats = 20;         // a node less likely than e^-20 is not looked at again
constexpr std::uint32_t kPruneMargin = 1;

class Engine {
 public:
  Engine(std::span<const EnginePair> pairs, const EngineOptions& options, const Progress& progress)
      : pairs_(pairs), progress_(progress), corpus_(read(pairs, options)), models_(corpus_), prior_(find_prior(options)),
        lexical_{TranslationTable(corpus_.source_words.size(), corpus_.target_words.size(), prior_), initial_nulls(corpus_)} {}

  std::vector<Alignment> run() {
    cut_sections();
    for (int pass = 0; pass < kPasses; ++pass) {
      report_progress(progress_, static_cast<std::uint64_t>(pass), kPasses);
      const bool is_last = pass + 1 == kPasses;
      infer_all(pass == 0, is_last);
      if (!is_last) {
        models_.learn(sections_, expectations_, pass + 1 >= kFirstTypePass);
        lexical_ = learn(corpus_, prior_, lexical_.nulls, sections_);
      }
    }
    report_progress(progress_, kPasses, kPasses);
    return assemble();
  }

 private:
  static Corpus read(std::span<const EnginePair> pairs, const EngineOptions& options) {
    Corpus corpus;
    for (const EnginePair& pair : pairs) {
      Side source(*pair.source, options.use_paragraphs, corpus.source_words);
      Side target(*pair.target, options.use_paragraphs, corpus.target_words);
      corpus.pairs.push_back({std::move(source), std::move(target)});
    }
    for (Pair& pair : corpus.pairs) {
      pair.source.set_probabilities(corpus.source_words);
      pair.target.set_probabilities(corpus.target_words);
    }
    return corpus;
  }

  std::vector<WordPair> find_prior(const EngineOptions& options) const {
    std::vector<WordPair> pairs = find_cognates(corpus_.source_words, corpus_.target_words);
    if (!pairs_.empty()) {
      const auto known = match_lexicon(*options.lexicon, pairs_.front().source->language(), corpus_.source_words,
                                       pairs_.front().target->language(), corpus_.target_words);
      pairs.insert(pairs.end(), known.begin(), known.end());
    }
    return merge_word_pairs(std::move(pairs));
  }

  // Fixed beads cut a pair into sections.
  void cut_sections() {
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
      SegmentRange source{0, 0};
      SegmentRange target{0, 0};
      const auto close = [&](std::size_t source_end, std::size_t target_end) {
        source.end = source_end;
        target.end = target_end;
        if (!source.empty() || !target.empty()) {
          Section section;
          section.pair = p;
          section.source = source;
          section.target = target;
          section.band = find_band(corpus_.pairs[p], source, target, prior_);
          sections_.push_back(std::move(section));
        }
      };
      for (const Bead& bead : pairs_[p].fixed) {
        close(bead.source.begin, bead.target.begin);
        source.begin = bead.source.end;
        target.begin = bead.target.end;
      }
      close(corpus_.pairs[p].source.size(), corpus_.pairs[p].target.size());
    }
    expectations_.resize(sections_.size());
    decoded_.resize(sections_.size());
  }

  void infer_all(bool is_first, bool is_last) {
    tbb::enumerable_thread_specific<EvidenceScratch> scratch;
    tbb::parallel_for(std::size_t{0}, sections_.size(), [&](std::size_t s) {
      infer(s, is_first ? kBasicTypeCount : kBeadTypeCount, is_last, scratch.local());
    });
  }

  void infer(std::size_t s, std::size_t type_count, bool is_last, EvidenceScratch& scratch) {
    Section& section = sections_[s];
    const Pair& pair = corpus_.pairs[section.pair];
    const PairState& state = models_.of(section.pair);
    Lattice lattice(pair, section, state.model.paragraphs, state.transitions,
                    score_all(pair, section, state.model, type_count, scratch));
    expectations_[s] = lattice.infer(section);
    if (is_last) {
      decoded_[s] = lattice.decode(section);
    } else {
      section.band = lattice.prune(kPruneNats, kPruneMargin);
    }
  }

  std::vector<TypeScores> score_all(const Pair& pair, const Section& section, const PairModel& model,
                                    std::size_t type_count, EvidenceScratch& scratch) const {
    const Evidence evidence(pair, lexical_, section, scratch);
    BeadScorer scorer(pair, model, lexical_, section, evidence, type_count);
    std::vector<TypeScores> scores;
    scores.reserve(section.band.node_count());
    for (std::size_t i = 0; i < section.band.rows.size(); ++i) {
      for (std::size_t j = section.band.rows[i].begin; j < section.band.rows[i].end; ++j) {
        scores.push_back(scorer.scores(i, j));
      }
    }
    return scores;
  }

  std::vector<Alignment> assemble() const {
    std::vector<Alignment> alignments(pairs_.size());
    std::vector<std::size_t> next_fixed(pairs_.size());
    const auto take_fixed = [&](std::size_t p) { alignments[p].beads.push_back(pairs_[p].fixed[next_fixed[p]++]); };
    const auto is_fixed_next = [&](std::size_t p, SegmentRange source, SegmentRange target) {
      if (next_fixed[p] == pairs_[p].fixed.size()) {
        return false;
      }
      const Bead& bead = pairs_[p].fixed[next_fixed[p]];
      return bead.source.end <= source.begin && bead.target.end <= target.begin;
    };
    for (std::size_t s = 0; s < sections_.size(); ++s) {
      const Section& section = sections_[s];
      Alignment& alignment = alignments[section.pair];
      while (is_fixed_next(section.pair, section.source, section.target)) {
        take_fixed(section.pair);
      }
      for (Bead bead : decoded_[s]) {
        bead.source.begin += section.source.begin;
        bead.source.end += section.source.begin;
        bead.target.begin += section.target.begin;
        bead.target.end += section.target.begin;
        alignment.beads.push_back(bead);
      }
      alignment.cost -= section.score;
    }
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
      while (next_fixed[p] < pairs_[p].fixed.size()) {
        take_fixed(p);
      }
    }
    return alignments;
  }

  std::span<const EnginePair> pairs_;
  const Progress& progress_;
  Corpus corpus_;
  Models models_;
  std::vector<WordPair> prior_;
  Lexical lexical_;
  std::vector<Section> sections_;
  std::vector<Expectations> expectations_;
  std::vector<std::vector<Bead>> decoded_;
};

}  // namespace

std::vector<Alignment> align_together(std::span<const EnginePair> pairs, const EngineOptions& options,
                                      const Progress& progress) {
  return Engine(pairs, options, progress).run();
}

}  // namespace egiz::align_detail
