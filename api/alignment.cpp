// SPDX-License-Identifier: Apache-2.0
#include "api/alignment.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include "align/aligner.h"
#include "api/detail/read_file.h"
#include "base/error.h"
#include "exchange/ladder.h"
#include "exchange/output_file.h"
#include "exchange/unit_writer.h"

namespace egiz {
namespace {

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

std::vector<AlignedBead> to_aligned_beads(const Alignment& alignment) {
  std::vector<AlignedBead> beads;
  for (const Bead& bead : alignment.beads) beads.push_back({{bead.source, bead.target}, bead.confidence});
  return beads;
}

}  // namespace

AlignedDocuments align_documents(std::vector<LoadedDocument> documents) {
  if (documents.size() != 2 && documents.size() != 3) {
    throw Error(ErrorCode::invalid_argument,
                "two or three documents are aligned at a time, not " + std::to_string(documents.size()));
  }
  require_different_languages(documents);
  AlignedDocuments aligned{std::move(documents), {}, 0};
  const Document& a = aligned.documents[0].document;
  const Document& b = aligned.documents[1].document;
  if (aligned.documents.size() == 2) {
    const Alignment alignment = align(a, b);
    aligned.beads = to_aligned_beads(alignment);
    aligned.parallelism = alignment.parallelism;
    return aligned;
  }
  const TripleAlignment alignment = align(a, b, aligned.documents[2].document);
  for (const TripleBead& bead : alignment.beads) aligned.beads.push_back({{bead.a, bead.b, bead.c}, bead.confidence});
  aligned.parallelism = alignment.parallelism;
  return aligned;
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

std::vector<AlignJob> read_job_list(const std::filesystem::path& file) {
  const std::string text = detail::read_file(file);
  std::vector<AlignJob> jobs;
  std::size_t line_number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line(text.data() + begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == line.npos ? line.npos : line.find('\t', first + 1);
    if (second == line.npos || first == 0 || second == first + 1 || second + 1 == line.size()) {
      throw Error(ErrorCode::parse, file.string() + ":" + std::to_string(line_number) +
                                        ": a job is source, target and output, separated by tabs");
    }
    const std::string_view output = line.substr(second + 1);
    jobs.push_back(
        {line.substr(0, first), line.substr(first + 1, second - first - 1), output.substr(0, output.find('\t'))});
  }
  return jobs;
}

namespace {

bool is_done(const AlignJob& job) {
  std::error_code code;
  const auto written = std::filesystem::last_write_time(job.output, code);
  if (code) return false;
  for (const auto* input : {&job.source, &job.target}) {
    const auto changed = std::filesystem::last_write_time(*input, code);
    if (!code && changed > written) return false;
  }
  return true;
}

// A job whose documents are read: what is left to do is to align and to write.
struct OpenJob {
  std::size_t index = 0;
  AlignedDocuments documents;
};

OpenJob open_job(std::size_t index, const AlignJob& job, const AlignListOptions& options) {
  if (!options.overwrite && !options.resume && std::filesystem::exists(job.output)) {
    throw Error(ErrorCode::exists, job.output.string() + ": is there already; say --overwrite or --resume");
  }
  OpenJob open{index, {}};
  for (std::size_t side = 0; side < 2; ++side) {
    LoadOptions load{.language = std::nullopt,
                     .segmented = options.segmented,
                     .rules = options.rules,
                     .limits = options.limits};
    if (!options.languages.empty()) load.language = options.languages[side];
    open.documents.documents.push_back(load_document(side == 0 ? job.source : job.target, load));
  }
  require_different_languages(open.documents.documents);
  return open;
}

}  // namespace

std::vector<AlignJobResult> align_list(std::span<const AlignJob> jobs, const AlignListOptions& options,
                                       const Progress& progress) {
  if (!options.languages.empty() && options.languages.size() != 2) {
    throw Error(ErrorCode::invalid_argument,
                "a list is of pairs: name two languages, not " + std::to_string(options.languages.size()));
  }
  std::vector<AlignJobResult> results(jobs.size());
  std::vector<OpenJob> open;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (options.resume && is_done(jobs[i])) {
      results[i] = {AlignJobResult::Outcome::skipped, 0, 0, "done before"};
      continue;
    }
    try {
      open.push_back(open_job(i, jobs[i], options));
    } catch (const Error& error) {
      results[i].message = error.what();
    }
  }

  std::vector<DocumentPair> pairs;
  for (const OpenJob& job : open) {
    pairs.push_back({&job.documents.documents[0].document, &job.documents.documents[1].document});
  }
  const std::vector<Alignment> alignments = align_all(pairs, {}, progress);

  for (std::size_t i = 0; i < open.size(); ++i) {
    AlignJobResult& result = results[open[i].index];
    AlignedDocuments& aligned = open[i].documents;
    aligned.beads = to_aligned_beads(alignments[i]);
    aligned.parallelism = alignments[i].parallelism;
    try {
      write_alignment(aligned, jobs[open[i].index].output, options.format, options.overwrite || options.resume);
      result = {AlignJobResult::Outcome::aligned, aligned.beads.size(), aligned.parallelism, {}};
    } catch (const Error& error) {
      result.message = error.what();
    }
  }
  return results;
}

AlignmentScore evaluate_files(const std::filesystem::path& gold, const std::filesystem::path& hypothesis) {
  const std::vector<Rung> gold_rungs = read_ladder(detail::read_file(gold), gold.string());
  return evaluate(gold_rungs, read_ladder(detail::read_file(hypothesis), hypothesis.string()));
}

}  // namespace egiz
