// SPDX-License-Identifier: Apache-2.0
// Any bytes as what pdftotext -bbox-layout writes.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "exchange/document/pdf_furniture.h"
#include "exchange/document/pdf_page.h"
#include "exchange/document/pdf_paragraphs.h"
#include "tests/fuzz/document_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!egiz::is_valid_utf8(text)) return 0;
  try {
    std::vector<egiz::exchange::PdfPage> pages =
        egiz::exchange::parse_pdf_pages(text, "a.pdf", egiz::fuzz::small_limits());
    egiz::exchange::remove_page_furniture(pages);
    egiz::fuzz::check_document({.paragraphs = egiz::exchange::pdf_paragraphs(pages)});
  } catch (const egiz::Error&) {
  }
  return 0;
}
