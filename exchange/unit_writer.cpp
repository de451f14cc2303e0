// SPDX-License-Identifier: Apache-2.0
#include "exchange/unit_writer.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "base/error.h"
#include "exchange/detail/packed_file.h"
#include "exchange/jsonl/jsonl_writer.h"
#include "exchange/table/unit_table.h"
#include "exchange/tmx/tmx_writer.h"
#include "exchange/xliff/xliff_unit_writer.h"
#include "text/utf8.h"

namespace egiz {
namespace exchange {
namespace {

LeftOut sum(const LeftOut& a, const LeftOut& b) {
  return {a.without_language + b.without_language, a.filtered + b.filtered, a.too_long + b.too_long};
}

// Properties that name people.
constexpr std::string_view kPersonal[] = {"tmx:creationid", "tmx:changeid"};

void anonymise(TranslationUnit& unit) {
  unit.created_by.clear();
  unit.changed_by.clear();
  unit.context.document.clear();
  for (const std::string_view name : kPersonal) {
    unit.properties.erase(std::string(name));
    for (Variant& variant : unit.variants) variant.properties.erase(std::string(name));
  }
}

// Writes only what options let pass.
class FilteredWriter : public UnitWriter {
 public:
  FilteredWriter(std::unique_ptr<UnitWriter> writer, const UnitWriteOptions& options)
      : writer_(std::move(writer)),
        filter_(options.filter),
        max_characters_(options.max_characters),
        anonymise_(options.anonymise) {}

  void write(const TranslationUnit& unit) override {
    if (!filter_.passes(unit)) {
      ++left_out_.filtered;
    } else if (is_too_long(unit)) {
      ++left_out_.too_long;
    } else if (anonymise_) {
      TranslationUnit nameless = unit;
      anonymise(nameless);
      writer_->write(nameless);
    } else {
      writer_->write(unit);
    }
  }

  void finish() override { writer_->finish(); }
  LeftOut left_out() const override { return sum(left_out_, writer_->left_out()); }

 private:
  bool is_too_long(const TranslationUnit& unit) const {
    return max_characters_ > 0 && std::any_of(unit.variants.begin(), unit.variants.end(), [&](const Variant& variant) {
             return count_code_points(variant.text) > max_characters_;
           });
  }

  std::unique_ptr<UnitWriter> writer_;
  UnitFilter filter_;
  std::size_t max_characters_;
  bool anonymise_;
  LeftOut left_out_;
};

std::unique_ptr<UnitWriter> make_table(std::ostream& stream, TableFormat format, const UnitWriteOptions& options) {
  return std::make_unique<UnitTableWriter>(open_table_writer(stream, format, {.sheet = "units"}), format, options);
}

std::unique_ptr<UnitWriter> make_writer(std::ostream& stream, UnitFormat format, const UnitWriteOptions& options) {
  switch (format) {
    case UnitFormat::tmx:
      return std::make_unique<TmxWriter>(stream, options);
    case UnitFormat::xliff_1_2:
      return std::make_unique<XliffUnitWriter>(stream, XliffVersion::v1_2, options);
    case UnitFormat::xliff_2_1:
      return std::make_unique<XliffUnitWriter>(stream, XliffVersion::v2_1, options);
    case UnitFormat::tsv:
      return make_table(stream, TableFormat::tsv, options);
    case UnitFormat::csv:
      return make_table(stream, TableFormat::csv, options);
    case UnitFormat::xlsx:
      return make_table(stream, TableFormat::xlsx, options);
    case UnitFormat::jsonl:
      return std::make_unique<JsonlWriter>(stream, options);
    case UnitFormat::moses:
      break;
  }
  throw Error(ErrorCode::invalid_argument, "Moses needs a file for each language; name an output file");
}

// "memory.tmx.gz" for the first part, then "memory-2.tmx.gz".
std::filesystem::path part_name(const std::filesystem::path& file, std::size_t part) {
  if (part == 1) return file;
  const std::string name = file.filename().string();
  const std::size_t dot = std::min(name.size(), name.find('.', 1));
  return file.parent_path() / (name.substr(0, dot) + "-" + std::to_string(part) + name.substr(dot));
}

// A writer and the files it writes to.
class FileWriter : public UnitWriter {
 public:
  FileWriter(std::filesystem::path file, UnitFormat format, const UnitWriteOptions& options)
      : file_(std::move(file)), format_(format), options_(options) {
    const bool is_whole = format_ == UnitFormat::moses || format_ == UnitFormat::xlsx;
    if (options_.split_bytes > 0 && is_whole) {
      throw Error(ErrorCode::invalid_argument, "Moses and XLSX are not split by size; choose TMX, TSV, CSV or JSONL");
    }
    open_part();
  }

