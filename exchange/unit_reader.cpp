// SPDX-License-Identifier: Apache-2.0
#include "exchange/unit_reader.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/jsonl/jsonl_reader.h"
#include "exchange/po/po_reader.h"
#include "exchange/table/csv.h"
#include "exchange/table/tsv.h"
#include "exchange/tmx/tmx_reader.h"
#include "exchange/xliff/xliff_reader.h"

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

ReadReport read_from(std::unique_ptr<ByteSource> bytes, const std::string& name, const UnitSink& sink,
                     const UnitReadOptions& options) {
  auto source = std::make_unique<PeekedSource>(std::move(bytes));
  const std::string& head = source->head();
  if (head.empty()) throw Error(ErrorCode::parse, name + ": the file is empty");
  const char first = first_character(head);
  const std::string ending = ending_of(name);
  if (first == '<' && holds(head, "<xliff")) return read_xliff(std::move(source), name, sink, options);
  if (first == '<') return read_tmx(std::move(source), name, sink, options);
  if (is_binary(head)) {
    throw Error(ErrorCode::unsupported, name + ": not a file of units; TMX, XLIFF, PO, TSV, CSV and JSONL are read");
  }
  if (first == '{') return read_jsonl(std::move(source), name, sink, options);
  if (ending == ".tmx") throw Error(ErrorCode::parse, name + ": not XML, so not a TMX; is this the file you mean?");
  if (ending == ".po" || ending == ".pot") return read_po(std::move(source), name, sink, options);
  if (ending == ".csv") return read_csv(std::move(source), name, sink, options);
  if (ending == ".tsv" || ending == ".tab" || head.find('\t') != std::string::npos) {
    return read_tsv(std::move(source), name, sink, options);
  }
  throw Error(ErrorCode::unsupported, name + ": not a file of units; TMX, XLIFF, PO, TSV, CSV and JSONL are read");
}

}  // namespace
}  // namespace exchange

ReadReport read_units(const std::filesystem::path& file, const UnitSink& sink, const UnitReadOptions& options) {
  return exchange::read_from(exchange::open_bytes(file), file.string(), sink, options);
}

ReadReport read_units(std::string_view bytes, std::string_view name, const UnitSink& sink,
                      const UnitReadOptions& options) {
  return exchange::read_from(exchange::open_memory(bytes), std::string(name), sink, options);
}

}  // namespace egiz
