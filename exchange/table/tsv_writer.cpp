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

TsvWriter::TsvWriter(std::ostream& out, const UnitWriteOptions& options) : out_(out), languages_(options.languages) {
  check_languages(options, "TSV");
  for (const Language& language : languages_) row_ += (row_.empty() ? "" : "\t") + language.tag();
  out_ << row_ << '\n';
  check_written(out_);
}

void TsvWriter::write(const TranslationUnit& unit) {
  const auto cells = row_of(unit, languages_, 2);
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
  const auto cells = row_of(unit, languages_, languages_.size());
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
