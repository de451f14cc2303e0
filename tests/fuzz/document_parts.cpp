// SPDX-License-Identifier: Apache-2.0
// Any bytes as the XML within an archive: a docx body for an even first byte, an odt content for an odd one.  Behind the
// zip's checksums a fuzzer does not come this far.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/document/docx_body.h"
#include "exchange/document/odt.h"
#include "tests/fuzz/document_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view xml(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    if (data[0] % 2 == 0) {
      egiz::exchange::DocxContext context{.name = "a.docx", .limits = egiz::fuzz::small_limits()};
      egiz::exchange::DocxBody body(context);
      egiz::exchange::parse_xml(xml, "a.docx", body);
      egiz::fuzz::check_document({.paragraphs = body.take()});
    } else {
      egiz::fuzz::check_document(egiz::exchange::read_flat_odt(xml, "a.fodt", egiz::fuzz::small_limits()));
    }
  } catch (const egiz::Error&) {
  }
  return 0;
}
