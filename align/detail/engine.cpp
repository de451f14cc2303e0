// SPDX-License-Identifier: Apache-2.0
// The engine: passes of inference and learning over all documents of one call.

#include "align/detail/engine.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "align/detail/assemble.h"
#include "align/detail/band.h"
#include "align/detail/calibration.h"
#include "align/detail/cognates.h"
#include "align/detail/evidence.h"
#include "align/detail/learner.h"
#include "align/detail/lexicon_match.h"
#include "align/detail/models.h"
#include "align/detail/moves.h"
#include "align/moves.h"
namespace egiz::align_detail {
namespace {

constexpr int kPasses = 4;                   // the first knows cognates and lexicon only
constexpr std::size_t kLongSection = 600;    // source segments that are looked at in one piece
constexpr std::size_t kMostNodes = 700'000;  // of a window that still grows when no sure cut is found in it
constexpr std::size_t kNarrow = 150;         // columns
constexpr double kSure = 0.97;
constexpr int kMostWidenings = 5;
constexpr double kMostEdge = 1e-4;  // posterior at the edge of a band that is let pass
constexpr int kFirstTypePass = 2;   // bead types and omission rates are learnt from here on
constexpr double kPruneNats = 12;   // a node less likely than e^-12 is not looked at again
constexpr std::uint32_t kPruneMargin = 1;

class Engine {
 public:
  Engine(std::span<const EnginePair> pairs, const EngineOptions& options, const Progress& progress)
      : pairs_(pairs),
        progress_(progress),
        corpus_(read(pairs, options)),
        models_(corpus_),
        prior_(find_prior(options)),
        lexical_{TranslationTable(corpus_.source_words.size(), corpus_.target_words.size(), prior_),
                 initial_nulls(corpus_)},
        is_calibrated_(options.calibrate) {}

  // The beads of the first pair.
  void calibrate_pair(std::vector<Bead>& beads) const { calibrate(corpus_.pairs.front(), beads); }

