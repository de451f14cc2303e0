// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/ranking.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "text/match_key.h"
#include "tm/detail/text_difference.h"

namespace egiz::detail {
namespace {

void take(Match& match, std::string_view reason, double points) {
  if (points <= 0) return;
  match.penalties.push_back({std::string(reason), points});
  match.score = std::max(0.0, match.score - points);
}

double origin_points(Origin::Kind kind, const PenaltySettings& settings) {
  if (kind == Origin::Kind::aligned) return settings.aligned;
  if (kind == Origin::Kind::machine) return settings.machine;
  return 0;
}

bool has_same_context(const TranslationUnit& unit, const Variant& source, const Query& query) {
  if (!query.options.context_id.empty() && query.options.context_id == unit.context.id) return true;
  if (query.previous_key.empty() && query.next_key.empty()) return false;
  return query.previous_key == match_key(source.previous, source.language) &&
         query.next_key == match_key(source.next, source.language);
}

MatchKind kind_of(const TranslationUnit& unit, const Variant& source, double similarity, const Query& query) {
  if (similarity < 100) return MatchKind::fuzzy;
  return has_same_context(unit, source, query) ? MatchKind::context : MatchKind::exact;
}

// Capital letters of a text that differ from the stored one only there are as good as the translator's own.
void take_for_difference(Match& match, const Variant& source, const Query& query) {
  const TextDifference difference = text_difference(source.text, query.text);
  const PenaltySettings& settings = query.options.penalties;
  if (difference.letter_case) take(match, "case", settings.letter_case);
  if (difference.punctuation) take(match, "punctuation", settings.punctuation);
  if (difference.spelling) take(match, "spelling", settings.spelling);
}

void take_for_several_targets(std::vector<Match>& matches, const Query& query) {
  std::set<std::string> targets;
  for (const Match& match : matches) {
    if (match.kind != MatchKind::fuzzy) targets.insert(match_key(answering_variant(match.unit, query.to)->text, query.to));
  }
  if (targets.size() < 2) return;
  for (Match& match : matches) {
    if (match.kind == MatchKind::exact) take(match, "several targets", query.options.penalties.several_targets);
  }
}

// Higher is better.
int trust(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::reviewed: return 3;
    case Origin::Kind::human: return 2;
    case Origin::Kind::imported: return 1;
    case Origin::Kind::aligned: return 1;
    case Origin::Kind::machine: return 0;
  }
  return 0;
}

bool is_better(const Match& a, const Match& b) {
  const auto order = [](const Match& match) {
    return std::tuple(-match.score, match.kind, -match.similarity, -trust(match.unit.origin.kind));
  };
  if (order(a) != order(b)) return order(a) < order(b);
  if (a.unit.changed != b.unit.changed) return a.unit.changed > b.unit.changed;
  return a.id < b.id;
}

}  // namespace

Query::Query(std::string_view query_text, const Language& source, const Language& target, const FindOptions& find_options)
    : text(query_text),
      from(source),
      to(target),
      options(find_options),
      key(match_key(query_text, source)),
      previous_key(match_key(find_options.previous, source)),
      next_key(match_key(find_options.next, source)) {}

Match make_match(UnitId id, const TranslationUnit& unit, const AnsweringPair& pair, double similarity,
                 const Query& query) {
  const PenaltySettings& settings = query.options.penalties;
  Match match;
  match.id = id;
  match.unit = unit;
  match.similarity = similarity;
  match.score = similarity;
  match.kind = kind_of(unit, *pair.source, similarity, query);
  if (match.kind != MatchKind::fuzzy) take_for_difference(match, *pair.source, query);
  if (pair.source->language != query.from || pair.target->language != query.to) take(match, "region", settings.region);
  take(match, unit.origin.kind == Origin::Kind::machine ? "machine" : "aligned",
       origin_points(unit.origin.kind, settings));
  return match;
}

std::vector<Match> ranked(std::vector<Match> matches, const Query& query) {
  take_for_several_targets(matches, query);
  std::ranges::sort(matches, is_better);
  const std::size_t max_matches = query.options.max_matches;
  if (max_matches != 0 && matches.size() > max_matches) matches.resize(max_matches);
  return matches;
}

PenaltyBounds penalty_bounds(const PenaltySettings& settings) {
  PenaltyBounds bounds;
  for (std::size_t kind = 0; kind < bounds.origin.size(); ++kind) {
    bounds.origin[kind] = std::max(0.0, origin_points(static_cast<Origin::Kind>(kind), settings));
  }
  bounds.fuzzy = std::max(0.0, settings.region);
  bounds.exact = bounds.fuzzy;
  for (const double points :
       {settings.letter_case, settings.punctuation, settings.spelling, settings.several_targets}) {
    bounds.exact += std::max(0.0, points);
  }
  return bounds;
}

}  // namespace egiz::detail
