// SPDX-License-Identifier: Apache-2.0
// The engine: passes of inference and learning over all documents of one call.

#include "align/detail/engine.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "align/detail/assemble.h"
#include "align/detail/band.h"
#include "align/detail/calibration.h"
#include "align/detail/cognates.h"
#include "align/detail/cutter.h"
#include "align/detail/examples.h"
#include "align/detail/inference.h"
#include "align/detail/lexicon_match.h"
#include "align/detail/link_change.h"
#include "align/detail/meter.h"
#include "align/detail/moves.h"
#include "align/moves.h"

namespace egiz::align_detail {
namespace {

constexpr int kLeastPasses = 3;      // the first knows cognates and lexicon only
constexpr int kMostPasses = 4;       // more change little, and nothing for the better
constexpr int kFirstTypePass = 2;    // bead types and omission rates are learnt from here on
constexpr double kSettled = 0.0125;  // a pass that changed less of all links is the last but one

class Engine {
 public:
  Engine(std::span<const EnginePair> pairs, const EngineOptions& options)
      : pairs_(pairs),
        looks_everywhere_(options.looks_everywhere),
        examples_(find_examples(pairs, options)),
        corpus_(read(pairs, examples_, options)),
        models_(corpus_),
        prior_(find_prior(options)),
        lexical_{TranslationTable(corpus_.source_words.size(), corpus_.target_words.size(), prior_),
                 initial_nulls(corpus_)},
        inference_(corpus_, models_, lexical_),
        is_calibrated_(options.calibrate) {}

  // Of the first pair.
  std::vector<Move> moves_of_pair(std::span<const Bead> beads) const {
    EvidenceScratch scratch;
    std::vector<Move> moves = moves_among(0, beads, scratch);
    for (Move& move : moves) calibrate_pair(move.beads);
    return moves;
  }

  // The beads of the first pair.
  void calibrate_pair(std::vector<Bead>& beads) const { calibrate(corpus_.pairs.front(), beads); }

  // Of the first pair.  Call after run(), which gave the alignment.
  LocalAligner local_aligner(Alignment alignment) const {
    const std::vector<Alignment> posteriors = align_detail::assemble(pairs_, own(sections_), own(decoded_));
    return {inference_, prior_, {own(sections_), posteriors.front().beads, std::move(alignment), is_calibrated_}};
  }

  // Call after run(): the last pass again.
  std::vector<Alignment> hear(const PivotEvidence& pivot, const Progress& progress) {
    Meter meter(progress, segment_count());
    pivot_ = &pivot;
    infer_all(false, true, meter);
    pivot_ = nullptr;
    meter.finish();
    return assemble();
  }

  std::vector<Alignment> run(const Progress& progress) {
    Meter meter(progress, (1 + kMostPasses) * segment_count());  // long documents are cut, and then the passes
    if (!examples_.empty()) {
      sections_ = sections_of_examples(pairs_.size(), examples_.source.size());
      taught_ = sections_.size();
      lexical_ = learn(corpus_, prior_, lexical_, LearnFrom::prior, sections_);
    }
    cut_sections(meter);
    bool is_settled = false;
    bool is_last = false;
    for (int pass = 0; !is_last; ++pass) {
      is_last = pass + 1 == kMostPasses || (pass + 1 >= kLeastPasses && is_settled);
      is_settled = infer_all(pass == 0, is_last, meter) <= kSettled;
      if (!is_last) {
        const LearnFrom from = is_settled ? LearnFrom::before : LearnFrom::prior;
        // Neither looks at what the other writes.
        tbb::parallel_invoke([&] { models_.learn(own(sections_), own(expectations_), pass + 1 >= kFirstTypePass); },
                             [&] { lexical_ = learn(corpus_, prior_, lexical_, from, sections_); });
      }
    }
    meter.finish();
    return assemble();
  }

  // Call after run().
  std::vector<Belief> beliefs() const {
    std::vector<Belief> result(pairs_.size());
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
      result[p].source_omitted.resize(corpus_.pairs[p].source.size());
      result[p].target_omitted.resize(corpus_.pairs[p].target.size());
      result[p].band.rows.resize(corpus_.pairs[p].source.size() + 1, {~0U, 0});
      for (const Bead& bead : pairs_[p].fixed) {
        add_fixed(bead, result[p]);
      }
    }
    for (const Section& section : own(sections_)) {
      add_section(section, result[section.pair]);
    }
    for (Belief& belief : result) {
      std::ranges::stable_sort(belief.beads, [](const BeadPosterior& a, const BeadPosterior& b) {
        return a.source != b.source ? a.source < b.source : a.target < b.target;
      });
    }
    return result;
  }

