// SPDX-License-Identifier: Apache-2.0
#include "exchange/unit_reader.h"

#include <algorithm>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/document/detect.h"
#include "exchange/jsonl/jsonl_reader.h"
#include "exchange/po/po_reader.h"
#include "exchange/table/csv.h"
#include "exchange/table/tsv.h"
#include "exchange/tmx/tmx_reader.h"
#include "exchange/xliff/xliff_reader.h"
#include "exchange/xlsx/xlsx_reader.h"

namespace egiz {
namespace exchange {
namespace {

constexpr std::size_t kHead = 4096;  // bytes that tell the format

// A source whose first bytes have been looked at.
class PeekedSource : public ByteSource {
 public:
  explicit PeekedSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {
    while (head_.size() < kHead) {
      char buffer[kHead];
      const std::size_t count = source_->read(buffer, kHead - head_.size());
      if (count == 0) break;
      head_.append(buffer, count);
    }
  }

  const std::string& head() const { return head_; }

  std::size_t read(char* out, std::size_t size) override {
    if (given_ == head_.size()) return source_->read(out, size);
    const std::size_t count = std::min(size, head_.size() - given_);
    std::copy_n(head_.data() + given_, count, out);
    given_ += count;
    return count;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string head_;
  std::size_t given_ = 0;
};

// The first character of a text, whatever its encoding: blanks, marks and the NUL bytes of UTF-16 passed over.
char first_character(std::string_view head) {
  const std::size_t found = head.find_first_not_of(std::string_view(" \t\r\n\0\xFF\xFE\xEF\xBB\xBF", 10));
  return found == std::string_view::npos ? '\0' : head[found];
}

bool is_binary(std::string_view head) {
  const bool is_utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
                        (head.size() >= 2 && (head[0] == '\0') != (head[1] == '\0'));
  return !is_utf16 && head.find('\0') != std::string_view::npos;
}

// Whether a text begins with word somewhere in head, in UTF-8 or UTF-16.
bool holds(std::string_view head, std::string_view word) {
  std::string letters(head);
  std::erase(letters, '\0');
  return letters.find(word) != std::string::npos;
}

// The ending that says what the file is: ".tmx" of "a.TMX.gz".
std::string ending_of(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  for (const std::string_view packed : {".gz", ".zip"}) {
    if (lower.ends_with(packed)) lower.resize(lower.size() - packed.size());
  }
  const std::size_t dot = lower.rfind('.');
  return dot == std::string::npos ? std::string() : lower.substr(dot);
}

constexpr std::string_view kOffice97 = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kZip = "PK\x03\x04";

[[noreturn]] void refuse(const std::string& name) {
  throw Error(ErrorCode::unsupported,
              name + ": not a file of units; TMX, XLIFF, PO, TSV, CSV, JSONL and XLSX are read");
}

// An Office file with a password is one of the old kind around one of the new.
[[noreturn]] void refuse_office_97(ByteSource& source, const std::string& name, const DocumentLimits& limits) {
  const bool is_locked =
      detect_format(read_all(source, limits.max_file_bytes, name), name) == DocumentFormat::encrypted_word;
  throw Error(ErrorCode::unsupported,
              name + (is_locked ? ": protected by a password; save it without one"
                                : ": an old office file; save it as xlsx if it has a table of translations"));
}

ReadReport read_from(std::unique_ptr<ByteSource> bytes, const std::string& name, const UnitSink& sink,
                     const UnitReadOptions& options) {
  auto source = std::make_unique<PeekedSource>(std::move(bytes));
  const std::string& head = source->head();
  if (head.empty()) throw Error(ErrorCode::parse, name + ": the file is empty");
  const char first = first_character(head);
  const std::string ending = ending_of(name);
  if (first == '<' && holds(head, "<xliff")) return read_xliff(std::move(source), name, sink, options);
  if (first == '<') return read_tmx(std::move(source), name, sink, options);
  if (head.starts_with(kZip)) {
    return read_xlsx(read_all(*source, options.limits.max_file_bytes, name), name, sink, options);
  }
  if (head.starts_with(kOffice97)) refuse_office_97(*source, name, options.limits);
  if (is_binary(head)) refuse(name);
  if (first == '{') return read_jsonl(std::move(source), name, sink, options);
  if (ending == ".tmx") throw Error(ErrorCode::parse, name + ": not XML, so not a TMX; is this the file you mean?");
  if (ending == ".po" || ending == ".pot") return read_po(std::move(source), name, sink, options);
  if (ending == ".csv") return read_csv(std::move(source), name, sink, options);
  if (ending == ".tsv" || ending == ".tab" || head.find('\t') != std::string::npos) {
    return read_tsv(std::move(source), name, sink, options);
  }
  refuse(name);
}

}  // namespace
}  // namespace exchange

ReadReport read_units(const std::filesystem::path& file, const UnitSink& sink, const UnitReadOptions& options) {
  auto bytes = exchange::is_package(file) ? exchange::open_raw(file) : exchange::open_bytes(file);
  return exchange::read_from(std::move(bytes), file.string(), sink, options);
}

ReadReport read_units(std::string_view bytes, std::string_view name, const UnitSink& sink,
                      const UnitReadOptions& options) {
  return exchange::read_from(exchange::open_memory(bytes), std::string(name), sink, options);
}

bool is_unit_file(const std::filesystem::path& file) {
  using exchange::DocumentFormat;
  std::error_code error;
  if (std::filesystem::exists(file, error) && !std::filesystem::is_regular_file(file, error)) return false;  // a pipe
  if (exchange::is_package(file)) return exchange::zip_holds(file, "xl/workbook.xml");
  const std::string name = file.string();
  const exchange::PeekedSource source(exchange::open_raw(file));
  const DocumentFormat format = exchange::detect_format(source.head(), name);
  const std::string ending = exchange::ending_of(name);
  if (format == DocumentFormat::bilingual) return true;
  if (format != DocumentFormat::text && format != DocumentFormat::gzip && format != DocumentFormat::zip) return false;
  const auto is = [&](std::string_view wanted) { return ending == wanted; };
  return is(".tsv") || is(".tab") || is(".csv") || is(".tmx") || is(".xlf") || is(".xliff") || is(".po") ||
         is(".jsonl");
}

}  // namespace egiz
