// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/unit_table.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "exchange/detail/origin_name.h"
#include "exchange/detail/written.h"
#include "exchange/table/heading_language.h"
#include "exchange/table/xlsx_table.h"

namespace egiz::exchange {
namespace {

void check_languages(const UnitWriteOptions& options, const char* format) {
  if (options.languages.size() >= 2) return;
  throw Error(ErrorCode::invalid_argument,
              std::string(format) + " has a column for each language; name at least two, as in ru,kk");
}

// In the order of TableFormat.
constexpr const char* kNames[] = {"TSV", "CSV", "XLSX"};

const std::string kNoText;

// The text of each language, empty where the unit has none; or nothing when fewer than least languages have text.
std::vector<const std::string*> row_of(const TranslationUnit& unit, const std::vector<Language>& languages,
                                       std::size_t least) {
  std::vector<const std::string*> row;
  std::size_t count = 0;
  for (const Language& language : languages) {
    const Variant* variant = unit.find(language);
    row.push_back(variant == nullptr ? &kNoText : &variant->text);
    if (!row.back()->empty()) ++count;
  }
  return count < least ? std::vector<const std::string*>() : row;
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return text;
}

}  // namespace

UnitTableWriter::UnitTableWriter(std::unique_ptr<TableWriter> table, TableFormat format,
                                 const UnitWriteOptions& options)
    : table_(std::move(table)),
      languages_(options.languages),
      columns_(options.columns),
      max_text_(format == TableFormat::xlsx ? TableWriter::kMaxXlsxText : std::string::npos) {
  check_languages(options, kNames[static_cast<std::size_t>(format)]);
  std::vector<std::string> headings;
  for (const Language& language : languages_) headings.push_back(heading_of(language));
  for (const std::string& heading : headings) row_.emplace_back(heading);
  for (const std::string& column : columns_) row_.emplace_back(column);
  table_->row(row_);
}

void UnitTableWriter::write(const TranslationUnit& unit) {
  const auto texts = row_of(unit, languages_, 2);
  const bool fits = max_text_ == std::string::npos || std::all_of(texts.begin(), texts.end(), [&](const auto* text) {
                      return utf16_length(*text) <= max_text_;
                    });
  if (texts.empty()) {
    ++left_out_.without_language;
    return;
  }
  if (!fits) {
    ++left_out_.too_long;
    return;
  }
  row_.assign(texts.size(), {});
  std::transform(texts.begin(), texts.end(), row_.begin(), [](const auto* text) { return std::string_view(*text); });
  texts_.clear();
  add_columns(unit);
  table_->row(row_);
}

// What stands more than once is a line each.
void UnitTableWriter::add_joined(const Properties& properties, const std::string& name) {
  const auto [first, last] = properties.equal_range(name);
  std::string& joined = texts_.emplace_back();
  for (auto property = first; property != last; ++property) {
    if (property != first) joined += '\n';
    joined += property->second;
  }
  row_.emplace_back(joined);
}

void UnitTableWriter::add_columns(const TranslationUnit& unit) {
  for (const std::string& column : columns_) {
    if (column == "document") {
      row_.emplace_back(unit.context.document);
    } else if (column == "id") {
      row_.emplace_back(unit.context.id);
    } else if (column == "origin") {
      row_.emplace_back(origin_name(unit.origin.kind));
    } else if (column == "confidence") {
      row_.emplace_back(unit.origin.confidence);
    } else if (column == "note") {
      Properties notes;
      for (const std::string& note : unit.notes) notes.emplace(column, note);
      add_joined(notes, column);
    } else {
      add_joined(unit.properties, column);
    }
  }
}

MosesWriter::MosesWriter(std::vector<std::ostream*> outs, const UnitWriteOptions& options)
    : outs_(std::move(outs)), languages_(options.languages) {
  check_languages(options, "Moses");
}

void MosesWriter::write(const TranslationUnit& unit) {
  const auto cells = row_of(unit, languages_, languages_.size());
  if (cells.empty()) {
    ++left_out_.without_language;
    return;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    *outs_[i] << one_line(*cells[i]) << '\n';
    check_written(*outs_[i]);
  }
}

void MosesWriter::finish() {
  for (std::ostream* out : outs_) {
    out->flush();
    check_written(*out);
  }
}

}  // namespace egiz::exchange
