// SPDX-License-Identifier: Apache-2.0
#include "api/analysis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <utility>

#include "api/detail/pretranslation_output.h"
#include "api/detail/table_format.h"
#include "api/json.h"
#include "base/error.h"
#include "exchange/output_file.h"
#include "tm/best_matches.h"

namespace egiz {
namespace {

LoadedDocument load_source(const std::filesystem::path& file, const std::optional<Language>& from, const Language& to,
                           bool segmented, const SentenceRules& rules, const DocumentLimits& limits) {
  LoadedDocument loaded =
      load_document(file, {.language = from, .segmented = segmented, .rules = rules, .limits = limits});
  if (to.covers(loaded.document.language())) {
    throw Error(ErrorCode::invalid_argument,
                loaded.name + ": it is in " + to.tag() + " already; name its language with --from if it is not");
  }
  return loaded;
}

std::vector<TextInContext> texts_of(const Document& document) {
  std::vector<TextInContext> texts;
  for (std::size_t i = 0; i < document.size(); ++i) texts.push_back({document.segment_text(i), {}, {}});
  for (std::size_t i = 1; i < texts.size(); ++i) {
    texts[i].previous = texts[i - 1].text;
    texts[i - 1].next = texts[i].text;
  }
  return texts;
}

std::vector<std::string> memory_names(std::span<const MemoryToAsk> memories) {
  std::vector<std::string> names;
  for (const MemoryToAsk& asked : memories) names.push_back(asked.memory->path().stem().string());
  return names;
}

void write_analysis_row(std::string_view file, std::string_view band, const Volume& volume, TableWriter& table) {
  const auto number = [](std::size_t count) { return static_cast<double>(count); };
  const std::array<TableCell, 7> cells = {file,
                                          band,
                                          number(volume.segments),
                                          number(volume.words),
                                          number(volume.characters),
                                          number(volume.characters_with_spaces),
                                          std::round(volume.pages() * 100) / 100};
  table.row(cells);
}

}  // namespace

AnalysisReport analyse_files(std::span<const MemoryToAsk> memories, std::span<const std::filesystem::path> files,
                             const AnalyseOptions& options, const Progress& progress) {
  std::vector<LoadedDocument> loaded;
  for (const std::filesystem::path& file : files) {
    loaded.push_back(
        load_source(file, options.from, options.to, options.segmented, options.rules, options.limits));
    const Language& language = loaded.back().document.language();
    if (language == loaded.front().document.language()) continue;
    throw Error(ErrorCode::invalid_argument,
                loaded.back().name + ": it is in " + language.tag() + ", but " + loaded.front().name + " in " +
                    loaded.front().document.language().tag() + "; analyse one language at a time");
  }
  std::vector<DocumentToAnalyse> documents;
  for (const LoadedDocument& document : loaded) documents.push_back({document.name, &document.document});
  const Language from = loaded.empty() ? Language() : loaded.front().document.language();
  return analyse_all(memories, documents, from, options.to, options.find, progress);
}

void write_analysis(const AnalysisReport& report, TableWriter& table) {
  static constexpr std::array<TableCell, 7> kHeading = {
      "file", "band", "segments", "words", "characters", "characters_with_spaces", "pages"};
  table.row(kHeading);
  std::vector<FileAnalysis> files = report.files;
  files.push_back(report.total());
  for (const FileAnalysis& file : files) {
    for (std::size_t i = 0; i < kBandCount; ++i) {
      write_analysis_row(file.name, band_name(static_cast<Band>(i)), file.bands[i], table);
    }
    write_analysis_row(file.name, "total", file.total(), table);
  }
  table.finish();
}

void write_analysis(const AnalysisReport& report, const std::filesystem::path& file, bool overwrite) {
  write_analysis(
      report, *open_table_writer(file, detail::table_format_in(file), {.overwrite = overwrite, .sheet = "analysis"}));
}

std::size_t Pretranslation::translated() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(matches, [](const std::optional<Match>& match) { return match.has_value(); }));
}

Pretranslation pretranslate_file(std::span<const MemoryToAsk> memories, const std::filesystem::path& file,
                                 const PretranslateOptions& options, const Progress& progress) {
  Pretranslation done{
      load_source(file, options.from, options.to, options.segmented, options.rules, options.limits), options.to,
      memory_names(memories), {}};
  const Document& document = done.source.document;
  done.matches =
      best_matches_all(memories, texts_of(document), document.language(), options.to, options.find, progress);
  return done;
}

PretranslationFormat pretranslation_format_of(const std::filesystem::path& file) {
  const std::filesystem::path ending = file.extension();
  if (ending == ".jsonl") return PretranslationFormat::jsonl;
  if (ending == ".xlsx") return PretranslationFormat::xlsx;
  return ending == ".xlf" || ending == ".xliff" ? PretranslationFormat::xliff_1_2 : PretranslationFormat::tsv;
}

void write_pretranslation(const Pretranslation& pretranslation, std::ostream& stream, PretranslationFormat format) {
  switch (format) {
    case PretranslationFormat::tsv:
      return detail::write_pretranslated_table(pretranslation, stream, TableFormat::tsv);
    case PretranslationFormat::xlsx:
      return detail::write_pretranslated_table(pretranslation, stream, TableFormat::xlsx);
    case PretranslationFormat::xliff_1_2:
      return detail::write_pretranslated_xliff(pretranslation, stream, XliffVersion::v1_2);
    case PretranslationFormat::xliff_2_1:
      return detail::write_pretranslated_xliff(pretranslation, stream, XliffVersion::v2_1);
    case PretranslationFormat::jsonl:
      break;
  }
  for (std::size_t i = 0; i < pretranslation.matches.size(); ++i) {
    stream << pretranslated_segment_json(pretranslation, i) << '\n';
  }
}

void write_pretranslation(const Pretranslation& pretranslation, const std::filesystem::path& file,
                          PretranslationFormat format, bool overwrite) {
  OutputFile output(file, overwrite);
  write_pretranslation(pretranslation, output.stream(), format);
  output.commit();
}

}  // namespace egiz
