// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units that are similar to matches that are ranked (docs/matching.md).

#include <functional>
#include <queue>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/language.h"
#include "tm/detail/image_search.h"
#include "tm/detail/language_choice.h"
#include "tm/detail/numbers_sieve.h"
#include "tm/memory.h"

namespace egiz::detail {

// A text to find, prepared once.
struct Query {
  // Throws Error{invalid_argument} for texts that are not UTF-8 and a similarity that is none.
  Query(std::string_view text, const Language& from, const Language& to, const FindOptions& options);

  std::string text;
  Language from;
  Language to;
  FindOptions options;
  std::string key;
  std::string previous_key;  // match keys of the neighbours
  std::string next_key;
  NumbersSieve numbers;  // none when only equal texts are wanted: numbers are adjusted in fuzzy matches

  // The least similarity of a unit that is found: lower than asked for where it may yet be adjusted.
  double least_similarity() const;

  // What is found: what is as similar as asked for, or was adjusted.
  bool wants(const Match& match) const { return match.similarity >= options.min_similarity || match.adjusted; }
};

// Texts that have the neighbours and codes of options.  Looks at both.
std::vector<TextInContext> with_context(std::span<const std::string> texts, const FindOptions& options);

// The match of a unit, without what only its rivals tell ("several targets").  pair: answering_pair() of unit;
// stood_there: in the place of the query, though the unit itself holds another.
Match make_match(UnitId id, const TranslationUnit& unit, const AnsweringPair& pair, double similarity,
                 const Query& query, bool stood_there);

// Matches that come in, until no other can be among the best.
class Ranking {
 public:
  explicit Ranking(const Query& query) : query_(query) {}

  // The order in which candidates are to be looked at: those that is_settled() rules out are last.
  static void sort(std::vector<Candidate>& candidates);

  // True when neither candidate nor any behind it can be among the best.
  bool is_settled(const Candidate& candidate) const;

  void add(Match match);

  std::vector<Match> take() { return std::move(matches_); }

 private:
  using Place = std::pair<double, double>;  // score and similarity
  const Query& query_;
  std::vector<Match> matches_;
  std::priority_queue<Place, std::vector<Place>, std::greater<>> best_;  // for certain; the lowest on top
};

// Points for the memory that a match is of.
void take_for_memory(Match& match, double points);

// Takes points for several targets, sorts best first, keeps options.max_matches.
std::vector<Match> ranked(std::vector<Match> matches, const Query& query);

// What a search must know of the penalties, so that it drops no unit that could be among the best.  Looks at query.
PenaltyBounds penalty_bounds(const Query& query);

}  // namespace egiz::detail
