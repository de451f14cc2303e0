// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/ranking.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "text/inline_codes.h"
#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/adjusted_target.h"
#include "tm/detail/stems.h"
#include "tm/detail/text_difference.h"
#include "tm/word_diff.h"

namespace egiz::detail {
namespace {

// To look further costs most look-ups more than it finds.
constexpr double kLeastAdjusted = 70;

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

MatchKind kind_of(const TranslationUnit& unit, const Variant& source, double similarity, const Query& query,
                  bool stood_there) {
  if (similarity < 100) return MatchKind::fuzzy;
  return stood_there || has_same_context(unit, source, query) ? MatchKind::context : MatchKind::exact;
}

// Capital letters of a text that differ from the stored one only there are as good as the translator's own.
void take_for_difference(Match& match, const Variant& source, const Query& query) {
  const TextDifference difference = text_difference(source.text, query.text);
  const PenaltySettings& settings = query.options.penalties;
  if (difference.letter_case) take(match, "case", settings.letter_case);
  if (difference.punctuation) take(match, "punctuation", settings.punctuation);
  if (difference.spelling) take(match, "spelling", settings.spelling);
}

// A translation that needs other numbers only, and gets them, is as good as an exact one but for that.
void adjust_numbers(Match& match, const AnsweringPair& pair, const Query& query) {
  if (match.similarity < query.numbers.floor()) return;
  if (!query.numbers.passes(to_utf32(match_key(pair.source->text, pair.source->language)))) return;
  match.adjusted = adjusted_target(query.text, *pair.source, *pair.target);
  if (!match.adjusted) return;
  match.score = 100;
  take(match, "numbers", query.options.penalties.numbers);
}

void take_for_several_targets(std::vector<Match>& matches, const Query& query) {
  std::set<std::string> targets;
  for (const Match& match : matches) {
    if (match.kind != MatchKind::fuzzy)
      targets.insert(match_key(answering_variant(match.unit, query.to)->text, query.to));
  }
  if (targets.size() < 2) return;
  for (Match& match : matches) {
    if (match.kind == MatchKind::exact) take(match, "several targets", query.options.penalties.several_targets);
  }
}

// Higher is better.
int trust(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::reviewed:
      return 3;
    case Origin::Kind::human:
      return 2;
    case Origin::Kind::imported:
      return 1;
    case Origin::Kind::aligned:
      return 1;
    case Origin::Kind::machine:
      return 0;
  }
  return 0;
}

struct Rival {
  Match match;
  std::size_t stems = 0;  // that it shares with the query
};

auto rank(const Rival& rival) { return std::tuple(-rival.match.score, rival.match.kind, -rival.match.similarity); }

bool is_better(const Rival& a, const Rival& b) {
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  const auto order = [](const Rival& rival) {
    return std::tuple(-static_cast<double>(rival.stems), -trust(rival.match.unit.origin.kind), rival.match.memory);
  };
  if (order(a) != order(b)) return order(a) < order(b);
  if (a.match.unit.changed != b.match.unit.changed) return a.match.unit.changed > b.match.unit.changed;
  return a.match.id < b.match.id;
}

// Stems are counted where they decide: among equals with other words than the query.
// REQUIRES: rivals are sorted by rank
void count_stems(std::vector<Rival>& rivals, const Query& query) {
  std::vector<std::string> wanted;
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    const Match& match = rivals[i].match;
    const bool is_like_last = i > 0 && rank(rivals[i - 1]) == rank(rivals[i]);
    const bool is_like_next = i + 1 < rivals.size() && rank(rivals[i + 1]) == rank(rivals[i]);
    if (match.kind != MatchKind::fuzzy || match.adjusted || (!is_like_last && !is_like_next)) continue;
    const Variant& source = *answering_variant(match.unit, query.from);
    if (wanted.empty()) wanted = stems_of(query.text, query.from);
    rivals[i].stems = shared_stems(wanted, stems_of(source.text, source.language));
  }
}

// What another memory says already.
void drop_repeated(std::vector<Match>& matches, const Query& query) {
  const auto is_of_first = [&](const Match& match) { return match.memory == matches.front().memory; };
  if (std::ranges::all_of(matches, is_of_first)) return;
  std::map<std::pair<std::string, std::string>, std::size_t> memories;
  std::erase_if(matches, [&](const Match& match) {
    const AnsweringPair pair = answering_pair(match.unit, query.from, query.to);
    const auto first = memories.try_emplace({pair.source->text, pair.target->text}, match.memory).first;
    return first->second != match.memory;
  });
}

void take_for_properties(Match& match, const PenaltySettings& settings) {
  for (const PropertyPenalty& penalty : settings.properties) {
    const auto [first, last] = match.unit.properties.equal_range(penalty.name);
    const bool has_it = penalty.value.empty() ? first != last : std::any_of(first, last, [&](const auto& property) {
      return property.second == penalty.value;
    });
    if (has_it) take(match, penalty.value.empty() ? penalty.name : penalty.name + "=" + penalty.value, penalty.points);
  }
}

std::string_view checked(std::string_view text, const FindOptions& options) {
  if (!is_valid_utf8(text) || !is_valid_utf8(options.previous) || !is_valid_utf8(options.next)) {
    throw Error(ErrorCode::invalid_argument, "the text to find is not UTF-8; decode it first");
  }
  if (!(options.min_similarity >= 0 && options.min_similarity <= 100)) {
    throw Error(ErrorCode::invalid_argument, "the lowest similarity must be between 0 and 100");
  }
  return text;
}

}  // namespace

