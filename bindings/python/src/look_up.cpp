// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/src/look_up.h"

#include <map>

#include "bindings/python/src/convert.h"

namespace egiz::python {
namespace {

double& penalty_named(PenaltySettings& settings, const std::string& name) {
  if (name == "letter_case") return settings.letter_case;
  if (name == "punctuation") return settings.punctuation;
  if (name == "spelling") return settings.spelling;
  if (name == "numbers") return settings.numbers;
  if (name == "several_targets") return settings.several_targets;
  if (name == "region") return settings.region;
  if (name == "aligned") return settings.aligned;
  if (name == "machine") return settings.machine;
  throw Error(ErrorCode::invalid_argument, name +
                                               ": a penalty is letter_case, punctuation, spelling, numbers, "
                                               "several_targets, region, aligned or machine");
}

QueryArguments query_arguments(double min_similarity, std::size_t max_matches, std::string previous, std::string next,
                               std::string context_id, const std::map<std::string, double>& penalties) {
  QueryArguments arguments;
  arguments.numbers.min_similarity = min_similarity;
  arguments.numbers.max_matches = max_matches;
  for (const auto& [name, points] : penalties) penalty_named(arguments.numbers.penalties, name) = points;
  arguments.previous = std::move(previous);
  arguments.next = std::move(next);
  arguments.context_id = std::move(context_id);
  return arguments;
}

py::str text_in(const TranslationUnit& unit, const Language& language) {
  const Variant* variant = unit.find(language);
  return to_str(variant ? std::string_view(variant->text) : std::string_view());
}

// [(kind, text)]
py::list diff_rows(std::string_view before, std::string_view after) {
  py::list rows;
  for (const DiffPart& part : word_diff(before, after)) {
    const char* kind = part.kind == DiffPart::Kind::same ? "same" : part.kind == DiffPart::Kind::added ? "added" : "removed";
    rows.append(py::make_tuple(kind, to_str(part.text)));
  }
  return rows;
}

py::dict match_fields(const Match& match, std::string_view query, const Language& from, const Language& to) {
  py::list penalties;
  for (const Penalty& penalty : match.penalties)
    penalties.append(py::make_tuple(to_str(penalty.reason), penalty.points));
  py::dict fields;
  fields["score"] = match.score;
  fields["similarity"] = match.similarity;
  fields["kind"] = to_str(match_kind_name(match.kind));
  fields["source"] = to_str(match_text(match, from));
  fields["target"] = to_str(match_target(match, to));
  fields["id"] = match.id.value;
  fields["origin"] = to_str(origin_name(match.unit.origin.kind));
  fields["confidence"] = match.unit.origin.confidence;
  fields["document"] = to_str(match.unit.context.document);
  fields["position"] = match.unit.context.position;
  fields["created"] = seconds_or_none(match.unit.created);
  fields["changed"] = seconds_or_none(match.unit.changed);
  fields["penalties"] = penalties;
  fields["word_similarity"] = match.word_similarity;
  fields["adjusted"] = match.adjusted.has_value();
  fields["diff"] = diff_rows(match_text(match, from), query);
  return fields;
}

}  // namespace

FindOptions QueryArguments::options() const {
  FindOptions options = numbers;
  options.previous = previous;
  options.next = next;
  options.context_id = context_id;
  return options;
}

py::list match_rows(const std::vector<Match>& matches, std::string_view query, const Language& from,
                    const Language& to) {
  py::list rows;
  for (const Match& match : matches) rows.append(match_fields(match, query, from, to));
  return rows;
}

py::list hit_rows(const std::vector<ConcordanceHit>& hits, const Language& language) {
  py::list rows;
  for (const ConcordanceHit& hit : hits) {
    py::dict texts;
    for (const Variant& variant : hit.unit.variants) texts[to_str(variant.language.tag())] = to_str(variant.text);
    const Variant* searched = hit.unit.find(language);
    py::list highlights;
    if (searched) {
      for (const ByteRange& range : to_code_points(searched->text, hit.highlights)) {
        highlights.append(py::make_tuple(range.begin, range.end));
      }
    }
    rows.append(py::make_tuple(hit.id.value, text_in(hit.unit, language), highlights, texts));
  }
  return rows;
}

void bind_query_arguments(py::module_& module) {
  py::class_<QueryArguments>(module, "QueryArguments")
      .def(py::init(&query_arguments), py::kw_only(), py::arg("min_similarity"), py::arg("max_matches"),
           py::arg("previous"), py::arg("next"), py::arg("context_id"), py::arg("penalties"));
}

}  // namespace egiz::python
