// SPDX-License-Identifier: Apache-2.0
#include "api/alignment.h"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include "align/aligner.h"
#include "align/moves.h"
#include "align/regions.h"
#include "api/detail/read_file.h"
#include "base/error.h"
#include "exchange/ladder.h"
#include "exchange/output_file.h"
#include "exchange/unit_writer.h"

namespace egiz {
namespace {

std::string segment_or_nothing(const Document& document, std::size_t i) {
  return i < document.size() ? std::string(document.segment_text(i)) : std::string();
}

TranslationUnit to_unit(const AlignedDocuments& aligned, const AlignedBead& bead, const std::string& name) {
  TranslationUnit unit;
  for (std::size_t side = 0; side < bead.sides.size(); ++side) {
    const SegmentRange& range = bead.sides[side];
    if (range.empty()) continue;
    const Document& document = aligned.documents[side].document;
    Variant variant{.language = document.language(), .text = bead_text(document, range)};
    if (range.begin > 0) variant.previous = segment_or_nothing(document, range.begin - 1);
    variant.next = segment_or_nothing(document, range.end);
    unit.variants.push_back(std::move(variant));
  }
  unit.context.document = name;
  unit.origin = {.kind = Origin::Kind::aligned, .confidence = bead.confidence};
  return unit;
}

std::vector<Bead> pair_beads(const AlignedDocuments& aligned) {
  std::vector<Bead> beads;
  for (const AlignedBead& bead : aligned.beads) beads.push_back({bead.sides[0], bead.sides[1], bead.confidence});
  return beads;
}

std::vector<TripleBead> triple_beads(const AlignedDocuments& aligned) {
  std::vector<TripleBead> beads;
  for (const AlignedBead& bead : aligned.beads) {
    beads.push_back({bead.sides[0], bead.sides[1], bead.sides[2], bead.confidence});
  }
  return beads;
}

void write_ladder_of(const AlignedDocuments& aligned, std::ostream& stream) {
  if (aligned.documents.size() == 2) {
    write_ladder(stream, pair_beads(aligned));
  } else {
    write_ladder(stream, triple_beads(aligned));
  }
}

UnitFormat unit_format(AlignmentFormat format) {
  switch (format) {
    case AlignmentFormat::tsv:
      return UnitFormat::tsv;
    case AlignmentFormat::jsonl:
      return UnitFormat::jsonl;
    case AlignmentFormat::moses:
      return UnitFormat::moses;
    default:
      return UnitFormat::tmx;
  }
}

std::vector<Language> languages_of(const AlignedDocuments& aligned) {
  std::vector<Language> languages;
  for (const LoadedDocument& loaded : aligned.documents) languages.push_back(loaded.document.language());
  return languages;
}

// TSV and Moses have a column a language; TMX and JSONL take each unit with the languages it has.
UnitWriteOptions write_options(const AlignedDocuments& aligned, AlignmentFormat format, bool overwrite) {
  const bool has_columns = format == AlignmentFormat::tsv || format == AlignmentFormat::moses;
  return {.languages = has_columns ? languages_of(aligned) : std::vector<Language>{}, .overwrite = overwrite};
}

void write_units(UnitWriter& writer, const AlignedDocuments& aligned) {
  for (const TranslationUnit& unit : to_units(aligned)) writer.write(unit);
  writer.finish();
}

std::vector<AlignedBead> to_aligned_beads(const std::vector<Bead>& from) {
  std::vector<AlignedBead> beads;
  for (const Bead& bead : from) beads.push_back({{bead.source, bead.target}, bead.confidence});
  return beads;
}

// "segments 3 to 7", as a ladder counts.
std::string segments_of(SegmentRange range) {
  return "segments " + std::to_string(range.begin) + " to " + std::to_string(range.end - 1);
}

void add_stretches(AlignedDocuments& aligned, const Alignment& alignment, std::size_t source, std::size_t target) {
  const std::vector<Region> regions =
      find_untranslated(alignment, aligned.documents[source].document, aligned.documents[target].document);
  for (const Region& region : regions) aligned.untranslated.push_back({source, target, region.source, region.target});
  for (const Move& move : alignment.moves) aligned.moves.push_back({source, target, move.source, move.target});
}

}  // namespace

void require_different_languages(const std::vector<LoadedDocument>& documents) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (std::size_t j = i + 1; j < documents.size(); ++j) {
      const Language& language = documents[i].document.language();
      if (language == documents[j].document.language()) {
        throw Error(ErrorCode::invalid_argument,
                    documents[i].name + " and " + documents[j].name + " are in one language, " + language.tag() +
                        "; give a text and its translation, or name the languages (--languages)");
      }
    }
  }
}

