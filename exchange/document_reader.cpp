// SPDX-License-Identifier: Apache-2.0
#include "exchange/document_reader.h"

#include <istream>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/detail/limit_error.h"
#include "exchange/document/convert.h"
#include "exchange/document/detect.h"
#include "exchange/document/html.h"
#include "exchange/document/markdown.h"
#include "exchange/document/odt.h"
#include "exchange/document/package.h"
#include "exchange/document/pdf.h"
#include "exchange/document/plain_text.h"
#include "exchange/document/plain_text_stream.h"
#include "exchange/document/subtitles.h"

namespace egiz {
namespace {

using exchange::DocumentFormat;

[[noreturn]] void refuse(std::string_view name, const std::string& what) {
  throw Error(ErrorCode::unsupported, std::string(name) + ": " + what);
}

void check_size(std::uintmax_t size, std::string_view name, const DocumentLimits& limits) {
  if (size > limits.max_file_bytes) {
    throw exchange::limit_error(name, "larger than " + std::to_string(limits.max_file_bytes) + " bytes", "file");
  }
}

DocumentText read_as(DocumentFormat format, std::string_view bytes, std::string_view name,
                     const DocumentReadOptions& options) {
  switch (format) {
    case DocumentFormat::text:
      return exchange::read_plain_text(bytes, name, options.paragraphs);
    case DocumentFormat::html:
      return exchange::read_html(bytes, name, options.limits);
    case DocumentFormat::markdown:
      return exchange::read_markdown(bytes, name, options.limits);
    case DocumentFormat::subtitles:
      return exchange::read_subtitles(bytes, name, options.limits);
    case DocumentFormat::zip:
      return exchange::read_package(bytes, name, options.limits);
    case DocumentFormat::flat_odt:
      return exchange::read_flat_odt(bytes, name, options.limits);
    case DocumentFormat::pdf:
      return exchange::read_pdf(bytes, name, options.limits);
    case DocumentFormat::rtf:
      return exchange::read_rtf(bytes, name, options.limits);
    case DocumentFormat::word_97:
      return exchange::read_word_97(bytes, name, options.limits);
    case DocumentFormat::encrypted_word:
      refuse(name, "protected by a password; save the document without one");
    case DocumentFormat::other_office_97:
      refuse(name, "an old office document that is not a text; save it as docx, odt or plain text first");
    case DocumentFormat::bilingual:
      refuse(name, "a file of translation units, not a document; import it into a memory");
    case DocumentFormat::other_xml:
      refuse(name, "XML of a kind that is not known; save it as HTML or plain text first");
    case DocumentFormat::database:
      refuse(name, "a database; a document was expected");
    case DocumentFormat::gzip:
      refuse(name, "packed with gzip; unpack it first");
  }
  refuse(name, "a format that is not known");
}

class StreamSource final : public exchange::ByteSource {
 public:
  StreamSource(std::istream& stream, std::string_view name) : stream_(stream), name_(name) {}

  std::size_t read(char* out, std::size_t size) override {
    stream_.read(out, static_cast<std::streamsize>(size));
    if (stream_.bad()) throw Error(ErrorCode::io, std::string(name_) + ": cannot be read");
    return static_cast<std::size_t>(stream_.gcount());
  }

 private:
  std::istream& stream_;
  std::string_view name_;
};

// The first bytes, as many as are read at a time.
std::string read_head(exchange::ByteSource& source) {
  std::string head(exchange::kTextBlock, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    const std::size_t count = source.read(head.data() + size, head.size() - size);
    if (count == 0) break;
    size += count;
  }
  head.resize(size);
  return head;
}

DocumentText give(DocumentText document, const ParagraphSink& sink) {
  for (Paragraph& paragraph : document.paragraphs) sink(std::move(paragraph));
  document.paragraphs.clear();
  return document;
}

// size: of the file; 0 when it is not known.
DocumentText read_source(exchange::ByteSource& source, std::string_view name, std::uintmax_t size,
                         const ParagraphSink& sink, const DocumentReadOptions& options) {
  std::string head = read_head(source);
  const bool is_large = head.size() == exchange::kTextBlock;
  if (is_large && exchange::detect_format(head, name) == DocumentFormat::text && exchange::can_stream(head)) {
    const std::size_t given = exchange::stream_plain_text(std::move(head), source, name, options, sink);
    if (given == 0) throw Error(ErrorCode::parse, std::string(name) + ": there is no text in it");
    return {.format = "txt"};
  }
  check_size(size, name, options.limits);
  if (is_large) head += exchange::read_all(source, options.limits.max_file_bytes, name);
  return give(read_document(head, name, options), sink);
}

std::string read_file(const std::filesystem::path& file, const DocumentLimits& limits) {
  const std::string name = file.string();
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  const bool is_regular = std::filesystem::is_regular_file(status);
  if (is_regular) check_size(std::filesystem::file_size(file, error), name, limits);
  std::string bytes = exchange::read_all(*exchange::open_raw(file), limits.max_file_bytes, name);
  if (!is_regular || exchange::detect_format(bytes, name) != DocumentFormat::gzip) return bytes;
  return exchange::read_all(*exchange::open_bytes(file), limits.max_file_bytes, name);
}

}  // namespace

DocumentText read_document(std::string_view bytes, std::string_view name, const DocumentReadOptions& options) {
  if (bytes.empty()) throw Error(ErrorCode::parse, std::string(name) + ": the file is empty");
  check_size(bytes.size(), name, options.limits);
  DocumentText document = read_as(exchange::detect_format(bytes, name), bytes, name, options);
  if (document.paragraphs.empty()) throw Error(ErrorCode::parse, std::string(name) + ": there is no text in it");
  return document;
}

DocumentText read_document(const std::filesystem::path& file, const DocumentReadOptions& options) {
  return read_document(read_file(file, options.limits), file.string(), options);
}

DocumentText read_document(const std::filesystem::path& file, const ParagraphSink& sink,
                           const DocumentReadOptions& options) {
  const bool is_packed = exchange::starts_with_bytes(file, "\x1F\x8B");
  std::error_code error;
  const bool has_size = !is_packed && std::filesystem::is_regular_file(file, error);
  return read_source(is_packed ? *exchange::open_bytes(file) : *exchange::open_raw(file), file.string(),
                     has_size ? std::filesystem::file_size(file, error) : 0, sink, options);
}

DocumentText read_document(std::istream& stream, std::string_view name, const ParagraphSink& sink,
                           const DocumentReadOptions& options) {
  StreamSource source(stream, name);
  return read_source(source, name, 0, sink, options);
}

Document to_document(const DocumentText& text, const Language& language, const SentenceRules& rules) {
  std::string joined;
  std::vector<ParagraphKind> kinds;
  for (const Paragraph& paragraph : text.paragraphs) {
    joined += paragraph.text;
    joined += '\n';
    kinds.push_back(paragraph.kind);
  }
  std::vector<Segment> segments = SentenceCutter(rules, language).segment(joined, ParagraphMode::line);
  return Document(std::move(joined), language, std::move(segments), std::move(kinds));
}

}  // namespace egiz
