// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pairing: which of many documents translate each other, by what they say.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "align/lexicon.h"
#include "base/progress.h"
#include "text/document.h"
#include "text/language.h"

namespace egiz {

// What pairing remembers of a document when the document itself is put away: about 12 bytes for each different word.
// Numbers, dates, names by their consonants, concepts of the lexicon: what survives translation.
struct DocumentProfile {
  struct Feature {
    std::uint64_t key = 0;  // a hash: equal for what may translate each other
    float weight = 0;       // grows with the logarithm of its count

    bool operator==(const Feature&) const = default;
  };

  Language language;
  std::size_t segments = 0;
  std::vector<Feature> features;  // ascending by key
};

// Pure; any thread.
DocumentProfile profile_document(const Document& document, const Lexicon& lexicon = Lexicon::built_in());

// Something else than the texts speaks for a pair, for instance its names.
struct PairHint {
  std::size_t first = 0;
  std::size_t second = 0;
  double log_odds = 0;
};

// Two documents that may translate each other.
struct DocumentMatch {
  std::size_t first = 0;  // indices of documents in different languages; first < second
  std::size_t second = 0;
  double similarity = 0;   // 0 to 1: of their profiles, weighted by how rare things are
  double margin = 0;       // nats, -0.5 to 1: how much more alike they are than either is to its next best
  double parallelism = 0;  // 0 to 1: of their alignment, see Alignment
  double log_odds = 0;     // for being translations of each other, hints included; nats

  bool operator==(const DocumentMatch&) const = default;
};

// Documents, each in another language, that translate each other.
struct DocumentSet {
  std::vector<std::size_t> documents;  // ascending; two or more
  double confidence = 0;               // probability, 0 to 1, that all of them belong together

  bool operator==(const DocumentSet&) const = default;
};

// The few matches of each document whose profiles are most alike, ordered by first, second; parallelism and log_odds
// are left 0.  Rare features find them by an inverted index, so time grows with the number of documents, not its
// square.
std::vector<DocumentMatch> find_candidates(std::span<const DocumentProfile> profiles);

// Gives document i again; called from one thread.
using DocumentSource = std::function<Document(std::size_t i)>;

struct PairingOptions {
  const Lexicon* lexicon = nullptr;  // nullptr: the built-in one; must outlive the call
  std::vector<PairHint> hints;
};

// Finds candidates, aligns them, and judges them by what they have in common and how well they align
// (docs/alignment.md, section 10).  Of long documents the beginnings are aligned.  Memory beside the profiles: that of
// aligning 20,000 segments.  Ordered by first, second.  Same result at any thread count.  Throws what load throws,
// Error{cancelled}; Error{invalid_argument} for a hint that names no document.
std::vector<DocumentMatch> match_documents(std::span<const DocumentProfile> profiles, const DocumentSource& load,
                                           const PairingOptions& options = {}, const Progress& progress = {});

// The sets that the matches speak for: the likeliest match first, each document once, no language twice in a set.
// Documents without a partner are left out.  Ordered by their first document.
std::vector<DocumentSet> group_documents(std::span<const DocumentProfile> profiles,
                                         std::span<const DocumentMatch> matches);

}  // namespace egiz