AlignedDocuments align_documents(std::vector<LoadedDocument> documents, const AlignDocumentsOptions& options,
                                 const Progress& progress) {
  if (documents.size() != 2 && documents.size() != 3) {
    throw Error(ErrorCode::invalid_argument,
                "two or three documents are aligned at a time, not " + std::to_string(documents.size()));
  }
  require_different_languages(documents);
  const AlignOptions align_options{.lexicon = options.lexicon, .fixed = options.fixed};
  const Document& a = documents[0].document;
  const Document& b = documents[1].document;
  if (documents.size() == 2) {
    const Alignment alignment = align(a, b, align_options, progress);
    return to_aligned(std::move(documents), alignment, options.moves);
  }
  const TripleAlignment alignment = align(a, b, documents[2].document, align_options, progress);
  AlignedDocuments aligned{.documents = std::move(documents)};
  for (const TripleBead& bead : options.moves ? with_moves(alignment) : alignment.beads) {
    aligned.beads.push_back({{bead.a, bead.b, bead.c}, bead.confidence});
  }
  aligned.parallelism = alignment.parallelism;
  for (const auto& [source, target] : {std::pair{0U, 1U}, std::pair{0U, 2U}, std::pair{1U, 2U}}) {
    add_stretches(aligned, project(alignment, source, target), source, target);
  }
  return aligned;
}

AlignedDocuments to_aligned(std::vector<LoadedDocument> documents, const Alignment& alignment, bool moves) {
  AlignedDocuments aligned{.documents = std::move(documents)};
  aligned.beads = to_aligned_beads(moves ? with_moves(alignment) : alignment.beads);
  aligned.parallelism = alignment.parallelism;
  add_stretches(aligned, alignment, 0, 1);
  return aligned;
}

std::vector<Finding> describe_stretches(const AlignedDocuments& aligned) {
  std::vector<Finding> findings;
  const auto add = [&](const AlignedDocuments::Stretch& stretch, std::string_view both) {
    const std::string& source = aligned.documents[stretch.source_document].name;
    const std::string& target = aligned.documents[stretch.target_document].name;
    if (stretch.source.empty()) {
      findings.push_back({target, segments_of(stretch.target) + " have no translation in " + source});
    } else if (stretch.target.empty()) {
      findings.push_back({source, segments_of(stretch.source) + " have no translation in " + target});
    } else {
      findings.push_back(
          {source, segments_of(stretch.source) + std::string(both) + segments_of(stretch.target) + " of " + target});
    }
  };
  for (const auto& stretch : aligned.untranslated) add(stretch, " do not translate ");
  for (const auto& stretch : aligned.moves) add(stretch, " stand elsewhere, as ");
  return findings;
}

std::vector<Bead> read_fixed_beads(const std::filesystem::path& file) {
  const std::vector<Rung> rungs = read_ladder(detail::read_file(file), file.string());
  try {
    return to_fixed_beads(rungs);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what());
  }
}

std::string bead_text(const Document& document, const SegmentRange& range) {
  std::string text;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!text.empty()) text.push_back(' ');
    text.append(document.segment_text(i));
  }
  return text;
}

std::vector<TranslationUnit> to_units(const AlignedDocuments& aligned) {
  std::string name;
  for (const LoadedDocument& loaded : aligned.documents) {
    if (!name.empty()) name += " | ";
    name += std::filesystem::path(loaded.name).filename().string();
  }
  std::vector<TranslationUnit> units;
  for (std::size_t i = 0; i < aligned.beads.size(); ++i) {
    TranslationUnit unit = to_unit(aligned, aligned.beads[i], name);
    if (unit.variants.size() < 2) continue;
    unit.context.position = static_cast<std::int64_t>(i);
    units.push_back(std::move(unit));
  }
  return units;
}

AlignmentFormat alignment_format_of(const std::filesystem::path& file) {
  if (file.extension() == ".ladder") return AlignmentFormat::ladder;
  switch (unit_format_of(file)) {
    case UnitFormat::tsv:
      return AlignmentFormat::tsv;
    case UnitFormat::jsonl:
      return AlignmentFormat::jsonl;
    case UnitFormat::moses:
      return AlignmentFormat::moses;
    default:
      return AlignmentFormat::tmx;
  }
}

void write_alignment(const AlignedDocuments& aligned, const std::filesystem::path& file, AlignmentFormat format,
                     bool overwrite) {
  if (format == AlignmentFormat::ladder) {
    OutputFile output(file, overwrite);
    write_ladder_of(aligned, output.stream());
    output.commit();
    return;
  }
  write_units(*open_unit_writer(file, unit_format(format), write_options(aligned, format, overwrite)), aligned);
}

void write_alignment(const AlignedDocuments& aligned, std::ostream& stream, AlignmentFormat format) {
  if (format == AlignmentFormat::moses) {
    throw Error(ErrorCode::invalid_argument,
                "moses is one file a language and cannot go to a stream; name a file (-o)");
  }
  if (format == AlignmentFormat::ladder) {
    write_ladder_of(aligned, stream);
    return;
  }
  write_units(*open_unit_writer(stream, unit_format(format), write_options(aligned, format, false)), aligned);
}

AlignmentScore evaluate_files(const std::filesystem::path& gold, const std::filesystem::path& hypothesis) {
  const std::vector<Rung> gold_rungs = read_ladder(detail::read_file(gold), gold.string());
  return evaluate(gold_rungs, read_ladder(detail::read_file(hypothesis), hypothesis.string()));
}

}  // namespace egiz