 private:
  // Each document is read with a vocabulary of its own; these are then joined in the order of the documents.
  static Corpus read(std::span<const EnginePair> pairs, const Examples& examples, const EngineOptions& options) {
    std::vector<const Document*> documents;
    for (const EnginePair& pair : pairs) documents.insert(documents.end(), {pair.source, pair.target});
    if (!examples.empty()) documents.insert(documents.end(), {&examples.source, &examples.target});
    Corpus corpus;
    corpus.pairs.resize(documents.size() / 2);
    corpus.document_pairs = pairs.size();
    std::vector<Vocabulary> own(documents.size());
    tbb::parallel_for(std::size_t{0}, own.size(), [&](std::size_t k) {
      side(corpus, k) = Side(*documents[k], options.use_paragraphs, own[k]);
    });
    std::vector<std::vector<WordId>> numbers(own.size());
    const auto join = [&](Vocabulary& all, std::size_t first) {
      for (std::size_t k = first; k < own.size(); k += 2) {
        numbers[k] = all.add_all(own[k]);
      }
    };
    tbb::parallel_invoke([&] { join(corpus.source_words, 0); }, [&] { join(corpus.target_words, 1); });
    tbb::parallel_for(std::size_t{0}, own.size(), [&](std::size_t k) {
      side(corpus, k).join(own[k], numbers[k], k % 2 == 0 ? corpus.source_words : corpus.target_words);
      own[k] = Vocabulary();  // here, since freeing them takes time, too
    });
    return corpus;
  }

  // Of all documents, sources and targets in turn.
  static Side& side(Corpus& corpus, std::size_t k) {
    return k % 2 == 0 ? corpus.pairs[k / 2].source : corpus.pairs[k / 2].target;
  }

  static Examples find_examples(std::span<const EnginePair> pairs, const EngineOptions& options) {
    if (pairs.empty()) return {};
    return examples_of(*options.lexicon, pairs.front().source->language(), pairs.front().target->language());
  }

  // Of all sections, or of what there is for each: without those of the examples, which come first.
  template <typename T>
  std::span<const T> own(const std::vector<T>& all) const {
    return std::span(all).subspan(taught_);
  }

  std::vector<WordPair> find_prior(const EngineOptions& options) const {
    if (pairs_.empty()) return {};
    std::vector<WordPair> pairs;
    std::vector<WordPair> known;
    tbb::parallel_invoke([&] { pairs = find_cognates(corpus_.source_words, corpus_.target_words); },
                         [&] {
                           known = match_lexicon(*options.lexicon, pairs_.front().source->language(),
                                                 corpus_.source_words, pairs_.front().target->language(),
                                                 corpus_.target_words);
                         });
    pairs.insert(pairs.end(), known.begin(), known.end());
    return merge_word_pairs(std::move(pairs));
  }

  // Fixed beads cut a pair into sections, and what is long is cut again.
  void cut_sections(Meter& meter) {
    tbb::enumerable_thread_specific<EvidenceScratch> scratch;
    std::vector<std::vector<Section>> cut(pairs_.size());
    tbb::parallel_for(std::size_t{0}, pairs_.size(),
                      [&](std::size_t p) { cut[p] = cut_pair(p, scratch.local(), meter); });
    for (std::vector<Section>& sections : cut) {
      std::ranges::move(sections, std::back_inserter(sections_));
    }
    expectations_.resize(sections_.size());
    decoded_.resize(sections_.size());
    changes_.resize(sections_.size());
  }

