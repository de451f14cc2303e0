// SPDX-License-Identifier: Apache-2.0
#include "exchange/document_reader.h"

#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/document/plain_text.h"

namespace egiz {
namespace {

constexpr std::size_t kMaxDocument = std::size_t{1} << 30;  // bytes

// What a file that is no text begins with.
struct Signature {
  std::string_view bytes;
  std::string_view what;
};

constexpr Signature kSignatures[] = {
    {{"%PDF-", 5}, "a PDF; convert it to text first (pdftotext)"},
    {{"PK\x03\x04", 4}, "a zip archive or an office document; save it as plain text first"},
    {{"\xD0\xCF\x11\xE0", 4}, "an old office document; save it as plain text first"},
    {{"{\\rtf", 5}, "an RTF; save it as plain text first"},
    {{"SQLite format 3", 15}, "a database; a document was expected"},
};

void refuse_other_formats(std::string_view bytes, std::string_view name) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) {
      throw Error(ErrorCode::unsupported, std::string(name) + ": " + std::string(signature.what));
    }
  }
}

}  // namespace

DocumentText read_document(std::string_view bytes, std::string_view name, const DocumentReadOptions& options) {
  if (bytes.empty()) throw Error(ErrorCode::parse, std::string(name) + ": the file is empty");
  refuse_other_formats(bytes, name);
  DocumentText document = exchange::read_plain_text(bytes, name, options.paragraphs);
  if (document.paragraphs.empty()) throw Error(ErrorCode::parse, std::string(name) + ": there is no text in it");
  return document;
}

DocumentText read_document(const std::filesystem::path& file, const DocumentReadOptions& options) {
  const auto source = exchange::open_bytes(file);
  return read_document(exchange::read_all(*source, kMaxDocument, file.string()), file.string(), options);
}

Document to_document(const DocumentText& text, const Language& language) {
  std::string joined;
  std::vector<ParagraphKind> kinds;
  for (const Paragraph& paragraph : text.paragraphs) {
    joined += paragraph.text;
    joined += '\n';
    kinds.push_back(paragraph.kind);
  }
  std::vector<Segment> segments = segment(joined, language, {ParagraphMode::line});
  return Document(std::move(joined), language, std::move(segments), std::move(kinds));
}

}  // namespace egiz
