// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pdf.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/document/child_process.h"
#include "exchange/document/paragraph_builder.h"
#include "exchange/document/pdf_furniture.h"
#include "exchange/document/pdf_page.h"
#include "exchange/document/pdf_paragraphs.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

// What pdftotext returns; 1 is a file that cannot be opened, a wrong password among the reasons.
constexpr int kNotPermitted = 3;

std::string run_pdftotext(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  const std::string program = find_program("pdftotext");
  if (program.empty()) {
    throw Error(ErrorCode::unsupported, std::string(name) + ": PDF is read by the program pdftotext; install poppler-utils");
  }
  ProcessResult result = run_program({program, "-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes, name, limits);
  if (result.err.find("ncorrect password") != std::string::npos || result.status == kNotPermitted) {
    throw Error(ErrorCode::unsupported, std::string(name) + ": protected by a password; save the document without one");
  }
  if (result.status != 0) {
    const std::string words = result.err.substr(0, result.err.find('\n'));
    const std::string reason = words.empty() ? "ends with status " + std::to_string(result.status) : "says \"" + words + "\"";
    throw Error(ErrorCode::parse, std::string(name) + ": a damaged PDF (pdftotext " + reason + ")");
  }
  if (!is_valid_utf8(result.out)) throw Error(ErrorCode::parse, std::string(name) + ": a PDF whose text is no UTF-8");
  return std::move(result.out);
}

}  // namespace

DocumentText read_pdf(std::string_view bytes, std::string_view name, const DocumentLimits& limits) {
  std::vector<PdfPage> pages = parse_pdf_pages(run_pdftotext(bytes, name, limits), name, limits);
  const bool has_text = std::any_of(pages.begin(), pages.end(), [](const PdfPage& page) { return !page.blocks.empty(); });
  if (!has_text) {
    throw Error(ErrorCode::unsupported, std::string(name) + ": " + std::to_string(pages.size()) +
                                            " pages without text, probably a scan; recognise it first (ocrmypdf)");
  }
  DocumentText document{.format = "pdf"};
  const std::size_t furniture = remove_page_furniture(pages);
  ParagraphBuilder builder(name, limits);
  for (const Paragraph& paragraph : pdf_paragraphs(pages)) {
    builder.start(paragraph.kind);
    builder.append(paragraph.text);
  }
  document.paragraphs = builder.take();
  if (furniture > 0) {
    document.findings.push_back(
        {std::string(name), "running heads and page numbers left out: " + std::to_string(furniture)});
  }
  return document;
}

}  // namespace egiz::exchange