  std::vector<Section> cut_pair(std::size_t p, EvidenceScratch& scratch, Meter& meter) const {
    std::vector<Section> sections;
    const auto take = [&](Section&& section) {
      meter.add(section.segment_count());
      sections.push_back(std::move(section));
    };
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
        if (looks_everywhere_) {
          section.band.rows.assign(source.size() + 1, {0, static_cast<std::uint32_t>(target.size()) + 1});
          take(std::move(section));
        } else {
          cut_section(std::move(section), inference_, prior_, scratch, take);
        }
      }
    };
    for (const Bead& bead : pairs_[p].fixed) {
      close(bead.source.begin, bead.target.begin);
      source.begin = bead.source.end;
      target.begin = bead.target.end;
    }
    close(corpus_.pairs[p].source.size(), corpus_.pairs[p].target.size());
    return sections;
  }

  // Returns the share of all links that changed.  The meter counts segments.
  double infer_all(bool is_first, bool is_last, Meter& meter) {
    tbb::enumerable_thread_specific<EvidenceScratch> scratch;
    tbb::parallel_for(taught_, sections_.size(), [&](std::size_t s) {
      infer(s, is_first ? kBasicTypeCount : kBeadTypeCount, is_last, scratch.local());
      meter.add(sections_[s].segment_count());
    });
    return share_changed(changes_);
  }

  // Of all documents.
  std::uint64_t segment_count() const {
    std::uint64_t count = 0;
    for (const Pair& pair : corpus_.documents()) count += pair.source.size() + pair.target.size();
    return count;
  }

  void infer(std::size_t s, std::size_t type_count, bool is_last, EvidenceScratch& scratch) {
    Section& section = sections_[s];
    const std::vector<SegmentLink> before = section.links;
    Look result = inference_.look(section, type_count, scratch, pivot_);
    expectations_[s] = result.expectations;
    changes_[s] = change_between(before, section.links);
    if (is_last) {
      decoded_[s] = result.lattice.decode(section);
    } else if (!looks_everywhere_) {
      section.band = result.lattice.prune(kPruneNats, kPruneMargin, type_count);
    }
  }

  std::vector<Alignment> assemble() const {
    std::vector<Alignment> alignments = align_detail::assemble(pairs_, own(sections_), own(decoded_));
    tbb::enumerable_thread_specific<EvidenceScratch> scratch;
    tbb::parallel_for(std::size_t{0}, pairs_.size(), [&](std::size_t p) {
      alignments[p].moves = moves_among(p, alignments[p].beads, scratch.local());
      finish(corpus_.pairs[p], alignments[p]);
    });
    return alignments;
  }

  std::vector<Move> moves_among(std::size_t p, std::span<const Bead> beads, EvidenceScratch& scratch) const {
    return find_moves(
        beads, [&](SegmentRange source, SegmentRange target) { return try_block(p, source, target, scratch); });
  }

  // Aligns a rectangle by itself, with all that was learnt.
  TriedBlock try_block(std::size_t p, SegmentRange source, SegmentRange target, EvidenceScratch& scratch) const {
    Section section;
    section.pair = p;
    section.source = source;
    section.target = target;
    section.band = find_band(corpus_.pairs[p], source, target, prior_);
    const Look result = inference_.look(section, kBeadTypeCount, scratch);
    TriedBlock tried{.score = section.score};
    for (const Bead& bead : result.lattice.decode(section)) tried.beads.push_back(placed(bead, section));
    return tried;
  }

  // Posteriors become confidences; fixed beads, whose confidence is 1, keep it.
  void finish(const Pair& pair, Alignment& alignment) const {
    alignment.parallelism = parallelism(pair, with_moves(alignment));
    if (!is_calibrated_) return;
    calibrate(pair, alignment.beads);
    for (Move& move : alignment.moves) calibrate(pair, move.beads);
  }

  std::span<const EnginePair> pairs_;
  bool looks_everywhere_;
  Examples examples_;
  Corpus corpus_;
  Models models_;
  std::vector<WordPair> prior_;
  Lexical lexical_;
  Inference inference_;
  std::vector<Section> sections_;  // of the examples, and then of the documents
  std::size_t taught_ = 0;         // sections of the examples
  std::vector<Expectations> expectations_;
  std::vector<LinkChange> changes_;  // of each section in the last pass
  std::vector<std::vector<Bead>> decoded_;
  bool is_calibrated_ = true;
  const PivotEvidence* pivot_ = nullptr;
};

}  // namespace

std::vector<Alignment> align_together(std::span<const EnginePair> pairs, const EngineOptions& options,
                                      const Progress& progress) {
  return Engine(pairs, options).run(progress);
}

struct PairEngine::State {
  State(const EnginePair& given, const EngineOptions& options, const Progress& progress)
      : pair(given), engine(std::span(&pair, 1), options), alignment(engine.run(progress)) {}

  EnginePair pair;
  Engine engine;
  std::vector<Alignment> alignment;
};

PairEngine::PairEngine(const EnginePair& pair, const EngineOptions& options, const Progress& progress)
    : state_(std::make_unique<State>(pair, options, progress)) {}
PairEngine::PairEngine(PairEngine&&) noexcept = default;
PairEngine::~PairEngine() = default;

Alignment PairEngine::alignment() const { return state_->alignment.front(); }

Belief PairEngine::belief() const { return std::move(state_->engine.beliefs().front()); }

LocalAligner PairEngine::local_aligner() const { return state_->engine.local_aligner(alignment()); }

void PairEngine::calibrate(std::vector<Bead>& beads) const { state_->engine.calibrate_pair(beads); }

std::vector<Move> PairEngine::find_moves(std::span<const Bead> beads) const {
  return state_->engine.moves_of_pair(beads);
}

void PairEngine::hear(const PivotEvidence& pivot, const Progress& progress) {
  state_->alignment = state_->engine.hear(pivot, progress);
}

}  // namespace egiz::align_detail