  void write(const TranslationUnit& unit) override {
    if (is_part_full()) {
      writer_->finish();
      left_out_ = sum(left_out_, writer_->left_out());
      open_part();
    }
    writer_->write(unit);
  }

  void finish() override {
    writer_->finish();
    for (const auto& file : files_) file->commit();
  }

  LeftOut left_out() const override { return sum(left_out_, writer_->left_out()); }

 private:
  bool is_part_full() {
    return options_.split_bytes > 0 && files_.back()->size() >= options_.split_bytes;
  }

  void open_part() {
    if (format_ == UnitFormat::moses) return open_moses();
    files_.push_back(std::make_unique<PackedFile>(part_name(file_, files_.size() + 1), options_.overwrite));
    writer_ = make_writer(files_.back()->stream(), format_, options_);
  }

  void open_moses() {
    std::vector<std::ostream*> streams;
    for (const Language& language : options_.languages) {
      files_.push_back(std::make_unique<PackedFile>(file_.string() + "." + language.tag(), options_.overwrite));
      streams.push_back(&files_.back()->stream());
    }
    writer_ = std::make_unique<MosesWriter>(std::move(streams), options_);
  }

  std::filesystem::path file_;
  UnitFormat format_;
  UnitWriteOptions options_;
  std::vector<std::unique_ptr<PackedFile>> files_;
  std::unique_ptr<UnitWriter> writer_;  // after the files: it writes to them
  LeftOut left_out_;
};

// In the order of UnitFormat and of TmxProfile.
constexpr std::string_view kFormats[] = {"tmx", "xliff", "xliff2", "tsv", "csv", "xlsx", "jsonl", "moses"};
constexpr std::string_view kProfiles[] = {"egiz", "omegat", "trados", "memoq", "phrase", "xtm", "wordfast"};

}  // namespace
}  // namespace exchange

UnitFormat unit_format_of(const std::filesystem::path& file) {
  const std::string name = exchange::unpacked_name(file);
  if (const auto table = table_format_of(file)) {
    if (*table == TableFormat::csv) return UnitFormat::csv;
    return *table == TableFormat::xlsx ? UnitFormat::xlsx : UnitFormat::tsv;
  }
  if (name.ends_with(".xlf") || name.ends_with(".xliff")) return UnitFormat::xliff_1_2;
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return UnitFormat::jsonl;
  return UnitFormat::tmx;
}

std::optional<UnitFormat> unit_format(std::string_view name) {
  const auto found = std::ranges::find(exchange::kFormats, name);
  if (found == std::end(exchange::kFormats)) return std::nullopt;
  return static_cast<UnitFormat>(found - std::begin(exchange::kFormats));
}

bool has_language_columns(UnitFormat format) {
  return format == UnitFormat::tsv || format == UnitFormat::csv || format == UnitFormat::xlsx ||
         format == UnitFormat::moses;
}

std::optional<TmxProfile> tmx_profile(std::string_view name) {
  const auto found = std::ranges::find(exchange::kProfiles, name);
  if (found == std::end(exchange::kProfiles)) return std::nullopt;
  return static_cast<TmxProfile>(found - std::begin(exchange::kProfiles));
}

std::unique_ptr<UnitWriter> open_unit_writer(const std::filesystem::path& file, UnitFormat format,
                                             const UnitWriteOptions& options) {
  return std::make_unique<exchange::FilteredWriter>(std::make_unique<exchange::FileWriter>(file, format, options),
                                                    options);
}

std::unique_ptr<UnitWriter> open_unit_writer(std::ostream& stream, UnitFormat format, const UnitWriteOptions& options) {
  return std::make_unique<exchange::FilteredWriter>(exchange::make_writer(stream, format, options), options);
}

}  // namespace egiz
