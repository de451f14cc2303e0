// SPDX-License-Identifier: Apache-2.0
#include "exchange/unit_writer.h"

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
  PackedFile(const std::filesystem::path& file, bool overwrite) : file_(file, overwrite), stream_(file_.stream().rdbuf()) {
    if (!lower_name(file).ends_with(".gz")) return;
    gzip_.emplace(file_.stream());
    stream_.rdbuf(&*gzip_);
  }

  std::ostream& stream() { return stream_; }

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

// A writer and the files it writes to.
class FileWriter : public UnitWriter {
 public:
  FileWriter(const std::filesystem::path& file, UnitFormat format, const UnitWriteOptions& options) {
    if (format != UnitFormat::moses) {
      files_.push_back(std::make_unique<PackedFile>(file, options.overwrite));
      writer_ = open_unit_writer(files_[0]->stream(), format, options);
      return;
    }
    std::vector<std::ostream*> streams;
    for (const Language& language : options.languages) {
      files_.push_back(std::make_unique<PackedFile>(file.string() + "." + language.tag(), options.overwrite));
      streams.push_back(&files_.back()->stream());
    }
    writer_ = std::make_unique<MosesWriter>(std::move(streams), options);
  }

  void write(const TranslationUnit& unit) override { writer_->write(unit); }

  void finish() override {
    writer_->finish();
    for (const auto& file : files_) file->commit();
  }

  std::size_t left_out() const override { return writer_->left_out(); }

 private:
  std::vector<std::unique_ptr<PackedFile>> files_;
  std::unique_ptr<UnitWriter> writer_;  // after the files: it writes to them
};

}  // namespace
}  // namespace exchange

UnitFormat unit_format_of(const std::filesystem::path& file) {
  std::string name = exchange::lower_name(file);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  if (name.ends_with(".tsv") || name.ends_with(".tab")) return UnitFormat::tsv;
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return UnitFormat::jsonl;
  return UnitFormat::tmx;
}

std::unique_ptr<UnitWriter> open_unit_writer(const std::filesystem::path& file, UnitFormat format,
                                             const UnitWriteOptions& options) {
  return std::make_unique<exchange::FileWriter>(file, format, options);
}

std::unique_ptr<UnitWriter> open_unit_writer(std::ostream& stream, UnitFormat format, const UnitWriteOptions& options) {
  switch (format) {
    case UnitFormat::tmx: return std::make_unique<exchange::TmxWriter>(stream, options);
    case UnitFormat::tsv: return std::make_unique<exchange::TsvWriter>(stream, options);
    case UnitFormat::jsonl: return std::make_unique<exchange::JsonlWriter>(stream, options);
    case UnitFormat::moses: break;
  }
  throw Error(ErrorCode::invalid_argument, "Moses needs a file for each language; name an output file");
}

}  // namespace egiz
