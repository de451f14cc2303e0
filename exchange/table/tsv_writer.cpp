// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/tsv_writer.h"

#include <utility>

#include "base/error.h"
#include "exchange/detail/written.h"
#include "exchange/table/tsv.h"

namespace egiz::exchange {
namespace {

void check_languages(const UnitWriteOptions& options, const char* format) {
  if (options.languages.size() >= 2) return;
  throw Error(ErrorCode::invalid_argument,
              std::string(format) + " has a column for each language; name at least two, as in ru,kk");
}

// The text of each language, or nothing when one of them is not there.
std::vector<const std::string*> row_of(const TranslationUnit& unit, const std::vector<Language>& languages) {
  std::vector<const std::string*> row;
  for (const Language& language : languages) {
    const Variant* variant = unit.find(language);
    if (variant == nullptr) return {};
    row.push_back(&variant->text);
  }
  return row;
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return text;
}

}  // namespace

TsvWriter::TsvWriter(std::ostream& out, const UnitWriteOptions& options) : out_(out), languages_(options.languages) {
  check_languages(options, "TSV");
  for (const Language& language : languages_) row_ += (row_.empty() ? "" : "\t") + language.tag();
  out_ << row_ << '\n';
  check_written(out_);
}

void TsvWriter::write(const TranslationUnit& unit) {
  const auto cells = row_of(unit, languages_);
  if (cells.empty()) {
    ++left_out_;
    return;
  }
  row_.clear();
  for (const std::string* cell : cells) {
    if (cell != cells.front()) row_ += '\t';
    append_tsv_cell(row_, *cell);
  }
  row_ += '\n';
  out_.write(row_.data(), static_cast<std::streamsize>(row_.size()));
  check_written(out_);
}

void TsvWriter::finish() {
  out_.flush();
  check_written(out_);
}

MosesWriter::MosesWriter(std::vector<std::ostream*> outs, const UnitWriteOptions& options)
    : outs_(std::move(outs)), languages_(options.languages) {
  check_languages(options, "Moses");
}

void MosesWriter::write(const TranslationUnit& unit) {
  const auto cells = row_of(unit, languages_);
  if (cells.empty()) {
    ++left_out_;
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
