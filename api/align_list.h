// SPDX-License-Identifier: Apache-2.0
#pragma once

// Many pairs of files to alignments, job by job.

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "align/lexicon.h"
#include "api/alignment.h"
#include "api/pairing.h"
#include "base/progress.h"
#include "text/language.h"

namespace egiz {

// One pair of a list.
struct AlignJob {
  std::filesystem::path source;
  std::filesystem::path target;
  std::filesystem::path output;
  std::filesystem::path fixed = {};  // a ladder of beads that are given; empty: none

  bool operator==(const AlignJob&) const = default;
};

struct AlignListOptions {
  std::vector<Language> languages;  // of source and target; empty: identified for each file
  bool segmented = false;
  SentenceRules rules = {};
  AlignmentFormat format = AlignmentFormat::tmx;
  bool overwrite = false;
  bool resume = false;  // leave alone jobs whose output is there and not older than its inputs
  DocumentLimits limits = {};
  const Lexicon* lexicon = nullptr;  // nullptr: the built-in one; must outlive the call
  bool moves = false;                // align moved passages, too
};

struct AlignJobResult {
  enum class Outcome { aligned, skipped, failed };

  Outcome outcome = Outcome::failed;
  std::size_t beads = 0;
  double parallelism = 0;
  std::string message;                 // why it failed, or was skipped
  std::vector<Finding> findings = {};  // what was repaired or left out, untranslated stretches, moved passages
};

// Reads "source<TAB>target<TAB>output[<TAB>fixed]", one job a line; empty lines and lines that begin with # are passed
// over.  Relative names are relative to the working folder.  Throws Error{parse} with the line, Error{not_found}.
std::vector<AlignJob> read_job_list(const std::filesystem::path& file);

// A job for every two documents of each group, in order, that writes into folder under the name of the first document:
// "law.ru-kk.tmx"; names that would be the same get a number.
std::vector<AlignJob> jobs_of(std::span<const DocumentGroup> groups, const std::filesystem::path& folder,
                              AlignmentFormat format = AlignmentFormat::tmx);

// Aligns all jobs, in parallel; what is learnt from one helps the others of its batch, which is as many jobs, in order,
// as have 100,000 segments together: that, and eight jobs read ahead or 4 MiB of files, bounds the memory.  Outputs of
// a batch are written when it is done, each whole or not at all.  A job that fails takes no other with it; one whose
// output an earlier job has fails.  One result for each job, in order.  Progress counts kilobytes of input.
std::vector<AlignJobResult> align_list(std::span<const AlignJob> jobs, const AlignListOptions& options,
                                       const Progress& progress = {});

}  // namespace egiz
