// SPDX-License-Identifier: Apache-2.0
#include "api/memories.h"

#include <algorithm>
#include <utility>

#include "api/detail/add_from.h"
#include "api/detail/duplicate_watch.h"
#include "base/error.h"

namespace egiz {
namespace {

std::string not_translations(const AlignedDocuments& aligned) {
  std::string names;
  for (const LoadedDocument& loaded : aligned.documents) names += (names.empty() ? "" : ", ") + loaded.name;
  return names + ": these do not translate each other (parallelism " +
         std::to_string(aligned.parallelism).substr(0, 4) + "); nothing was added; --force adds them all the same";
}

std::vector<LoadedDocument> load_all(std::span<const std::filesystem::path> files, const AddDocumentsOptions& options) {
  if (!options.languages.empty() && options.languages.size() != files.size()) {
    throw Error(ErrorCode::invalid_argument, std::to_string(files.size()) + " documents, but " +
                                                 std::to_string(options.languages.size()) +
                                                 " languages; name one language for each document");
  }
  std::vector<LoadedDocument> documents;
  for (std::size_t i = 0; i < files.size(); ++i) {
    LoadOptions load{
        .language = std::nullopt, .segmented = options.segmented, .rules = options.rules, .limits = options.limits};
    if (!options.languages.empty()) load.language = options.languages[i];
    documents.push_back(load_document(files[i], load));
  }
  return documents;
}

}  // namespace

Memory open_or_create_memory(const std::filesystem::path& file) {
  return std::filesystem::exists(file) ? Memory::open(file) : Memory::create(file);
}

void with_memory(const std::filesystem::path& file, const std::function<bool(Memory&)>& work) {
  const bool was_there = std::filesystem::exists(file);
  bool keep = was_there;
  try {
    Memory memory = open_or_create_memory(file);
    keep = work(memory) || was_there;
  } catch (...) {
    if (!was_there) Memory::erase(file);
    throw;
  }
  if (!keep) Memory::erase(file);
}

AlignedDocuments align_files(std::span<const std::filesystem::path> files, const AddDocumentsOptions& options,
                             const Progress& progress) {
  return align_documents(load_all(files, options),
                         {.lexicon = options.lexicon, .fixed = options.fixed, .moves = options.moves}, progress);
}

AddDocumentsResult add_aligned(Memory& memory, const AlignedDocuments& aligned, bool force, const Progress& progress) {
  AddDocumentsResult result;
  for (const LoadedDocument& loaded : aligned.documents) {
    result.documents.push_back(loaded.name);
    result.segments += loaded.document.size();
    result.findings.insert(result.findings.end(), loaded.findings.begin(), loaded.findings.end());
  }
  result.parallelism = aligned.parallelism;
  if (aligned.parallelism < kMinParallelism && !force) {
    result.refused = true;
    result.message = not_translations(aligned);
    return result;
  }
  for (Finding& finding : describe_stretches(aligned)) result.findings.push_back(std::move(finding));
  const std::vector<TranslationUnit> units = to_units(aligned);
  result.units = units.size();
  result.report = memory.add_all(units, progress);
  return result;
}

AddDocumentsResult add_documents(Memory& memory, std::span<const std::filesystem::path> files,
                                 const AddDocumentsOptions& options, const Progress& progress) {
  return add_aligned(memory, align_files(files, options, progress), options.force, progress);
}

ImportResult import_file(Memory& memory, const std::filesystem::path& file, const ImportOptions& options,
                         const Progress& progress) {
  ImportResult result;
  detail::DuplicateWatch watch(memory, options.duplicates);
  const auto read = [&](const UnitSink& sink) {
    const UnitSink watched = [&](TranslationUnit&& unit) { return !watch.lets_in(unit) || sink(std::move(unit)); };
    result.read = read_units(file, watched, options.read);
  };
  result.added = detail::add_from(memory, read, progress);
  result.passed_over = watch.passed_over();
  result.replaced = watch.remove_older(memory, progress);
  return result;
}

ReadReport preview_file(const std::filesystem::path& file, const UnitReadOptions& options) {
  return read_units(
      file, [](TranslationUnit&&) { return true; }, options);
}

ExportResult export_memory(const Memory& memory, const std::filesystem::path& file, UnitFormat format,
                           const UnitWriteOptions& options, const Progress& progress) {
  UnitWriteOptions all = options;
  if (has_language_columns(format) && all.languages.empty()) {
    for (const Memory::LanguageCount& count : memory.languages()) all.languages.push_back(count.language);
  }
  const std::unique_ptr<UnitWriter> writer = open_unit_writer(file, format, all);
  const std::size_t total = memory.size();
  std::size_t seen = 0;
  memory.for_each([&](UnitId, const TranslationUnit& unit) {
    if (seen++ % 1024 == 0) report_progress(progress, seen, total);
    writer->write(unit);
    return true;
  });
  writer->finish();
  return {.written = seen - writer->left_out().total(), .left_out = writer->left_out()};
}

}  // namespace egiz
