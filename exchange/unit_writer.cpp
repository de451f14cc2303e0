// SPDX-License-Identifier: Apache-2.0
#include "exchange/unit_writer.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "base/error.h"
#include "exchange/detail/gzip_stream.h"
#include "exchange/jsonl/jsonl_writer.h"
#include "exchange/output_file.h"
#include "exchange/table/tsv_writer.h"
#include "exchange/tmx/tmx_writer.h"
#include "text/utf8.h"

namespace egiz {
namespace exchange {
namespace {

std::string lower_name(const std::filesystem::path& file) {
  std::string name = file.filename().string();
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return name;
}

// An output file, packed when its name says so.
class PackedFile {
 public:
  PackedFile(const std::filesystem::path& file, bool overwrite)
      : file_(file, overwrite), stream_(file_.stream().rdbuf()) {
    if (!lower_name(file).ends_with(".gz")) return;
    gzip_.emplace(file_.stream());
    stream_.rdbuf(&*gzip_);
  }

  std::ostream& stream() { return stream_; }

  // Bytes of the file so far.
  std::uint64_t size() { return static_cast<std::uint64_t>(file_.stream().tellp()); }

  void commit() {
    if (gzip_) gzip_->finish();
    if (!stream_) file_.stream().setstate(std::ios::failbit);
    file_.commit();
  }

 private:
  OutputFile file_;
  std::optional<GzipBuffer> gzip_;
  std::ostream stream_;
};

// Writes only what options let pass.
class FilteredWriter : public UnitWriter {
 public:
  FilteredWriter(std::unique_ptr<UnitWriter> writer, const UnitWriteOptions& options)
      : writer_(std::move(writer)), filter_(options.filter), max_characters_(options.max_characters) {}

  void write(const TranslationUnit& unit) override {
    if (!filter_.passes(unit) || is_too_long(unit)) {
      ++left_out_;
    } else {
      writer_->write(unit);
    }
  }

  void finish() override { writer_->finish(); }
  std::size_t left_out() const override { return left_out_ + writer_->left_out(); }

 private:
  bool is_too_long(const TranslationUnit& unit) const {
    return max_characters_ > 0 && std::any_of(unit.variants.begin(), unit.variants.end(), [&](const Variant& variant) {
             return count_code_points(variant.text) > max_characters_;
           });
  }

  std::unique_ptr<UnitWriter> writer_;
  UnitFilter filter_;
  std::size_t max_characters_;
  std::size_t left_out_ = 0;
};

std::unique_ptr<UnitWriter> make_writer(std::ostream& stream, UnitFormat format, const UnitWriteOptions& options) {
  switch (format) {
    case UnitFormat::tmx:
      return std::make_unique<TmxWriter>(stream, options);
    case UnitFormat::tsv:
      return std::make_unique<TsvWriter>(stream, options);
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
    open_part();
  }

  void write(const TranslationUnit& unit) override {
    if (is_part_full()) {
      writer_->finish();
      left_out_ += writer_->left_out();
      open_part();
    }
    writer_->write(unit);
  }

  void finish() override {
    writer_->finish();
    for (const auto& file : files_) file->commit();
  }

  std::size_t left_out() const override { return left_out_ + writer_->left_out(); }

 private:
  bool is_part_full() {
    return options_.split_bytes > 0 && format_ != UnitFormat::moses && files_.back()->size() >= options_.split_bytes;
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
  std::size_t left_out_ = 0;
};

constexpr std::string_view kProfiles[] = {"egiz", "omegat", "trados", "memoq", "phrase", "xtm", "wordfast"};

}  // namespace
}  // namespace exchange

UnitFormat unit_format_of(const std::filesystem::path& file) {
  std::string name = exchange::lower_name(file);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  if (name.ends_with(".tsv") || name.ends_with(".tab")) return UnitFormat::tsv;
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return UnitFormat::jsonl;
  return UnitFormat::tmx;
}

std::optional<TmxProfile> tmx_profile(std::string_view name) {
  for (std::size_t i = 0; i < std::size(exchange::kProfiles); ++i) {
    if (exchange::kProfiles[i] == name) return static_cast<TmxProfile>(i);
  }
  return std::nullopt;
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
