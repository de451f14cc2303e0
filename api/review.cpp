// SPDX-License-Identifier: Apache-2.0
#include "api/review.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "api/detail/table_format.h"
#include "api/maintenance.h"
#include "base/error.h"
#include "exchange/table_writer.h"
#include "exchange/unit_reader.h"
#include "text/match_key.h"
#include "tm/checks.h"

namespace egiz {
namespace {

constexpr std::size_t kBatchSize = 4096;  // units checked together: enough for all cores

// What a unit says, in 16 digits: FNV-1a of its languages and texts.  Tells a unit that was changed meanwhile.
std::string fingerprint_of(const TranslationUnit& unit) {
  std::uint64_t hash = 14695981039346656037U;
  const auto take = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    hash = (hash ^ 0xFFU) * 1099511628211U;  // ends a text: no byte of UTF-8
  };
  for (const Variant& variant : unit.variants) {
    take(variant.language.tag());
    take(variant.text);
  }
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

std::vector<Language> columns_of(const Memory& memory, const ReviewOptions& options) {
  if (!options.languages.empty()) return options.languages;
  std::vector<Language> languages;
  for (const auto& count : memory.languages()) languages.push_back(count.language);
  return languages;
}

// Finds the doubtful units batch by batch, and writes them.
class ReviewTable {
 public:
  ReviewTable(const Memory& memory, TableWriter& table, const ReviewOptions& options)
      : table_(table), options_(options), languages_(columns_of(memory, options)) {
    std::vector<TableCell> heading = {"unit", "confidence", "verdict"};
    for (const Language& language : languages_) heading.emplace_back(language.tag());
    heading.insert(heading.end(), {"findings", "document", "fingerprint"});
    table_.row(heading);
  }

  void take(UnitId id, const TranslationUnit& unit) {
    if (!is_wanted(unit) || (!options_.with_findings && !is_unsure(unit))) return;
    batch_.push_back({id, unit});
    if (batch_.size() == kBatchSize) flush();
  }

  // Returns the number of rows.
  std::size_t finish() {
    flush();
    table_.finish();
    return rows_;
  }

 private:
  bool is_wanted(const TranslationUnit& unit) const {
    const auto count =
        std::ranges::count_if(languages_, [&](const Language& one) { return unit.find(one) != nullptr; });
    return count >= 2 && options_.filter.passes(unit);
  }

  bool is_unsure(const TranslationUnit& unit) const {
    return unit.origin.kind == Origin::Kind::aligned && unit.origin.confidence < options_.below;
  }

  void flush() {
    std::map<UnitId, std::string> messages;
    for (const CheckFinding& finding : Checker({}).check_all(batch_)) {
      std::string& cell = messages[finding.id];
      cell += (cell.empty() ? "" : "; ") + finding.check + ": " + finding.message;
    }
    for (const NumberedUnit& unit : batch_) {
      const auto message = messages.find(unit.id);
      if (message != messages.end() || is_unsure(unit.unit)) {
        write_row(unit, message == messages.end() ? "" : message->second);
      }
    }
    batch_.clear();
  }

  void write_row(const NumberedUnit& unit, const std::string& findings) {
    const std::string fingerprint = fingerprint_of(unit.unit);
    std::vector<TableCell> cells = {static_cast<double>(unit.id.value),
                                    std::round(unit.unit.origin.confidence * 10000) / 10000, ""};
    for (const Language& language : languages_) {
      const Variant* variant = unit.unit.find(language);
      cells.emplace_back(variant == nullptr ? std::string_view() : variant->text);
    }
    cells.insert(cells.end(), {findings, unit.unit.context.document, fingerprint});
    table_.row(cells);
    ++rows_;
  }

