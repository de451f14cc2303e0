// SPDX-License-Identifier: Apache-2.0
#include "api/detail/pretranslation_output.h"

#include <cmath>
#include <string>
#include <vector>

#include "api/json.h"

namespace egiz::detail {
namespace {

// The segments of a document have no codes, so what is written for them has none.
Variant plain_variant(const Language& language, std::string_view text) {
  return {language, std::string(text), {}, {}, {}, {}};
}

}  // namespace

void write_pretranslated_table(const Pretranslation& pretranslation, std::ostream& stream, TableFormat format) {
  const Document& document = pretranslation.source.document;
  const auto table = open_table_writer(stream, format, {.sheet = "translation"});
  std::vector<TableCell> heading = {
      document.language().tag(), pretranslation.to.tag(), "score", "kind", "origin", "unit"};
  const bool tells_memory = pretranslation.memories.size() > 1;
  if (tells_memory) heading.emplace_back("memory");
  table->row(heading);
  for (std::size_t i = 0; i < document.size(); ++i) {
    std::vector<TableCell> row(heading.size(), std::string_view());
    row[0] = document.segment_text(i);
    if (const auto& match = pretranslation.matches[i]) {
      row[1] = match_target(*match, pretranslation.to);
      row[2] = std::round(match->score * 10) / 10;
      row[3] = match_kind_name(match->kind);
      row[4] = origin_name(match->unit.origin.kind);
      row[5] = static_cast<double>(match->id.value);
      if (tells_memory) row[6] = pretranslation.memories[match->memory];
    }
    table->row(row);
  }
  table->finish();
}

void write_pretranslated_xliff(const Pretranslation& pretranslation, std::ostream& stream, XliffVersion version) {
  const Document& document = pretranslation.source.document;
  const auto writer = open_xliff_writer(stream, version, document.language().tag(), pretranslation.to.tag());
  for (std::size_t i = 0; i < document.size(); ++i) {
    const Variant source = plain_variant(document.language(), document.segment_text(i));
    XliffSegment segment;
    segment.document = pretranslation.source.name;
    segment.source = &source;
    Variant target;
    if (const auto& match = pretranslation.matches[i]) {
      const Variant& found = match_variant(*match, pretranslation.to);
      target = plain_variant(found.language, match_target(*match, pretranslation.to));
      segment.target = &target;
      segment.state = match->score >= 100 && found.codes.empty() ? XliffState::translated : XliffState::needs_review;
      segment.is_machine = match->unit.origin.kind == Origin::Kind::machine;
      segment.proposals = {
          {&match_variant(*match, document.language()), &found, match->score, pretranslation.memories[match->memory]}};
    }
    writer->write(segment);
  }
  writer->finish();
}

}  // namespace egiz::detail
