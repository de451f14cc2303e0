// SPDX-License-Identifier: Apache-2.0
// PairAligner: one pair of documents, aligned once and then again around what a reviewer fixes.

#include "align/pair_aligner.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "align/detail/engine.h"
#include "align/detail/sides.h"

namespace egiz {

using align_detail::swapped;

struct PairAligner::State {
  State(const Document& source_document, const Document& target_document, const AlignOptions& options,
        const Progress& progress)
      : source(source_document),
        target(target_document),
        is_swapped(!align_detail::comes_first(source, target)),
        engine({is_swapped ? &target : &source, is_swapped ? &source : &target, in_order(options.fixed)},
               {options.lexicon != nullptr ? options.lexicon : &Lexicon::built_in(), options.use_paragraphs,
                !options.use_posteriors},
               progress),
        local(engine.local_aligner()),
        alignment(in_order(engine.alignment())) {}

  // From the order of the caller to that of the engine, or back.
  std::vector<Bead> in_order(std::span<const Bead> beads) const {
    std::vector<Bead> result(beads.begin(), beads.end());
    if (is_swapped) {
      std::ranges::transform(result, result.begin(), [](const Bead& bead) { return swapped(bead); });
    }
    return result;
  }
  Alignment in_order(Alignment given) const {
    if (is_swapped) {
      align_detail::swap_sides(given);
    }
    return given;
  }

  const Document& source;
  const Document& target;
  bool is_swapped;
  align_detail::PairEngine engine;
  align_detail::LocalAligner local;
  Alignment alignment;
};

PairAligner::PairAligner(const Document& source, const Document& target, const AlignOptions& options,
                         const Progress& progress) {
  check_fixed(options.fixed, source, target);
  state_ = std::make_unique<State>(source, target, options, progress);
}
PairAligner::PairAligner(PairAligner&&) noexcept = default;
PairAligner& PairAligner::operator=(PairAligner&&) noexcept = default;
PairAligner::~PairAligner() = default;

const Alignment& PairAligner::alignment() const { return state_->alignment; }

Alignment PairAligner::realign(std::span<const Bead> fixed) const {
  check_fixed(fixed, state_->source, state_->target);
  return state_->in_order(state_->local.align_around(state_->in_order(fixed)));
}

}  // namespace egiz
