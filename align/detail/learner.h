// SPDX-License-Identifier: Apache-2.0
#pragma once

// Learning the translation of words from what is believed about segments.

#include <span>
#include <vector>

#include "align/detail/corpus.h"
#include "align/detail/null_model.h"
#include "align/detail/section.h"
#include "align/detail/translation_table.h"
#include "align/detail/word_prior.h"

namespace egiz::align_detail {

struct Lexical {
  TranslationTable table;
  NullModel nulls;
};

// Where Model 1 starts: at the prior, or, where beliefs have changed little since, at what was learnt before.
enum class LearnFrom { prior, before };

// IBM Model 1 in both directions (Brown et al. 1993), the last time with words in order (word_model.h), from the
// segment links of the sections, the priors as pseudo-counts; then the null probability of each word, by its expected
// counts with its own segment left out and its frequency class to back off to.  Writes the denominators of the last
// E-step into the sections.  Large corpora are sampled.  Deterministic.
Lexical learn(const Corpus& corpus, std::span<const WordPair> prior, const Lexical& before, LearnFrom from,
              std::span<Section> sections);

}  // namespace egiz::align_detail
