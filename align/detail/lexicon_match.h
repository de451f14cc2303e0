// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lexicon on the words of two documents.

#include <vector>

#include "align/detail/vocabulary.h"
#include "align/detail/word_prior.h"
#include "align/lexicon.h"
#include "text/language.h"

namespace egiz::align_detail {

// The words of the two vocabularies that entries of the lexicon join.  Inflected forms are recognised by their stem.
std::vector<WordPair> match_lexicon(const Lexicon& lexicon, const Language& source_language, const Vocabulary& source,
                                    const Language& target_language, const Vocabulary& target);

}  // namespace egiz::align_detail
