// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "align/pairing.h"
#include "api/detail/folder_files.h"
#include "api/documents.h"
#include "api/pairing.h"
#include "base/error.h"
#include "exchange/unit_reader.h"

namespace egiz {
namespace {

constexpr double kNameLogOdds = 3;                          // like names: twenty to one
constexpr std::uint64_t kMostKeptBytes = 64 * 1024 * 1024;  // of texts that are not read again

// What folds language names of a file into one: the language by name, by its text, or by being none of the others.
class FolderReader {
 public:
  FolderReader(const std::filesystem::path& folder, const PairFolderOptions& options)
      : folder_(folder), options_(options) {
    for (const Language& language : options.languages) {
      const std::string_view primary = language.primary();
      if (primary != "ru" && primary != "kk" && primary != "en") others_.push_back(language);
    }
  }

  // Throws what load_document throws.
  Document read(const std::filesystem::path& file) const {
    LoadOptions load{
        .language = std::nullopt, .segmented = options_.segmented, .rules = options_.rules, .limits = options_.limits};
    if (const auto named = language_of_name(file.lexically_relative(folder_), options_.languages)) {
      load.language = named->second;
      return load_document(file, load).document;
    }
    try {
      return load_document(file, load).document;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::invalid_argument || others_.size() != 1) throw;
      load.language = others_.front();
      return load_document(file, load).document;
    }
  }

 private:
  std::filesystem::path folder_;
  const PairFolderOptions& options_;
  std::vector<Language> others_;
};

// The documents of a folder: profiles of all, texts of those that are kept.
class FolderPairing {
 public:
  FolderPairing(const std::filesystem::path& folder, const PairFolderOptions& options, const Progress& progress)
      : reader_(folder, options),
        options_(options),
        progress_(progress),
        named_(find_groups(folder, options.languages)),
        files_(detail::files_of(folder)) {
    std::erase_if(files_, is_unit_file);
    if (options.trusts_names) {
      for (const DocumentGroup& group : named_) {
        for (const auto& file : group.files) std::erase(files_, file);
      }
    }
  }

  PairFolderReport run() {
    read_all();
    const Lexicon& lexicon = options_.lexicon ? *options_.lexicon : Lexicon::built_in();
    const std::uint64_t read = files_.size();
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
      return !progress_ || progress_(read + (total > 0 ? read * done / total : 0), 2 * read);
    };
    const std::vector<DocumentMatch> matches = match_documents(
        profiles_, [this](std::size_t i) { return document(i); }, {.lexicon = &lexicon, .hints = hints()}, progress);
    const std::vector<DocumentSet> sets = group_documents(profiles_, matches);
    report(sets, matches);
    return std::move(report_);
  }

 private:
  void read_all() {
    const Lexicon& lexicon = options_.lexicon ? *options_.lexicon : Lexicon::built_in();
    std::uint64_t done = 0;
    for (const std::filesystem::path& file : files_) {
      report_progress(progress_, done++, 2 * files_.size());
      try {
        Document document = reader_.read(file);
        profiles_.push_back(profile_document(document, lexicon));
        read_.push_back(file);
        kept_bytes_ += document.text().size();
        kept_.push_back(kept_bytes_ <= kMostKeptBytes ? std::optional(std::move(document)) : std::nullopt);
      } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) throw;
        report_.left_out.push_back({file.string(), error.what()});
      }
    }
  }

  Document document(std::size_t i) const { return kept_[i] ? *kept_[i] : reader_.read(read_[i]); }

  // Every two documents of a group that names make.
  std::vector<PairHint> hints() const {
    std::map<std::filesystem::path, std::size_t> index;
    for (std::size_t i = 0; i < read_.size(); ++i) index[read_[i]] = i;
    std::vector<PairHint> hints;
    for (const DocumentGroup& group : named_) {
      for (std::size_t a = 0; a < group.files.size(); ++a) {
        for (std::size_t b = a + 1; b < group.files.size(); ++b) {
          const auto first = index.find(group.files[a]);
          const auto second = index.find(group.files[b]);
          if (first != index.end() && second != index.end()) {
            hints.push_back({first->second, second->second, kNameLogOdds});
          }
        }
      }
    }
    return hints;
  }

  void report(const std::vector<DocumentSet>& sets, const std::vector<DocumentMatch>& matches) {
    std::vector<bool> is_paired(read_.size());
    for (const DocumentSet& set : sets) {
      DocumentGroup group{.files = {}, .languages = {}, .confidence = set.confidence};
      for (const std::size_t i : set.documents) {
        is_paired[i] = true;
        group.files.push_back(read_[i]);
        group.languages.push_back(profiles_[i].language);
      }
      detail::order_by_language(group);
      report_.groups.push_back(std::move(group));
    }
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (!is_paired[i]) report_.alone.push_back({read_[i], profiles_[i].language});
    }
    for (DocumentGroup& named : named_) judge(named, matches);
    std::ranges::sort(report_.groups, {}, [](const DocumentGroup& group) { return group.files.front(); });
  }

  // A group that names make stands, or is denied by the texts, or is not what was read.
  void judge(DocumentGroup& named, const std::vector<DocumentMatch>& matches) {
    if (options_.trusts_names) {
      report_.groups.push_back(std::move(named));
      return;
    }
    std::size_t most = 0;
    for (DocumentGroup& group : report_.groups) {
      const auto count = static_cast<std::size_t>(std::ranges::count_if(
          group.files, [&](const auto& file) { return std::ranges::find(named.files, file) != named.files.end(); }));
      most = std::max(most, count);
      if (count == group.files.size()) group.has_like_names = true;
    }
    if (most >= 2) return;
    named.confidence = confidence_of(named, matches);
    report_.denied.push_back(std::move(named));
  }

  double confidence_of(const DocumentGroup& group, const std::vector<DocumentMatch>& matches) const {
    double best = 0;
    for (const DocumentMatch& match : matches) {
      const bool is_of_group = std::ranges::find(group.files, read_[match.first]) != group.files.end() &&
                               std::ranges::find(group.files, read_[match.second]) != group.files.end();
      if (is_of_group) best = std::max(best, 1 / (1 + std::exp(-match.log_odds)));
    }
    return best;
  }

  FolderReader reader_;
  const PairFolderOptions& options_;
  const Progress& progress_;
  std::vector<DocumentGroup> named_;
  std::vector<std::filesystem::path> files_;  // of the folder
  std::vector<std::filesystem::path> read_;   // of them, those that could be read
  std::vector<DocumentProfile> profiles_;
  std::vector<std::optional<Document>> kept_;
  std::uint64_t kept_bytes_ = 0;
  PairFolderReport report_;
};

}  // namespace

PairFolderReport pair_folder(const std::filesystem::path& folder, const PairFolderOptions& options,
                             const Progress& progress) {
  return FolderPairing(folder, options, progress).run();
}

}  // namespace egiz
