// SPDX-License-Identifier: Apache-2.0

// Answers to queries as JSON.

#include "api/detail/json_line.h"
#include "api/json.h"
#include "api/query_texts.h"
#include "tm/word_diff.h"

namespace egiz {
namespace {

using detail::Json;
using detail::line;
using detail::rounded;
using detail::rounded_probability;
using detail::time_or_null;

// The name of one of the memories that were asked, where they are named.
std::string memory_name(std::size_t memory, std::span<const std::string> memories) {
  return memory < memories.size() ? memories[memory] : "";
}

std::string_view diff_kind_name(DiffPart::Kind kind) {
  if (kind == DiffPart::Kind::same) return "same";
  return kind == DiffPart::Kind::removed ? "removed" : "added";
}

Json diff_array(std::string_view before, std::string_view after) {
  Json parts = Json::array();
  for (const DiffPart& part : word_diff(before, after)) parts.push_back({diff_kind_name(part.kind), part.text});
  return parts;
}

Json match_object(const Match& match, std::string_view query, const Language& from, const Language& to,
                  std::span<const std::string> memories, const std::vector<InlineCode>* codes) {
  const auto coded_target = codes ? match_coded_target(match, *codes, from, to) : std::nullopt;
  Json penalties = Json::array();
  for (const Penalty& penalty : match.penalties) {
    penalties.push_back({{"reason", penalty.reason}, {"points", penalty.points}});
  }
  const Context& context = match.unit.context;
  return {{"score", rounded(match.score)},
          {"similarity", rounded(match.similarity)},
          {"kind", match_kind_name(match.kind)},
          {"source", match_text(match, from)},
          {"target", match_target(match, to)},
          {"id", match.id.value},
          {"origin", origin_name(match.unit.origin.kind)},
          {"confidence", rounded_probability(match.unit.origin.confidence)},
          {"document", context.document},
          {"position", context.position ? Json(*context.position) : Json()},
          {"created", time_or_null(match.unit.created)},
          {"changed", time_or_null(match.unit.changed)},
          {"penalties", std::move(penalties)},
          {"word_similarity", match.word_similarity},
          {"adjusted", match.adjusted.has_value()},
          {"diff", diff_array(match_text(match, from), query)},
          {"memory", memory_name(match.memory, memories)},
          {"coded_target", coded_target ? Json(*coded_target) : Json()}};
}

Json highlights_array(std::span<const ByteRange> highlights) {
  Json list = Json::array();
  for (const ByteRange& range : highlights) list.push_back({range.begin, range.end});
  return list;
}

}  // namespace

std::string matches_json(std::string_view query, const Language& from, const Language& to,
                         std::span<const Match> matches, std::span<const std::string> memories,
                         const std::vector<InlineCode>* codes) {
  Json list = Json::array();
  const std::string text = codes ? parse_coded_text(query).text : std::string(query);
  for (const Match& match : matches) list.push_back(match_object(match, text, from, to, memories, codes));
  return line({{"query", query}, {"from", from.tag()}, {"to", to.tag()}, {"matches", std::move(list)}});
}

std::string fragments_json(std::string_view query, const Language& from, const Language& to,
                           std::span<const Fragment> fragments, std::span<const std::string> memories) {
  Json list = Json::array();
  for (const Fragment& fragment : fragments) {
    Json hits = Json::array();
    for (const ConcordanceHit& hit : fragment.hits) {
      hits.push_back({{"id", hit.id.value},
                      {"highlights", highlights_array(hit.highlights)},
                      {"source", unit_text(hit.unit, from)},
                      {"target", unit_text(hit.unit, to)},
                      {"memory", memory_name(hit.memory, memories)}});
    }
    list.push_back({{"begin", fragment.range.begin},
                    {"end", fragment.range.end},
                    {"words", fragment.words},
                    {"text", query.substr(fragment.range.begin, fragment.range.size())},
                    {"hits", std::move(hits)}});
  }
  return line({{"query", query}, {"from", from.tag()}, {"to", to.tag()}, {"fragments", std::move(list)}});
}

std::string concordance_json(std::string_view query, const Language& language, std::span<const ConcordanceHit> hits,
                             std::span<const std::string> memories) {
  Json list = Json::array();
  for (const ConcordanceHit& hit : hits) {
    Json variants = Json::object();
    for (const Variant& variant : hit.unit.variants) variants[variant.language.tag()] = variant.text;
    list.push_back({{"id", hit.id.value},
                    {"highlights", highlights_array(hit.highlights)},
                    {"variants", std::move(variants)},
                    {"memory", memory_name(hit.memory, memories)}});
  }
  return line({{"query", query}, {"in", language.tag()}, {"hits", std::move(list)}});
}

}  // namespace egiz
