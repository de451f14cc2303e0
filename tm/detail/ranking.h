// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units that are similar to matches that are ranked (docs/matching.md).

#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "tm/memory.h"

namespace egiz::detail {

// A text to find, prepared once.
struct Query {
  Query(std::string_view text, const Language& from, const Language& to, const FindOptions& options);

  std::string text;
  Language from;
  Language to;
  FindOptions options;
  std::string key;
  std::string previous_key;  // match keys of the neighbours
  std::string next_key;
};

// True when a query in language asked may be answered by text in language held: one covers the other.
bool may_answer(const Language& asked, const Language& held);

// The variant of unit that answers a query in asked: the same language if it is there, else one that is covered.
const Variant* answering_variant(const TranslationUnit& unit, const Language& asked);

// The match of a unit, without what only its rivals tell ("several targets").
Match make_match(UnitId id, TranslationUnit unit, const Variant& source, double similarity, const Query& query);

// Takes points for several targets, sorts best first, keeps options.max_matches.
std::vector<Match> ranked(std::vector<Match> matches, const Query& query);

// No unit can lose more points than this, so what is that much worse than the last match kept cannot rise above it.
double most_points(const PenaltySettings& settings);

}  // namespace egiz::detail
