// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/formats.h"
#include "bindings/c/egiz_alignment.h"

using namespace egiz::c;

struct egiz_job_results {
  std::vector<std::string> names;  // source, target, output of each job
  std::vector<egiz::AlignJobResult> results;
};

namespace {

egiz::AlignListOptions list_options_in(const egiz_list_options& given, const egiz::Lexicon* lexicon) {
  return {.languages = languages_in(given.languages, given.language_count),
          .segmented = given.segmented != 0,
          .format = alignment_format_in(given.format, {}),
          .overwrite = given.overwrite != 0,
          .resume = given.resume != 0,
          .lexicon = lexicon,
          .moves = given.moves != 0};
}

std::unique_ptr<egiz_job_results> align_jobs(std::vector<egiz::AlignJob> jobs, const egiz_list_options* options,
                                             const egiz::Progress& progress) {
  auto list = std::make_unique<egiz_job_results>();
  const auto given = options_in(options, egiz_list_options EGIZ_LIST_OPTIONS_INIT);
  const auto lexicon = lexicon_in(given.lexicon, given.lexicon_memory);
  list->results = egiz::align_list(jobs, list_options_in(given, lexicon.get()), progress);
  for (const egiz::AlignJob& job : jobs) {
    for (const auto* file : {&job.source, &job.target, &job.output}) list->names.push_back(file->string());
  }
  return list;
}

egiz_outcome outcome_out(egiz::AlignJobResult::Outcome outcome) {
  switch (outcome) {
    case egiz::AlignJobResult::Outcome::aligned:
      return EGIZ_OUTCOME_ALIGNED;
    case egiz::AlignJobResult::Outcome::skipped:
      return EGIZ_OUTCOME_SKIPPED;
    case egiz::AlignJobResult::Outcome::failed:
      return EGIZ_OUTCOME_FAILED;
  }
  return EGIZ_OUTCOME_FAILED;
}

}  // namespace

egiz_status egiz_align_list(egiz_job_results** out, const egiz_job* jobs, size_t count,
                            const egiz_list_options* options, egiz_progress progress, void* user_data) {
  return create(out, [&] {
    if (count > 0) require(jobs, "jobs");
    std::vector<egiz::AlignJob> list;
    for (std::size_t i = 0; i < count; ++i) {
      list.push_back(
          {path_in(jobs[i].source, "source"), path_in(jobs[i].target, "target"), path_in(jobs[i].output, "output")});
    }
    return align_jobs(std::move(list), options, progress_in(progress, user_data));
  });
}

egiz_status egiz_align_list_file(egiz_job_results** out, const char* file, const egiz_list_options* options,
                                 egiz_progress progress, void* user_data) {
  return create(out, [&] {
    return align_jobs(egiz::read_job_list(path_in(file, "file")), options, progress_in(progress, user_data));
  });
}

void egiz_job_results_free(egiz_job_results* results) { delete results; }

size_t egiz_job_results_count(const egiz_job_results* results) { return results ? results->results.size() : 0; }

egiz_status egiz_job_results_get(egiz_job_result* out, const egiz_job_results* results, size_t index) {
  return call([&] {
    require(results, "results");
    require_index(index, results->results.size());
    const egiz::AlignJobResult& result = results->results[index];
    const std::string* names = &results->names[3 * index];
    struct_out(out,
               egiz_job_result{sizeof(egiz_job_result), view(names[0]), view(names[1]), view(names[2]),
                               outcome_out(result.outcome), result.beads, result.parallelism, view(result.message)});
  });
}
