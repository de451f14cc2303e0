// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/xlsx_table.h"

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "base/error.h"
#include "exchange/detail/written.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::uint32_t kMaxRows = 1'048'576;  // of a sheet, the heading among them
constexpr std::size_t kMinWidth = 8;           // characters
constexpr std::size_t kMaxWidth = 60;
constexpr lxw_doc_properties kProperties = {.created = 315532800};  // 1980, as the zip says: the same bytes each time

void check(lxw_error result) {
  if (result == LXW_NO_ERROR) return;
  throw Error(ErrorCode::io, std::string("the workbook could not be written (") + lxw_strerror(result) +
                                 "); is the disk of the temporary folder full?");
}

bool is_letter_mark(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6,
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); });
}

// Of the character that begins with c.
std::size_t utf16_units(char c) { return static_cast<unsigned char>(c) >= 0xF0 ? 2U : 1U; }

// Bytes of the longest beginning of text with at most limit units.
std::size_t prefix_of_units(std::string_view text, std::size_t limit) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_utf8_continuation(text[i])) continue;
    units += utf16_units(text[i]);
    if (units > limit) return i;
  }
  return text.size();
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    if (!is_utf8_continuation(c)) units += utf16_units(c);
  }
  return units;
}

std::string xlsx_text(std::string_view text) {
  const bool is_cut = text.size() > TableWriter::kMaxXlsxText && utf16_length(text) > TableWriter::kMaxXlsxText;
  if (is_cut) text = text.substr(0, prefix_of_units(text, TableWriter::kMaxXlsxText - 1));
  std::string cell;
  cell.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && is_letter_mark(text.substr(i))) cell += "_x005F";
    if (text[i] == '\0') {
      cell += "_x0000_";
    } else {
      cell += text[i];
    }
  }
  return is_cut ? cell + "…" : cell;
}

XlsxTable::TemporaryFile::TemporaryFile() {
  std::string name = (std::filesystem::temp_directory_path() / "egiz-xlsx-XXXXXX").string();
  const int descriptor = ::mkstemp(name.data());
  if (descriptor < 0) throw Error(ErrorCode::io, name + ": cannot be written; set TMPDIR to a folder you may write to");
  ::close(descriptor);
  path_ = name;
}

XlsxTable::TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

XlsxTable::XlsxTable(std::ostream& out, std::string sheet) : out_(out), sheet_name_(std::move(sheet)) {
  std::string folder = file_.path().parent_path().string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder.data();
  options.use_zip64 = LXW_FALSE;
  book_ = workbook_new_opt(file_.path().c_str(), &options);
  if (book_ == nullptr) throw std::bad_alloc();
  lxw_doc_properties properties = kProperties;
  check(workbook_set_properties(book_, &properties));
  heading_format_ = workbook_add_format(book_);
  format_set_bold(heading_format_);
  cell_format_ = workbook_add_format(book_);
  format_set_text_wrap(cell_format_);
  format_set_align(cell_format_, LXW_ALIGN_VERTICAL_TOP);
}

XlsxTable::~XlsxTable() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

void XlsxTable::start_sheet() {
  const std::string name = sheets_ == 0 ? sheet_name_ : sheet_name_ + " " + std::to_string(sheets_ + 1);
  sheet_ = workbook_add_worksheet(book_, name.c_str());
  if (sheet_ == nullptr) throw Error(ErrorCode::invalid_argument, "\"" + name + "\" cannot be the name of a sheet");
  ++sheets_;
  next_row_ = 0;
  widths_.assign(heading_.size(), kMinWidth);
  for (std::size_t i = 0; i < heading_.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    check(worksheet_set_column(sheet_, column, column, static_cast<double>(kMinWidth), cell_format_));
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  write_row(std::vector<TableCell>(heading_.begin(), heading_.end()), heading_format_);
}

void XlsxTable::row(std::span<const TableCell> cells) {
  if (sheet_ == nullptr) {
    for (const TableCell& cell : cells) {
      const auto* text = std::get_if<std::string_view>(&cell);
      heading_.push_back(text != nullptr ? std::string(*text) : shortest(std::get<double>(cell)));
    }
    return start_sheet();
  }
  if (next_row_ == kMaxRows) {
    set_widths();
    start_sheet();
  }
  write_row(cells, nullptr);
}

void XlsxTable::write_row(std::span<const TableCell> cells, lxw_format* format) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    if (const auto* number = std::get_if<double>(&cells[i])) {
      check(worksheet_write_number(sheet_, next_row_, column, *number, format));
      continue;
    }
    const std::string text = xlsx_text(std::get<std::string_view>(cells[i]));
    if (text.empty()) continue;
    if (i < widths_.size()) widths_[i] = std::max(widths_[i], std::min(kMaxWidth, utf16_length(text) + 2));
    check(worksheet_write_string(sheet_, next_row_, column, text.c_str(), format));
  }
  ++next_row_;
}

void XlsxTable::set_widths() {
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    check(worksheet_set_column(sheet_, column, column, static_cast<double>(widths_[i]), cell_format_));
  }
}

void XlsxTable::copy_to_stream() {
  std::ifstream in(file_.path(), std::ios::binary);
  out_ << in.rdbuf();
  if (!in) throw Error(ErrorCode::io, file_.path().string() + ": cannot be read again");
  out_.flush();
  check_written(out_);
}

void XlsxTable::finish() {
  if (sheet_ == nullptr) start_sheet();
  set_widths();
  check(workbook_close(std::exchange(book_, nullptr)));
  copy_to_stream();
}

}  // namespace egiz::exchange
