// SPDX-License-Identifier: Apache-2.0

// Documents and files into a memory, and what became of them.

#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/handles.h"
#include "bindings/c/egiz_memory.h"

using namespace egiz::c;

struct egiz_add_results {
  std::vector<egiz::AddDocumentsResult> results;
};

struct egiz_import_report {
  egiz::ImportResult result;
};

namespace {

std::unique_ptr<egiz_add_results> make_results(std::vector<egiz::AddDocumentsResult> results) {
  return std::make_unique<egiz_add_results>(egiz_add_results{std::move(results)});
}

std::unique_ptr<egiz_add_results> make_results(egiz::AddDocumentsResult result) {
  auto results = std::make_unique<egiz_add_results>();
  results->results.push_back(std::move(result));
  return results;
}

const egiz::AddDocumentsResult& result_in(const egiz_add_results* results, std::size_t index) {
  require(results, "results");
  require_index(index, results->results.size());
  return results->results[index];
}

}  // namespace

egiz_status egiz_memory_add_documents(egiz_add_results** out, egiz_memory* memory, const char* const* files,
                                      size_t count, const egiz_documents_options* options, egiz_progress progress,
                                      void* user_data) {
  return create(out, [&] {
    require(memory, "memory");
    return make_results(egiz::add_documents(memory->memory, paths_in(files, count),
                                            documents_options_in(options).options, progress_in(progress, user_data)));
  });
}

egiz_status egiz_memory_add_alignment(egiz_add_results** out, egiz_memory* memory, const egiz_alignment* alignment,
                                      int force, egiz_progress progress, void* user_data) {
  return create(out, [&] {
    require(memory, "memory");
    require(alignment, "alignment");
    return make_results(
        egiz::add_aligned(memory->memory, *alignment->aligned, force != 0, progress_in(progress, user_data)));
  });
}

egiz_status egiz_memory_add_folder(egiz_add_results** out, egiz_memory* memory, const char* folder,
                                   const egiz_documents_options* options, egiz_progress progress, void* user_data) {
  return create(out, [&] {
    require(memory, "memory");
    return make_results(egiz::add_folder(memory->memory, path_in(folder, "folder"),
                                         documents_options_in(options).options, progress_in(progress, user_data))
                            .groups);
  });
}

void egiz_add_results_free(egiz_add_results* results) { delete results; }

size_t egiz_add_results_count(const egiz_add_results* results) { return results ? results->results.size() : 0; }

egiz_status egiz_add_results_get(egiz_add_result* out, const egiz_add_results* results, size_t index) {
  return call([&] {
    const egiz::AddDocumentsResult& result = result_in(results, index);
    struct_out(out, egiz_add_result{.struct_size = sizeof(egiz_add_result),
                                    .segments = result.segments,
                                    .units = result.units,
                                    .added = result.report.added,
                                    .merged = result.report.merged,
                                    .parallelism = result.parallelism,
                                    .refused = result.refused ? 1 : 0,
                                    .message = view(result.message),
                                    .document_count = result.documents.size(),
                                    .finding_count = result.findings.size()});
  });
}

egiz_view egiz_add_results_document(const egiz_add_results* results, size_t index, size_t document) {
  if (index >= egiz_add_results_count(results)) return {};
  const std::vector<std::string>& documents = results->results[index].documents;
  return document < documents.size() ? view(documents[document]) : egiz_view{};
}

egiz_status egiz_add_results_finding(egiz_finding* out, const egiz_add_results* results, size_t index, size_t finding) {
  return call([&] {
    const egiz::AddDocumentsResult& result = result_in(results, index);
    require_index(finding, result.findings.size());
    struct_out(out, finding_out(result.findings[finding]));
  });
}

egiz_status egiz_memory_import(egiz_import_report** out, egiz_memory* memory, const char* file,
                               const char* const* languages, size_t language_count, egiz_progress progress,
                               void* user_data) {
  return create(out, [&] {
    require(memory, "memory");
    return std::make_unique<egiz_import_report>(egiz_import_report{
        egiz::import_file(memory->memory, path_in(file, "file"),
                          {.read = {.languages = languages_in(languages, language_count)}},
                          progress_in(progress, user_data))});
  });
}

void egiz_import_report_free(egiz_import_report* report) { delete report; }

egiz_status egiz_import_report_counts(egiz_import_counts* out, const egiz_import_report* report) {
  return call([&] {
    require(report, "report");
    const egiz::ReadReport& read = report->result.read;
    struct_out(out, egiz_import_counts{sizeof(egiz_import_counts), read.read, read.skipped, read.repaired,
                                       report->result.added.added, report->result.added.merged, read.findings.size()});
  });
}

egiz_status egiz_import_report_finding(egiz_finding* out, const egiz_import_report* report, size_t index) {
  return call([&] {
    require(report, "report");
    require_index(index, report->result.read.findings.size());
    struct_out(out, finding_out(report->result.read.findings[index]));
  });
}
