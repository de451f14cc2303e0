// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/src/look_up.h"

#include <map>

#include "bindings/python/src/convert.h"
#include "bindings/python/src/use.h"

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
  if (name == "codes") return settings.codes;
  throw Error(ErrorCode::invalid_argument, name +
                                               ": a penalty is letter_case, punctuation, spelling, numbers, "
                                               "several_targets, region, aligned, machine or codes, or a property: client=Old");
}

QueryArguments query_arguments(double min_similarity, std::size_t max_matches, std::string previous, std::string next,
                               std::string context_id, const std::map<std::string, double>& penalties,
                               const std::optional<py::dict>& filter, bool codes) {
  QueryArguments arguments;
  arguments.numbers.min_similarity = min_similarity;
  arguments.numbers.max_matches = max_matches;
  for (const auto& [name, points] : penalties) {
    if (const std::size_t equals = name.find('='); equals != name.npos) {
      arguments.property_penalties.push_back({name.substr(0, equals), name.substr(equals + 1), points});
    } else {
      penalty_named(arguments.numbers.penalties, name) = points;
    }
  }
  arguments.has_codes = codes;
  if (filter) arguments.filter = to_filter(*filter);
  arguments.previous = std::move(previous);
  arguments.next = std::move(next);
  arguments.context_id = std::move(context_id);
  return arguments;
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

py::str name_of(const SharedMemories& asked, std::size_t memory) { return to_str(asked[memory].first->path().string()); }

py::dict match_fields(const Match& match, std::string_view query, const Language& from, const Language& to,
                      const SharedMemories& asked, const std::vector<InlineCode>* codes) {
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
  fields["memory"] = name_of(asked, match.memory);
  const auto coded_target = codes ? match_coded_target(match, *codes, from, to) : std::nullopt;
  fields["coded_target"] = coded_target ? py::object(to_str(*coded_target)) : py::none();
  return fields;
}

// [(id, text, [(begin, end)], {language: text}, memory)]
py::list hit_rows(const std::vector<ConcordanceHit>& hits, const Language& language, const SharedMemories& asked) {
  py::list rows;
  for (const ConcordanceHit& hit : hits) {
    py::dict texts;
    for (const Variant& variant : hit.unit.variants) texts[to_str(variant.language.tag())] = to_str(variant.text);
    const std::string& searched = unit_text(hit.unit, language);
    py::list highlights;
    for (const ByteRange& range : to_code_points(searched, hit.highlights)) {
      highlights.append(py::make_tuple(range.begin, range.end));
    }
    rows.append(py::make_tuple(hit.id.value, to_str(searched), highlights, texts, name_of(asked, hit.memory)));
  }
  return rows;
}

py::list find(const SharedMemories& asked, const py::str& query, const std::string& from, const std::string& to,
              const QueryArguments& arguments) {
  const QueryTexts text({to_utf8(query)}, arguments.has_codes);
  const Language source(from);
  const Language target(to);
  const auto matches = use_all(asked, [&](std::span<const MemoryToAsk> memories) {
    return text.find(0, memories, source, target, arguments.options());
  });
  return match_rows(matches, text.text(0), source, target, asked, text.codes(0));
}

py::list find_all(const SharedMemories& asked, const std::vector<py::str>& queries, const std::string& from,
                  const std::string& to, const QueryArguments& arguments, const py::object& progress) {
  std::vector<std::string> lines;
  for (const py::str& query : queries) lines.push_back(to_utf8(query));
  const QueryTexts texts(std::move(lines), arguments.has_codes);
  const Language source(from);
  const Language target(to);
  const auto answers = use_all(asked, progress, [&](std::span<const MemoryToAsk> memories, const Progress& report) {
    return texts.find_all(memories, source, target, arguments.options(), report);
  });
  py::list rows;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    rows.append(match_rows(answers[i], texts.text(i), source, target, asked, texts.codes(i)));
  }
  return rows;
}

py::list concordance(const SharedMemories& asked, const py::str& words, const std::string& tag, std::size_t max_hits,
                     const std::optional<py::dict>& fields) {
  const std::string text = to_utf8(words);
  const Language language(tag);
  std::optional<UnitFilter> filter;
  if (fields) filter = to_filter(*fields);
  const auto hits = use_all(asked, [&](std::span<const MemoryToAsk> memories) {
    return concordance_in(memories, text, language, {.max_hits = max_hits, .filter = filter ? &*filter : nullptr});
  });
  return hit_rows(hits, language, asked);
}

// [(begin, end, words, hit_rows)], code points of the query
py::list fragments(const SharedMemories& asked, const py::str& query, const std::string& from, const std::string& to,
                   std::size_t min_words, std::size_t max_hits, const std::optional<py::dict>& fields) {
  const std::string text = to_utf8(query);
  const Language source(from);
  const Language target(to);
  std::optional<UnitFilter> filter;
  if (fields) filter = to_filter(*fields);
  const auto found = use_all(asked, [&](std::span<const MemoryToAsk> memories) {
    return fragments_in(memories, text, source, target,
                        {.min_words = min_words, .max_hits = max_hits, .filter = filter ? &*filter : nullptr});
  });
  py::list rows;
  for (const Fragment& fragment : found) {
    const ByteRange range = to_code_points(text, {fragment.range}).front();
    rows.append(py::make_tuple(range.begin, range.end, fragment.words, hit_rows(fragment.hits, source, asked)));
  }
  return rows;
}

}  // namespace

FindOptions QueryArguments::options() const {
  FindOptions options = numbers;
  options.previous = previous;
  options.next = next;
  options.context_id = context_id;
  options.filter = filter ? &*filter : nullptr;
  options.penalties.properties = property_penalties;
  return options;
}

py::list match_rows(const std::vector<Match>& matches, std::string_view query, const Language& from,
                    const Language& to, const SharedMemories& asked, const std::vector<InlineCode>* codes) {
  py::list rows;
  for (const Match& match : matches) rows.append(match_fields(match, query, from, to, asked, codes));
  return rows;
}

void bind_look_up(py::module_& module) {
  py::class_<QueryArguments>(module, "QueryArguments")
      .def(py::init(&query_arguments), py::kw_only(), py::arg("min_similarity"), py::arg("max_matches"),
           py::arg("previous"), py::arg("next"), py::arg("context_id"), py::arg("penalties"), py::arg("filter"),
           py::arg("codes"));
  module.def("find", &find);
  module.def("find_all", &find_all);
  module.def("concordance", &concordance);
  module.def("fragments", &fragments);
}

}  // namespace egiz::python
