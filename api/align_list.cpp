// SPDX-License-Identifier: Apache-2.0
#include "api/align_list.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "align/aligner.h"
#include "api/detail/batch.h"
#include "api/detail/cells.h"
#include "api/detail/read_file.h"
#include "base/error.h"

namespace egiz {
namespace {

bool is_done(const AlignJob& job) {
  std::error_code code;
  const auto written = std::filesystem::last_write_time(job.output, code);
  if (code) return false;
  for (const auto* input : {&job.source, &job.target, &job.fixed}) {
    if (input->empty()) continue;
    const auto changed = std::filesystem::last_write_time(*input, code);
    if (!code && changed > written) return false;
  }
  return true;
}

// The same for all names of one file, links followed, as far as can be told.
std::filesystem::path one_name_of(const std::filesystem::path& file) {
  std::error_code code;
  const std::filesystem::path whole = std::filesystem::absolute(file, code);
  std::filesystem::path name = code ? file : std::filesystem::weakly_canonical(whole, code);
  return code ? file : name;
}

std::uint64_t kilobytes_of(const AlignJob& job) {
  std::uint64_t bytes = 0;
  for (const auto* input : {&job.source, &job.target}) {
    std::error_code code;
    const std::uintmax_t size = std::filesystem::file_size(*input, code);
    if (!code) bytes += size;
  }
  return bytes / 1024 + 1;
}

// A job whose documents are read: what is left to do is to align and to write.
struct OpenJob {
  std::size_t index = 0;
  std::vector<LoadedDocument> documents = {};
  std::vector<Bead> fixed = {};

  std::size_t segments() const { return documents[0].document.size() + documents[1].document.size(); }
};

OpenJob open_job(std::size_t index, const AlignJob& job, const AlignListOptions& options) {
  std::error_code code;  // a folder that may not be looked into shows when the output is written
  if (!options.overwrite && !options.resume && std::filesystem::exists(job.output, code)) {
    throw Error(ErrorCode::exists, job.output.string() + ": is there already; say --overwrite or --resume");
  }
  OpenJob open{.index = index};
  for (std::size_t side = 0; side < 2; ++side) {
    LoadOptions load{
        .language = std::nullopt, .segmented = options.segmented, .rules = options.rules, .limits = options.limits};
    if (!options.languages.empty()) load.language = options.languages[side];
    open.documents.push_back(load_document(side == 0 ? job.source : job.target, load));
  }
  require_different_languages(open.documents);
  if (!job.fixed.empty()) open.fixed = read_fixed_beads(job.fixed);
  check_fixed(open.fixed, open.documents[0].document, open.documents[1].document);
  return open;
}

// Jobs that are read at once, what the batch has no room for waits: some, and more while they are small.
constexpr std::size_t kReadTogether = 8;
constexpr std::size_t kMostReadTogether = 256;
constexpr std::uint64_t kReadKilobytes = 4096;

// Runs the jobs batch by batch.
class ListRun {
 public:
  ListRun(std::span<const AlignJob> jobs, const AlignListOptions& options, const Progress& progress)
      : jobs_(jobs), options_(options), progress_(progress), results_(jobs.size()) {
    std::map<std::filesystem::path, std::size_t> writers;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      kilobytes_.push_back(kilobytes_of(jobs[i]));
      total_ += kilobytes_.back();
      writer_.push_back(writers.emplace(one_name_of(jobs[i].output), i).first->second);
    }
  }

  std::vector<AlignJobResult> run() {
    for (std::size_t first = 0; first < jobs_.size();) {
      std::vector<ReadJob> read(count_read_together(first));
      report_progress(progress_, done_, total_);
      tbb::parallel_for(std::size_t{0}, read.size(), [&](std::size_t k) { read[k] = read_job(first + k); });
      for (std::size_t k = 0; k < read.size(); ++k) {
        take(first + k, std::move(read[k]));
        if (segments_ >= detail::kBatchSegments) finish_batch();
      }
      first += read.size();
    }
    finish_batch();
    report_progress(progress_, total_, total_);
    return std::move(results_);
  }

 private:
  // A job that can be aligned, or what is to be reported of it.
  struct ReadJob {
    std::optional<OpenJob> open;
    AlignJobResult result;
  };

  std::size_t count_read_together(std::size_t first) const {
    std::size_t last = first;
    for (std::uint64_t kilobytes = 0; last < jobs_.size() && last - first < kMostReadTogether; ++last) {
      if (last - first >= kReadTogether && kilobytes >= kReadKilobytes) break;
      kilobytes += kilobytes_[last];
    }
    return last - first;
  }

  ReadJob read_job(std::size_t i) const {
    if (writer_[i] != i) {
      return {{},
              {AlignJobResult::Outcome::failed, 0, 0,
               jobs_[i].output.string() + ": is the output of " + jobs_[writer_[i]].source.string() + " and " +
                   jobs_[writer_[i]].target.string() + ", too"}};
    }
    if (options_.resume && is_done(jobs_[i])) {
      return {{}, {AlignJobResult::Outcome::skipped, 0, 0, "done before"}};
    }
    try {
      return {open_job(i, jobs_[i], options_), {}};
    } catch (const Error& error) {
      ReadJob failed;
      failed.result.message = error.what();
      return failed;
    }
  }

