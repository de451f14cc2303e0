// SPDX-License-Identifier: Apache-2.0
#include "exchange/document_reader.h"

#include <fstream>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/document/convert.h"
#include "exchange/document/detect.h"
#include "exchange/document/html.h"
#include "exchange/document/markdown.h"
#include "exchange/document/odt.h"
#include "exchange/document/package.h"
#include "exchange/document/pdf.h"
#include "exchange/document/plain_text.h"
#include "exchange/document/subtitles.h"

namespace egiz {
namespace {

using exchange::DocumentFormat;

[[noreturn]] void refuse(std::string_view name, const std::string& what) {
  throw Error(ErrorCode::unsupported, std::string(name) + ": " + what);
}

void check_size(std::uintmax_t size, std::string_view name, const DocumentLimits& limits) {
  if (size > limits.max_file_bytes) {
    refuse(name, "larger than " + std::to_string(limits.max_file_bytes) + " bytes; split the document");
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

// A stream of a file as it lies on the disk: an archive stays one.
class FileSource final : public exchange::ByteSource {
 public:
  FileSource(const std::filesystem::path& file, const std::string& name) : stream_(file, std::ios::binary), name_(name) {
    if (!stream_) throw Error(ErrorCode::io, name + ": cannot be opened; check that you may read it");
  }

  std::size_t read(char* out, std::size_t size) override {
    stream_.read(out, static_cast<std::streamsize>(size));
    if (stream_.bad()) throw Error(ErrorCode::io, name_ + ": cannot be read");
    return static_cast<std::size_t>(stream_.gcount());
  }

 private:
  std::ifstream stream_;
  const std::string& name_;
};

std::string read_file(const std::filesystem::path& file, const DocumentLimits& limits) {
  const std::string name = file.string();
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) {
    throw Error(ErrorCode::not_found, name + ": there is no such file; check the name");
  }
  if (std::filesystem::is_directory(status)) throw Error(ErrorCode::io, name + ": is a folder; name a file");
  const bool is_regular = std::filesystem::is_regular_file(status);
  if (is_regular) check_size(std::filesystem::file_size(file, error), name, limits);
  FileSource source(file, name);
  std::string bytes = exchange::read_all(source, limits.max_file_bytes, name);
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