  // Call after run(): the last pass again.
  std::vector<Alignment> hear(const PivotEvidence& pivot) {
    pivot_ = &pivot;
    infer_all(false, true);
    pivot_ = nullptr;
    return assemble();
  }

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
    for (const Section& section : sections_) {
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

  // Fixed beads cut a pair into sections, and what is long is cut again.
  void cut_sections() {
    tbb::enumerable_thread_specific<EvidenceScratch> scratch;
    std::vector<std::vector<Section>> cut(pairs_.size());
    tbb::parallel_for(std::size_t{0}, pairs_.size(), [&](std::size_t p) { cut[p] = cut_pair(p, scratch.local()); });
    for (std::vector<Section>& sections : cut) {
      std::ranges::move(sections, std::back_inserter(sections_));
    }
    expectations_.resize(sections_.size());
    decoded_.resize(sections_.size());
  }

  std::vector<Section> cut_pair(std::size_t p, EvidenceScratch& scratch) const {
    std::vector<Section> sections;
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
        split_section(std::move(section), scratch, sections);
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

  struct Corner {
    std::size_t i = 0;
    std::size_t j = 0;
  };

  // Cuts what is long, or where the anchors leave much open, window by window: each is cut at the last place where a
  // first look is sure that one bead ends and another starts.
  void split_section(Section rest, EvidenceScratch& scratch, std::vector<Section>& out) const {
    while (rest.source.size() > kLongSection + kLongSection / 2 ||
           (!rest.source.empty() && rest.band.node_count() > kMostNodes)) {
      Corner cut;
      for (std::size_t rows = kLongSection; cut.i == 0; rows *= 2) {
        Section window = window_of(rest, rows);
        const bool is_last_try = window.source.size() == rest.source.size() || window.band.node_count() > kMostNodes;
        const Corner end{window.source.size(), window.target.size()};
        const Lattice lattice = look(window, kBasicTypeCount, scratch).lattice;
        cut = sure_boundary(lattice, end, is_last_try);
        if (cut.i > 0) {
          window.band = lattice.prune(kPruneNats, kPruneMargin);
          out.push_back(clipped(window, {0, 0}, cut));
        }
      }
      rest = clipped(rest, cut, {rest.source.size(), rest.target.size()});
    }
    if (!rest.source.empty() || !rest.target.empty()) {
      out.push_back(std::move(rest));
    }
  }

  // The last sure boundary before the end of a window, whose end is arbitrary; when there is none and it must be, the
  // end.
  static Corner sure_boundary(const Lattice& lattice, Corner end, bool is_last_try) {
    const std::size_t last = end.i - end.i / 8;
    for (std::size_t i = last; i > 0; --i) {
      if (const Lattice::Boundary boundary = lattice.best_boundary(i); boundary.posterior > kSure) {
        return {i, boundary.column};
      }
    }
    return is_last_try ? end : Corner{};
  }

  // The first rows of a section.  Where the band is wide the window ends within reach of the diagonal.
  static Section window_of(const Section& rest, std::size_t rows) {
    const auto end_row = [&](std::size_t limit) { return std::min(limit, rest.source.size()); };
    std::size_t row = end_row(rows);
    const auto width = [&](std::size_t i) -> std::size_t { return rest.band.rows[i].end - rest.band.rows[i].begin; };
    if (width(row) > kNarrow) {
      row = end_row(rows / 2);
    }
    const Band::Row& last = rest.band.rows[row];
    if (row == rest.source.size()) {
      return clipped(rest, {0, 0}, {row, rest.target.size()});
    }
    const std::size_t middle = (last.begin + last.end) / 2;
    const std::size_t reach = std::max<std::size_t>(last.begin + kNarrow, row + row / 2);
    return clipped(rest, {0, 0}, {row, width(row) > kNarrow ? std::min<std::size_t>(reach, last.end - 1) : middle});
  }

  // The part of a section between two nodes.
  static Section clipped(const Section& section, Corner from, Corner to) {
    Section part;
    part.pair = section.pair;
    part.source = {section.source.begin + from.i, section.source.begin + to.i};
    part.target = {section.target.begin + from.j, section.target.begin + to.j};
    part.band = clip(section.band, from.i, from.j, to.i, to.j);
    return part;
  }

  void infer_all(bool is_first, bool is_last) {
    tbb::enumerable_thread_specific<EvidenceScratch> scratch;
    tbb::parallel_for(std::size_t{0}, sections_.size(), [&](std::size_t s) {
      infer(s, is_first ? kBasicTypeCount : kBeadTypeCount, is_last, scratch.local());
    });
  }

  struct Look {
    Lattice lattice;
    Expectations expectations;
  };

  // Forward-backward over the band of a section, which grows while probable paths run along its edge.
  Look look(Section& section, std::size_t type_count, EvidenceScratch& scratch) const {
    const Pair& pair = corpus_.pairs[section.pair];
    const PairState& state = models_.of(section.pair);
    for (int round = 0;; ++round) {
      const Evidence evidence(pair, lexical_, section, type_count == kBasicTypeCount ? 3 : kMaxSide, scratch);
      BeadScorer scorer(pair, state.model, lexical_, section, evidence, type_count);
      Lattice lattice(pair, section, state.model.paragraphs, state.transitions, score_all(section, scorer));
      Section believed = section;  // scores depend on the links of the pass before, which a wider look must still see
      Expectations expectations = lattice.infer(believed);
      const std::vector<std::size_t> tight = lattice.tight_rows(kMostEdge);
      if (round == kMostWidenings || tight.empty()) {
        add_repetition(believed.beads, scorer, expectations);
        section = std::move(believed);
        return {std::move(lattice), expectations};
      }
      section.band = widen(section.band, tight, section.target.size());
    }
  }

  static void add_repetition(std::span<const BeadPosterior> beads, BeadScorer& scorer, Expectations& expectations) {
    for (const BeadPosterior& bead : beads) {
      if (kBeadTypes[bead.type].source + kBeadTypes[bead.type].target > 2) {
        const auto weight = static_cast<double>(bead.probability);
        expectations.many += weight;
        expectations.repetition += weight * static_cast<double>(scorer.repetition(bead.source, bead.target, bead.type));
      }
    }
  }

  void infer(std::size_t s, std::size_t type_count, bool is_last, EvidenceScratch& scratch) {
    Section& section = sections_[s];
    Look result = look(section, type_count, scratch);
    expectations_[s] = result.expectations;
    if (is_last) {
      decoded_[s] = result.lattice.decode(section);
    } else {
      section.band = result.lattice.prune(kPruneNats, kPruneMargin);
    }
  }

  std::vector<TypeScores> score_all(const Section& section, BeadScorer& scorer) const {
    std::vector<TypeScores> scores;
    scores.reserve(section.band.node_count());
    for (std::size_t i = 0; i < section.band.rows.size(); ++i) {
      for (std::size_t j = section.band.rows[i].begin; j < section.band.rows[i].end; ++j) {
        scores.push_back(scorer.scores(i, j));
        if (pivot_ != nullptr && i < section.source.size() && j < section.target.size()) {
          pivot_->add(section.source.begin + i, section.target.begin + j, scores.back());
        }
      }
    }
    return scores;
  }

  std::vector<Alignment> assemble() const {
    std::vector<Alignment> alignments = align_detail::assemble(pairs_, sections_, decoded_);
    tbb::enumerable_thread_specific<EvidenceScratch> scratch;
    tbb::parallel_for(std::size_t{0}, pairs_.size(), [&](std::size_t p) {
      alignments[p].moves = find_moves(alignments[p].beads, [&](SegmentRange source, SegmentRange target) {
        return try_block(p, source, target, scratch.local());
      });
      finish(corpus_.pairs[p], alignments[p]);
    });
    return alignments;
  }

  // Aligns a rectangle by itself, with all that was learnt.
  TriedBlock try_block(std::size_t p, SegmentRange source, SegmentRange target, EvidenceScratch& scratch) const {
    Section section;
    section.pair = p;
    section.source = source;
    section.target = target;
    section.band = find_band(corpus_.pairs[p], source, target, prior_);
    const Look result = look(section, kBeadTypeCount, scratch);
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
  const Progress& progress_;
  Corpus corpus_;
  Models models_;
  std::vector<WordPair> prior_;
  Lexical lexical_;
  std::vector<Section> sections_;
  std::vector<Expectations> expectations_;
  std::vector<std::vector<Bead>> decoded_;
  bool is_calibrated_ = true;
  const PivotEvidence* pivot_ = nullptr;
};

}  // namespace

std::vector<Alignment> align_together(std::span<const EnginePair> pairs, const EngineOptions& options,
                                      const Progress& progress) {
  return Engine(pairs, options, progress).run();
}

struct PairEngine::State {
  State(const EnginePair& given, const EngineOptions& options)
      : pair(given), engine(std::span(&pair, 1), options, no_progress), alignment(engine.run()) {}

  EnginePair pair;
  Progress no_progress;
  Engine engine;
  std::vector<Alignment> alignment;
};

PairEngine::PairEngine(const EnginePair& pair, const EngineOptions& options)
    : state_(std::make_unique<State>(pair, options)) {}
PairEngine::PairEngine(PairEngine&&) noexcept = default;
PairEngine::~PairEngine() = default;

Alignment PairEngine::alignment() const { return state_->alignment.front(); }

Belief PairEngine::belief() const { return std::move(state_->engine.beliefs().front()); }

void PairEngine::calibrate(std::vector<Bead>& beads) const { state_->engine.calibrate_pair(beads); }

void PairEngine::hear(const PivotEvidence& pivot) { state_->alignment = state_->engine.hear(pivot); }

}  // namespace egiz::align_detail