  void take(std::size_t i, ReadJob job) {
    if (!job.open) {
      results_[i] = std::move(job.result);
      done_ += kilobytes_[i];
      return;
    }
    segments_ += job.open->segments();
    batch_kilobytes_ += kilobytes_[i];
    batch_.push_back(std::move(*job.open));
  }

  void finish_batch() {
    std::vector<DocumentPair> pairs;
    for (const OpenJob& job : batch_) {
      pairs.push_back({&job.documents[0].document, &job.documents[1].document, job.fixed});
    }
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
      return !progress_ || progress_(done_ + (total > 0 ? batch_kilobytes_ * done / total : 0), total_);
    };
    const std::vector<Alignment> alignments = align_all(pairs, {.lexicon = options_.lexicon}, progress);
    tbb::parallel_for(std::size_t{0}, batch_.size(),
                      [&](std::size_t k) { write(std::move(batch_[k]), alignments[k]); });
    done_ += batch_kilobytes_;
    batch_kilobytes_ = 0;
    segments_ = 0;
    batch_.clear();
  }

  void write(OpenJob job, const Alignment& alignment) {
    AlignJobResult& result = results_[job.index];
    const AlignedDocuments aligned = to_aligned(std::move(job.documents), alignment, options_.moves);
    try {
      write_alignment(aligned, jobs_[job.index].output, options_.format, options_.overwrite || options_.resume);
      result = {AlignJobResult::Outcome::aligned, aligned.beads.size(), aligned.parallelism, {}};
      for (const LoadedDocument& loaded : aligned.documents) {
        result.findings.insert(result.findings.end(), loaded.findings.begin(), loaded.findings.end());
      }
      for (Finding& finding : describe_stretches(aligned)) result.findings.push_back(std::move(finding));
    } catch (const Error& error) {
      result.message = error.what();
    }
  }

  std::span<const AlignJob> jobs_;
  const AlignListOptions& options_;
  const Progress& progress_;
  std::vector<AlignJobResult> results_;
  std::vector<std::uint64_t> kilobytes_;  // of each job
  std::vector<std::size_t> writer_;       // of each job the first that has its output
  std::vector<OpenJob> batch_;
  std::size_t segments_ = 0;  // of the batch
  std::uint64_t batch_kilobytes_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t total_ = 0;
};

std::string_view extension_of(AlignmentFormat format) {
  switch (format) {
    case AlignmentFormat::tsv:
      return ".tsv";
    case AlignmentFormat::jsonl:
      return ".jsonl";
    case AlignmentFormat::ladder:
      return ".ladder";
    case AlignmentFormat::moses:
      return "";
    case AlignmentFormat::tmx:
      return ".tmx";
  }
  return ".tmx";
}

}  // namespace

std::vector<AlignJob> read_job_list(const std::filesystem::path& file) {
  const std::string text = detail::read_file(file);
  std::vector<AlignJob> jobs;
  std::size_t line_number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line(text.data() + begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = detail::cells_of(line);
    if (cells.size() < 3 || cells.size() > 4 || cells[0].empty() || cells[1].empty() || cells[2].empty()) {
      throw Error(ErrorCode::parse,
                  file.string() + ":" + std::to_string(line_number) +
                      ": a job is source, target, output and, if beads are given, their ladder, separated by tabs");
    }
    jobs.push_back({cells[0], cells[1], cells[2], cells.size() == 4 ? cells[3] : std::string_view()});
  }
  return jobs;
}

std::vector<AlignJob> jobs_of(std::span<const DocumentGroup> groups, const std::filesystem::path& folder,
                              AlignmentFormat format) {
  std::vector<AlignJob> jobs;
  std::set<std::filesystem::path> taken;
  for (const DocumentGroup& group : groups) {
    for (std::size_t a = 0; a < group.files.size(); ++a) {
      for (std::size_t b = a + 1; b < group.files.size(); ++b) {
        const std::string name =
            group.files[a].stem().string() + "." + group.languages[a].tag() + "-" + group.languages[b].tag();
        std::filesystem::path output = folder / (name + std::string(extension_of(format)));
        for (std::size_t n = 2; !taken.insert(output).second; ++n) {
          output = folder / (name + "." + std::to_string(n) + std::string(extension_of(format)));
        }
        jobs.push_back({group.files[a], group.files[b], output});
      }
    }
  }
  return jobs;
}

std::vector<AlignJobResult> align_list(std::span<const AlignJob> jobs, const AlignListOptions& options,
                                       const Progress& progress) {
  if (!options.languages.empty() && options.languages.size() != 2) {
    throw Error(ErrorCode::invalid_argument,
                "a list is of pairs: name two languages, not " + std::to_string(options.languages.size()));
  }
  return ListRun(jobs, options, progress).run();
}

}  // namespace egiz