  TableWriter& table_;
  const ReviewOptions& options_;
  std::vector<Language> languages_;
  std::vector<NumberedUnit> batch_;
  std::size_t rows_ = 0;
};

enum class Verdict { none, accept, remove };

// nullopt for a word that is no verdict.
std::optional<Verdict> verdict_of(const std::string& cell) {
  static constexpr std::pair<std::string_view, Verdict> kWords[] = {
      {"ok", Verdict::accept},      {"ок", Verdict::accept},  {"+", Verdict::accept}, {"remove", Verdict::remove},
      {"удалить", Verdict::remove}, {"жою", Verdict::remove}, {"-", Verdict::remove}};
  if (cell.empty()) return Verdict::none;
  for (const auto& [word, verdict] : kWords) {
    for (const char* language : {"en", "ru", "kk"}) {
      if (match_key(cell, Language(language)) == match_key(word, Language(language))) return verdict;
    }
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string property(const TranslationUnit& row, const char* name) {
  const auto found = row.properties.find(name);
  return found == row.properties.end() ? "" : found->second;
}

// A text too long for the cell of a spreadsheet ends in "…" there.
bool is_cut(std::string_view cell, std::string_view text) {
  constexpr std::string_view kEllipsis = "…";
  return cell.size() < text.size() && cell.size() >= TableWriter::kMaxXlsxText && cell.ends_with(kEllipsis) &&
         text.starts_with(cell.substr(0, cell.size() - kEllipsis.size()));
}

bool says_the_same(std::string_view cell, std::string_view text) {
  return trimmed(cell) == trimmed(text) || is_cut(cell, text);
}

// The texts of a row that are other than those of the unit.
std::map<Language, std::string> corrections(const TranslationUnit& row, const TranslationUnit& unit) {
  std::map<Language, std::string> texts;
  for (const Variant& cell : row.variants) {
    const Variant* held = unit.find(cell.language);
    if (trimmed(cell.text).empty() || (held != nullptr && says_the_same(cell.text, held->text))) continue;
    texts[held == nullptr ? cell.language : held->language] = trimmed(cell.text);
  }
  return texts;
}

// Gathers what the rows of a table ask for.
class ReviewReading {
 public:
  ReviewReading(const Memory& memory, std::string file, const std::string& reviewer)
      : memory_(memory), file_(std::move(file)), reviewer_(reviewer) {}

  void take(const TranslationUnit& row) {
    ++report.rows;
    const std::string number = property(row, "unit");
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size()) {
      throw Error(ErrorCode::parse, file_ + ": row " + std::to_string(report.rows) +
                                        ": no number of a unit in the column \"unit\"; is this a table that "
                                        "`egiz review` wrote?");
    }
    take(UnitId{value}, row);
  }

  std::vector<UnitChange> changes;
  ReviewReport report;

 private:
  void take(UnitId id, const TranslationUnit& row) {
    const std::optional<Verdict> verdict = verdict_of(property(row, "verdict"));
    if (!verdict) return leave_out(id, "the verdict is neither ok nor remove; left as it was");
    const std::optional<TranslationUnit> unit = memory_.get(id);
    if (!unit) return leave_out(id, "there is no such unit any more");
    if (!seen_.insert(id).second) return leave_out(id, "a second row for this unit; the first counts");
    if (fingerprint_of(*unit) != property(row, "fingerprint")) {
      return leave_out(id, "was changed since the table was written; left as it is");
    }
    if (verdict == Verdict::remove) {
      ++report.removed;
      changes.push_back({id, std::nullopt});
      return;
    }
    UnitEdit edit{.texts = corrections(row, *unit),
                  .properties = {},
                  .origin = Origin::Kind::reviewed,
                  .note = std::nullopt,
                  .changed_by = reviewer_};
    if (edit.texts.empty() && verdict == Verdict::none) {
      ++report.untouched;
      return;
    }
    ++(edit.texts.empty() ? report.accepted : report.corrected);
    changes.push_back({id, edited(*unit, edit)});
  }

  void leave_out(UnitId id, const char* reason) {
    report.findings.push_back({file_ + ": unit " + std::to_string(id.value), reason});
  }

  const Memory& memory_;
  std::string file_;
  const std::string& reviewer_;
  std::set<UnitId> seen_;
};

}  // namespace

std::size_t write_review(const Memory& memory, const std::filesystem::path& file, const ReviewOptions& options,
                         const Progress& progress) {
  const auto writer =
      open_table_writer(file, detail::table_format_in(file), {.overwrite = options.overwrite, .sheet = "review"});
  ReviewTable table(memory, *writer, options);
  std::size_t seen = 0;
  memory.for_each([&](UnitId id, const TranslationUnit& unit) {
    if (seen++ % kBatchSize == 0) report_progress(progress, seen, memory.size());
    table.take(id, unit);
    return true;
  });
  return table.finish();
}

ReviewReport apply_review(Memory& memory, const std::filesystem::path& file, const std::string& reviewer,
                          const Progress& progress) {
  ReviewReading reading(memory, file.string(), reviewer);
  const ReadReport read = read_units(file, [&](TranslationUnit&& row) {
    reading.take(row);
    return true;
  });
  memory.change_all(reading.changes, progress);
  ReviewReport report = std::move(reading.report);
  report.findings.insert(report.findings.begin(), read.findings.begin(), read.findings.end());
  return report;
}

}  // namespace egiz
