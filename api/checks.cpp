// SPDX-License-Identifier: Apache-2.0
#include "api/checks.h"

#include <fstream>
#include <optional>
#include <utility>

#include "api/detail/read_file.h"
#include "base/error.h"
#include "exchange/unit_reader.h"

namespace egiz {
namespace {

constexpr std::string_view kMemoryBytes = "SQLite format 3";
constexpr std::size_t kBatchSize = 4096;  // units checked together: enough for all cores

using Visit = std::function<bool(UnitId, TranslationUnit&&)>;

// Every unit, whichever file it is in.
class Units {
 public:
  Units(std::filesystem::path file, const std::vector<Language>& languages)
      : file_(std::move(file)), languages_(languages) {
    if (is_memory_file(file_)) memory_ = Memory::open(file_, OpenMode::read_only);
  }

  std::size_t total() const { return memory_ ? memory_->size() : 0; }

  ReadReport for_each(const Visit& visit) const {
    if (!memory_) {
      std::int64_t number = 0;
      return read_units(file_, [&](TranslationUnit&& unit) { return visit(UnitId{++number}, std::move(unit)); },
                        {.languages = languages_});
    }
    memory_->for_each([&](UnitId id, const TranslationUnit& unit) { return visit(id, TranslationUnit(unit)); });
    return {};
  }

 private:
  std::filesystem::path file_;
  std::vector<Language> languages_;
  std::optional<Memory> memory_;
};

std::string text_at(const TranslationUnit& unit, const CheckFinding& finding) {
  const Variant* variant = unit.find(finding.language);
  return variant == nullptr ? "" : variant->text.substr(finding.range.begin, finding.range.size());
}

class CheckRun {
 public:
  CheckRun(const Units& units, const CheckOptions& options, const std::function<void(const ReportedFinding&)>& report,
           const Progress& progress)
      : units_(units), checker_(options), report_(report), progress_(progress) {}

  CheckReport run() {
    result_.read = units_.for_each([&](UnitId id, TranslationUnit&& unit) {
      batch_.push_back({id, std::move(unit)});
      if (batch_.size() == kBatchSize) check_batch();
      return true;
    });
    check_batch();
    finish();
    return std::move(result_);
  }

 private:
  void tell(CheckFinding finding, std::string text) {
    ++result_.findings;
    report_({std::move(finding), std::move(text)});
  }

  void check_batch() {
    auto unit = batch_.begin();
    for (CheckFinding& finding : checker_.check_all(batch_)) {
      while (unit->id != finding.id) ++unit;  // findings come in the order of the units
      std::string text = text_at(unit->unit, finding);
      tell(std::move(finding), std::move(text));
    }
    result_.units += batch_.size();
    batch_.clear();
    report_progress(progress_, result_.units, units_.total());
  }

  // These tell of units that went by long ago; their texts are read again.
  void finish() {
    std::vector<CheckFinding> findings = checker_.finish();
    if (findings.empty()) return;
    auto next = findings.begin();
    units_.for_each([&](UnitId id, TranslationUnit&& unit) {
      for (; next != findings.end() && next->id == id; ++next) {
        std::string text = text_at(unit, *next);
        tell(std::move(*next), std::move(text));
      }
      return next != findings.end();
    });
  }

  const Units& units_;
  Checker checker_;
  const std::function<void(const ReportedFinding&)>& report_;
  const Progress& progress_;
  std::vector<NumberedUnit> batch_;
  CheckReport result_;
};

}  // namespace

bool is_memory_file(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    throw Error(ErrorCode::not_found, file.string() + ": there is no such file; check the name");
  }
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(kMemoryBytes.size(), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes == kMemoryBytes;
}

CheckReport check_file(const std::filesystem::path& file, const CheckOptions& options,
                       const std::function<void(const ReportedFinding&)>& report, const Progress& progress) {
  const Units units(file, options.languages);
  return CheckRun(units, options, report, progress).run();
}

std::vector<Term> read_terms(const std::filesystem::path& file) {
  return parse_terms(detail::read_file(file), file.string());
}

}  // namespace egiz