Query::Query(std::string_view query_text, const Language& source, const Language& target,
             const FindOptions& find_options)
    : text(checked(query_text, find_options)),
      from(source),
      to(target),
      options(find_options),
      key(match_key(query_text, source)),
      previous_key(match_key(find_options.previous, source)),
      next_key(match_key(find_options.next, source)),
      numbers(options.min_similarity < 100 ? NumbersSieve(query_text, key, source) : NumbersSieve()) {}

double Query::least_similarity() const {
  const double score = 100 - std::max(0.0, options.penalties.numbers);  // of a match that was adjusted
  if (score < options.min_similarity) return options.min_similarity;
  return std::min(options.min_similarity, std::max(numbers.floor(), kLeastAdjusted));
}

std::vector<TextInContext> with_context(std::span<const std::string> texts, const FindOptions& options) {
  std::vector<TextInContext> list;
  list.reserve(texts.size());
  for (const std::string& text : texts) list.push_back({text, options.previous, options.next, options.codes});
  return list;
}

Match make_match(UnitId id, const TranslationUnit& unit, const AnsweringPair& pair, double similarity,
                 const Query& query, bool stood_there) {
  const PenaltySettings& settings = query.options.penalties;
  Match match;
  match.id = id;
  match.unit = unit;
  match.similarity = similarity;
  match.score = similarity;
  match.kind = kind_of(unit, *pair.source, similarity, query, stood_there);
  if (match.kind == MatchKind::fuzzy) {
    adjust_numbers(match, pair, query);
  } else {
    take_for_difference(match, *pair.source, query);
  }
  if (pair.source->language != query.from || pair.target->language != query.to) take(match, "region", settings.region);
  take(match, unit.origin.kind == Origin::Kind::machine ? "machine" : "aligned",
       origin_points(unit.origin.kind, settings));
  take_for_properties(match, settings);
  if (query.options.codes && !have_same_codes(*query.options.codes, pair.source->codes)) {
    take(match, "codes", settings.codes);
  }
  return match;
}

void Ranking::sort(std::vector<Candidate>& candidates) {
  const auto order = [](const Candidate& candidate) {
    const bool is_exact = candidate.similarity == 100;  // these tell of several targets: all of them are wanted
    return std::tuple(!is_exact, -candidate.possible, -candidate.similarity);
  };
  std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
}

bool Ranking::is_settled(const Candidate& candidate) const {
  const std::size_t wanted = query_.options.max_matches;
  if (wanted == 0 || best_.size() < wanted || candidate.similarity == 100) return false;
  return best_.top() > Place(candidate.possible, candidate.similarity);
}

void Ranking::add(Match match) {
  const double may_lose = match.kind == MatchKind::exact ? query_.options.penalties.several_targets : 0;
  best_.emplace(match.score - std::max(0.0, may_lose), match.similarity);
  if (best_.size() > query_.options.max_matches) best_.pop();
  matches_.push_back(std::move(match));
}

void take_for_memory(Match& match, double points) { take(match, "memory", points); }

std::vector<Match> ranked(std::vector<Match> matches, const Query& query) {
  take_for_several_targets(matches, query);
  std::vector<Rival> list;
  for (Match& match : matches) list.push_back({std::move(match)});
  std::ranges::sort(list, {}, rank);
  count_stems(list, query);
  std::ranges::sort(list, is_better);
  std::vector<Match> best;
  for (Rival& rival : list) best.push_back(std::move(rival.match));
  drop_repeated(best, query);
  const std::size_t max_matches = query.options.max_matches;
  if (max_matches != 0 && best.size() > max_matches) best.resize(max_matches);
  for (Match& match : best) {
    match.word_similarity = 100;
    if (match.kind != MatchKind::fuzzy) continue;
    const Variant& source = *answering_variant(match.unit, query.from);
    match.word_similarity = word_similarity(query.key, match_key(source.text, source.language));
  }
  return best;
}

PenaltyBounds penalty_bounds(const Query& query) {
  const PenaltySettings& settings = query.options.penalties;
  PenaltyBounds bounds;
  bounds.numbers = &query.numbers;
  bounds.numbers_score = 100 - std::max(0.0, settings.numbers);
  for (std::size_t kind = 0; kind < bounds.origin.size(); ++kind) {
    bounds.origin[kind] = std::max(0.0, origin_points(static_cast<Origin::Kind>(kind), settings));
  }
  bounds.fuzzy = std::max(0.0, settings.region);
  for (const PropertyPenalty& penalty : settings.properties) bounds.fuzzy += std::max(0.0, penalty.points);
  if (query.options.codes) bounds.fuzzy += std::max(0.0, settings.codes);
  bounds.exact = bounds.fuzzy;
  for (const double points :
       {settings.letter_case, settings.punctuation, settings.spelling, settings.several_targets}) {
    bounds.exact += std::max(0.0, points);
  }
  return bounds;
}

}  // namespace egiz::detail

namespace egiz {

double* find_penalty(PenaltySettings& settings, std::string_view reason) {
  const std::pair<std::string_view, double*> penalties[] = {
      {"case", &settings.letter_case},
      {"punctuation", &settings.punctuation},
      {"spelling", &settings.spelling},
      {"numbers", &settings.numbers},
      {"several targets", &settings.several_targets},
      {"region", &settings.region},
      {"aligned", &settings.aligned},
      {"machine", &settings.machine},
      {"codes", &settings.codes},
  };
  const auto* found = std::ranges::find(penalties, reason, &std::pair<std::string_view, double*>::first);
  return found == std::end(penalties) ? nullptr : found->second;
}

}  // namespace egiz
