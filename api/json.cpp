// SPDX-License-Identifier: Apache-2.0
#include "api/json.h"

#include <array>
#include <cassert>
#include <cstdio>
#include <sstream>

#include "api/detail/json_line.h"
#include "base/error.h"
#include "exchange/unit_writer.h"

namespace egiz {
namespace {

using detail::Json;
using detail::line;
using detail::rounded;
using detail::rounded_probability;
using detail::time_or_null;

Json bead_object(const AlignedDocuments& aligned, const AlignedBead& bead) {
  Json sides = Json::array();
  Json texts = Json::array();
  for (std::size_t side = 0; side < bead.sides.size(); ++side) {
    sides.push_back({bead.sides[side].begin, bead.sides[side].end});
    texts.push_back(bead_text(aligned.documents[side].document, bead.sides[side]));
  }
  return {
      {"sides", std::move(sides)}, {"confidence", rounded_probability(bead.confidence)}, {"texts", std::move(texts)}};
}

Json stretches_array(std::span<const AlignedDocuments::Stretch> stretches) {
  Json list = Json::array();
  for (const AlignedDocuments::Stretch& stretch : stretches) {
    Json sides = {{stretch.source.begin, stretch.source.end}, {stretch.target.begin, stretch.target.end}};
    list.push_back({{"documents", {stretch.source_document, stretch.target_document}}, {"sides", std::move(sides)}});
  }
  return list;
}

Json group_object(const DocumentGroup& group) {
  Json files = Json::array();
  for (std::size_t i = 0; i < group.files.size(); ++i) {
    files.push_back({{"name", group.files[i].string()}, {"language", group.languages[i].tag()}});
  }
  return {{"files", std::move(files)},
          {"confidence", rounded_probability(group.confidence)},
          {"names", group.has_like_names}};
}

Json volume_object(const Volume& volume) {
  return {{"segments", volume.segments},
          {"words", volume.words},
          {"characters", volume.characters},
          {"characters_with_spaces", volume.characters_with_spaces},
          {"pages", rounded(volume.pages())}};
}

Json file_object(const FileAnalysis& file) {
  Json bands = Json::array();
  for (std::size_t i = 0; i < kBandCount; ++i) {
    Json band = {{"band", band_name(static_cast<Band>(i))}};
    band.update(volume_object(file.bands[i]));
    bands.push_back(std::move(band));
  }
  return {{"name", file.name}, {"bands", std::move(bands)}, {"total", volume_object(file.total())}};
}

}  // namespace

std::string paragraph_json(const Paragraph& paragraph) {
  return line({{"kind", paragraph_kind_name(paragraph.kind)}, {"text", paragraph.text}});
}

std::string segment_json(const Document& document, std::size_t segment) {
  const Segment& place = document.segments()[segment];
  return line({{"begin", place.range.begin},
               {"end", place.range.end},
               {"paragraph", place.paragraph},
               {"text", document.segment_text(segment)}});
}

std::string alignment_json(const AlignedDocuments& aligned) {
  Json documents = Json::array();
  Json languages = Json::array();
  for (const LoadedDocument& loaded : aligned.documents) {
    documents.push_back(loaded.name);
    languages.push_back(loaded.document.language().tag());
  }
  Json beads = Json::array();
  for (const AlignedBead& bead : aligned.beads) beads.push_back(bead_object(aligned, bead));
  return line({{"documents", std::move(documents)},
               {"languages", std::move(languages)},
               {"parallelism", rounded_probability(aligned.parallelism)},
               {"beads", std::move(beads)},
               {"untranslated", stretches_array(aligned.untranslated)},
               {"moves", stretches_array(aligned.moves)}});
}

std::string pairing_json(const PairFolderReport& report) {
  Json groups = Json::array();
  Json denied = Json::array();
  Json alone = Json::array();
  Json left_out = Json::array();
  for (const DocumentGroup& group : report.groups) groups.push_back(group_object(group));
  for (const DocumentGroup& group : report.denied) denied.push_back(group_object(group));
  for (const AloneDocument& document : report.alone) {
    alone.push_back({{"name", document.file.string()}, {"language", document.language.tag()}});
  }
  for (const Finding& finding : report.left_out) {
    left_out.push_back({{"place", finding.place}, {"reason", finding.reason}});
  }
  return line({{"groups", std::move(groups)},
               {"denied", std::move(denied)},
               {"alone", std::move(alone)},
               {"left_out", std::move(left_out)}});
}

std::string unit_json(const TranslationUnit& unit) {
  std::ostringstream stream;
  const std::unique_ptr<UnitWriter> writer = open_unit_writer(stream, UnitFormat::jsonl);
  writer->write(unit);
  writer->finish();
  if (writer->left_out().total() > 0) {
    throw Error(ErrorCode::invalid_argument, "the unit has not two variants with text; give it what is missing");
  }
  std::string text = stream.str();
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string score_json(const AlignmentScore& score) {
  return line({{"strict",
                {{"precision", rounded_probability(score.strict_precision())},
                 {"recall", rounded_probability(score.strict_recall())},
                 {"f1", rounded_probability(score.strict_f1())}}},
               {"lax",
                {{"precision", rounded_probability(score.lax_precision())},
                 {"recall", rounded_probability(score.lax_recall())},
                 {"f1", rounded_probability(score.lax_f1())}}},
               {"null", {{"f1", rounded_probability(score.null_f1())}}}});
}

std::string stats_json(const Memory& memory) {
  Json languages = Json::array();
  for (const Memory::LanguageCount& count : memory.languages()) {
    languages.push_back({{"language", count.language.tag()}, {"units", count.units}, {"characters", count.characters}});
  }
  return line({{"units", memory.size()}, {"languages", std::move(languages)}});
}

std::string identification_json(std::string_view file, const Language& language, double confidence) {
  return line({{"file", file}, {"language", language.tag()}, {"confidence", rounded_probability(confidence)}});
}

std::string finding_json(const ReportedFinding& reported) {
  const CheckFinding& finding = reported.finding;
  return line({{"id", finding.id.value},
               {"check", finding.check},
               {"language", finding.language.tag()},
               {"begin", finding.range.begin},
               {"end", finding.range.end},
               {"text", reported.text},
               {"message", finding.message}});
}

std::string analysis_json(const AnalysisReport& report) {
  Json files = Json::array();
  for (const FileAnalysis& file : report.files) files.push_back(file_object(file));
  return line({{"files", std::move(files)}, {"total", file_object(report.total())}});
}

std::string pretranslated_segment_json(const Pretranslation& pretranslation, std::size_t segment) {
  const Document& document = pretranslation.source.document;
  const std::optional<Match>& match = pretranslation.matches[segment];
  return line({{"source", document.segment_text(segment)},
               {"target", match ? Json(match_target(*match, pretranslation.to)) : Json()},
               {"score", match ? Json(rounded(match->score)) : Json()},
               {"kind", match ? Json(match_kind_name(match->kind)) : Json()},
               {"origin", match ? Json(origin_name(match->unit.origin.kind)) : Json()},
               {"unit", match ? Json(match->id.value) : Json()},
               {"paragraph", document.segments()[segment].paragraph},
               {"memory", match ? Json(pretranslation.memories[match->memory]) : Json()}});
}

std::string action_json(const Action& action) {
  return line({{"number", action.number},
               {"at", iso_time(action.at)},
               {"added", action.added},
               {"changed", action.changed},
               {"removed", action.removed},
               {"undoes", action.undoes ? Json(*action.undoes) : Json()},
               {"stands", action.stands},
               {"author", action.author}});
}

std::string action_step_json(const ActionStep& step) {
  constexpr std::array<std::string_view, 3> kNames = {"added", "changed", "removed"};
  Json before;
  if (step.before) {
    for (const Variant& variant : step.before->variants) before[variant.language.tag()] = variant.text;
  }
  return line({{"kind", kNames[static_cast<std::size_t>(step.kind)]},
               {"first", step.first.value},
               {"last", step.last.value},
               {"before", std::move(before)}});
}

std::string lint_json(std::string_view file, const TmxLintReport& report) {
  Json faults = Json::array();
  for (const TmxFault& fault : report.faults) {
    faults.push_back(
        {{"place", fault.place}, {"rule", fault.rule}, {"message", fault.message}, {"programs", fault.programs}});
  }
  return line({{"file", file}, {"units", report.units}, {"faults", std::move(faults)}, {"counts", report.counts}});
}

std::string iso_time(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

std::string_view origin_name(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::human:
      return "human";
    case Origin::Kind::aligned:
      return "aligned";
    case Origin::Kind::reviewed:
      return "reviewed";
    case Origin::Kind::machine:
      return "machine";
    case Origin::Kind::imported:
      return "imported";
  }
  return "human";
}

std::string_view paragraph_kind_name(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::text:
      return "text";
    case ParagraphKind::heading:
      return "heading";
    case ParagraphKind::list_item:
      return "list_item";
    case ParagraphKind::table_cell:
      return "table_cell";
    case ParagraphKind::footnote:
      return "footnote";
    case ParagraphKind::caption:
      return "caption";
  }
  return "text";
}

const Variant& match_variant(const Match& match, const Language& language) {
  return unit_variant(match.unit, language);
}

const std::string& match_text(const Match& match, const Language& language) { return unit_text(match.unit, language); }

const Variant& unit_variant(const TranslationUnit& unit, const Language& language) {
  const Variant* best = nullptr;
  for (const Variant& variant : unit.variants) {
    if (variant.language == language) return variant;
    const bool may_answer = variant.language.covers(language) || language.covers(variant.language);
    if (may_answer && (best == nullptr || variant.language < best->language)) best = &variant;
  }
  assert(best != nullptr);  // else the unit would answer another query
  return *best;
}

const std::string& unit_text(const TranslationUnit& unit, const Language& language) {
  return unit_variant(unit, language).text;
}

const std::string& match_target(const Match& match, const Language& language) {
  return match.adjusted ? *match.adjusted : match_text(match, language);
}

std::string_view match_kind_name(MatchKind kind) {
  switch (kind) {
    case MatchKind::context:
      return "context";
    case MatchKind::exact:
      return "exact";
    case MatchKind::fuzzy:
      return "fuzzy";
  }
  return "fuzzy";
}

}  // namespace egiz
