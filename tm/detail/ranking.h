// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units that are similar to matches that are ranked (docs/matching.md).

#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "tm/detail/image_search.h"
#include "tm/detail/language_choice.h"
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

// The match of a unit, without what only its rivals tell ("several targets").  pair: answering_pair() of unit.
Match make_match(UnitId id, const TranslationUnit& unit, const AnsweringPair& pair, double similarity,
                 const Query& query);

// Takes points for several targets, sorts best first, keeps options.max_matches.
std::vector<Match> ranked(std::vector<Match> matches, const Query& query);

// What a search must know of the penalties, so that it drops no unit that could be among the best.
PenaltyBounds penalty_bounds(const PenaltySettings& settings);

}  // namespace egiz::detail
