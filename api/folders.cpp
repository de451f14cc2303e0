// SPDX-License-Identifier: Apache-2.0
#include "api/folders.h"

#include <optional>
#include <utility>

#include "align/aligner.h"
#include "api/detail/batch.h"
#include "api/detail/folder_files.h"
#include "base/error.h"
#include "exchange/unit_reader.h"

namespace egiz {
namespace {

// A group whose documents are read.
struct OpenGroup {
  std::size_t index = 0;
  std::vector<LoadedDocument> documents = {};
};

// Adds groups batch by batch.
class GroupsRun {
 public:
  GroupsRun(Memory& memory, std::span<const DocumentGroup> groups, const AddDocumentsOptions& options,
            const Progress& progress)
      : memory_(memory), groups_(groups), options_(options), progress_(progress), results_(groups.size()) {}

  std::vector<AddDocumentsResult> run() {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      report_progress(progress_, g, groups_.size());
      attempt(g, [&] { open(g); });
      if (segments_ >= detail::kBatchSegments) finish_batch(g + 1);
    }
    finish_batch(groups_.size());
    report_progress(progress_, groups_.size(), groups_.size());
    return std::move(results_);
  }

 private:
  template <typename Work>
  void attempt(std::size_t g, Work&& work) {
    try {
      work();
    } catch (const Error& error) {
      if (error.code() == ErrorCode::cancelled) throw;
      AddDocumentsResult failed;
      for (const std::filesystem::path& file : groups_[g].files) failed.documents.push_back(file.string());
      failed.message = error.what();
      results_[g] = std::move(failed);
    }
  }

  void open(std::size_t g) {
    OpenGroup group{.index = g};
    std::size_t segments = 0;
    for (std::size_t i = 0; i < groups_[g].files.size(); ++i) {
      const LoadOptions load{.language = groups_[g].languages[i],
                             .segmented = options_.segmented,
                             .rules = options_.rules,
                             .limits = options_.limits};
      group.documents.push_back(load_document(groups_[g].files[i], load));
      segments += group.documents.back().document.size();
    }
    segments_ += segments;
    (group.documents.size() == 2 ? pairs_ : others_).push_back(std::move(group));
  }

  void finish_batch(std::size_t done) {
    align_pairs(done);
    for (OpenGroup& group : others_) {
      attempt(group.index, [&] {
        add(group.index, align_documents(std::move(group.documents),
                                         {.lexicon = options_.lexicon, .moves = options_.moves}, standing_still(done)));
      });
    }
    others_.clear();
    segments_ = 0;
  }

  void align_pairs(std::size_t done) {
    std::vector<DocumentPair> pairs;
    for (const OpenGroup& group : pairs_) pairs.push_back({&group.documents[0].document, &group.documents[1].document});
    const std::vector<Alignment> alignments = align_all(pairs, {.lexicon = options_.lexicon}, standing_still(done));
    for (std::size_t k = 0; k < pairs_.size(); ++k) {
      const std::size_t index = pairs_[k].index;
      attempt(index, [&] { add(index, to_aligned(std::move(pairs_[k].documents), alignments[k], options_.moves)); });
    }
    pairs_.clear();
  }

  // What is done does not grow while documents are aligned, but the caller is asked whether to go on.
  Progress standing_still(std::size_t done) const {
    return [this, done](std::uint64_t, std::uint64_t) { return !progress_ || progress_(done, groups_.size()); };
  }

  void add(std::size_t g, const AlignedDocuments& aligned) {
    results_[g] = add_aligned(memory_, aligned, options_.force);
  }

  Memory& memory_;
  std::span<const DocumentGroup> groups_;
  const AddDocumentsOptions& options_;
  const Progress& progress_;
  std::vector<AddDocumentsResult> results_;
  std::vector<OpenGroup> pairs_;   // of the batch
  std::vector<OpenGroup> others_;  // of three documents, or more, which are refused when they are aligned
  std::size_t segments_ = 0;
};

}  // namespace

namespace {

// Not TSV and CSV, which may hold anything.
std::vector<std::filesystem::path> bilingual_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files = detail::files_of(folder);
  std::erase_if(files, [](const std::filesystem::path& file) {
    const bool is_table = file.extension() == ".tsv" || file.extension() == ".csv" || file.extension() == ".tab";
    return is_table || !is_unit_file(file);
  });
  return files;
}

AddDocumentsResult add_unit_file(Memory& memory, const std::filesystem::path& file,
                                 const AddDocumentsOptions& options) {
  AddDocumentsResult result;
  result.documents = {file.string()};
  try {
    ImportResult imported = import_file(memory, file, {.read = {.limits = options.limits}});
    result.units = imported.read.read;
    result.report = imported.added;
    result.findings = std::move(imported.read.findings);
  } catch (const Error& error) {
    result.message = error.what();
  }
  return result;
}

}  // namespace

std::vector<AddDocumentsResult> add_groups(Memory& memory, std::span<const DocumentGroup> groups,
                                           const AddDocumentsOptions& options, const Progress& progress) {
  return GroupsRun(memory, groups, options, progress).run();
}

AddFolderResult add_folder(Memory& memory, const std::filesystem::path& folder, const AddDocumentsOptions& options,
                           const Progress& progress) {
  PairFolderReport report = pair_folder(folder,
                                        {.languages = options.languages,
                                         .segmented = options.segmented,
                                         .rules = options.rules,
                                         .limits = options.limits,
                                         .trusts_names = true,
                                         .lexicon = options.lexicon},
                                        progress);
  AddFolderResult result{add_groups(memory, report.groups, options, progress), std::move(report.alone),
                         std::move(report.left_out)};
  for (const std::filesystem::path& file : bilingual_files(folder)) {
    report_progress(progress, 0, 0);
    result.groups.push_back(add_unit_file(memory, file, options));
  }
  return result;
}

}  // namespace egiz
