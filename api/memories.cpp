// SPDX-License-Identifier: Apache-2.0
#include "api/memories.h"

#include <utility>

#include "api/detail/add_from.h"
#include "api/pairing.h"
#include "base/error.h"
#include "exchange/unit_reader.h"

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
    LoadOptions load{.language = std::nullopt, .segmented = options.segmented, .rules = options.rules};
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

AlignedDocuments align_files(std::span<const std::filesystem::path> files, const AddDocumentsOptions& options) {
  return align_documents(load_all(files, options));
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
  const std::vector<TranslationUnit> units = to_units(aligned);
  result.units = units.size();
  result.report = memory.add_all(units, progress);
  return result;
}

AddDocumentsResult add_documents(Memory& memory, std::span<const std::filesystem::path> files,
                                 const AddDocumentsOptions& options, const Progress& progress) {
  return add_aligned(memory, align_files(files, options), options.force, progress);
}

std::vector<AddDocumentsResult> add_folder(Memory& memory, const std::filesystem::path& folder,
                                           const AddDocumentsOptions& options, const Progress& progress) {
  std::vector<AddDocumentsResult> results;
  const std::vector<DocumentGroup> groups = find_groups(folder);
  for (const DocumentGroup& group : groups) {
    report_progress(progress, results.size(), groups.size());
    AddDocumentsOptions group_options = options;
    group_options.languages = group.languages;
    try {
      results.push_back(add_documents(memory, group.files, group_options));
    } catch (const Error& error) {
      AddDocumentsResult failed;
      for (const std::filesystem::path& file : group.files) failed.documents.push_back(file.string());
      failed.message = error.what();
      results.push_back(std::move(failed));
    }
  }
  report_progress(progress, results.size(), groups.size());
  return results;
}

ImportResult import_file(Memory& memory, const std::filesystem::path& file, const std::vector<Language>& languages,
                         const Progress& progress) {
  ImportResult result;
  const auto read = [&](const UnitSink& sink) { result.read = read_units(file, sink, {.languages = languages}); };
  result.added = detail::add_from(memory, read, progress);
  return result;
}

ExportResult export_memory(const Memory& memory, const std::filesystem::path& file, UnitFormat format,
                           const UnitWriteOptions& options, const Progress& progress) {
  const std::unique_ptr<UnitWriter> writer = open_unit_writer(file, format, options);
  const std::size_t total = memory.size();
  std::size_t seen = 0;
  memory.for_each([&](UnitId, const TranslationUnit& unit) {
    if (seen++ % 1024 == 0) report_progress(progress, seen, total);
    writer->write(unit);
    return true;
  });
  writer->finish();
  return {.written = seen - writer->left_out(), .left_out = writer->left_out()};
}

}  // namespace egiz
