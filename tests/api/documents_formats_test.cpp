// SPDX-License-Identifier: Apache-2.0
// A pair of documents is aligned the same whatever format it comes in.
#include <filesystem>
#include <string>
#include <vector>

#include "api/documents.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

std::vector<std::string> segments_of(const std::string& file, const char* language) {
  const LoadedDocument loaded =
      load_document(std::filesystem::path(EGIZ_FIXTURES) / "document" / file, {.language = Language(language)});
  std::vector<std::string> out;
  for (std::size_t i = 0; i < loaded.document.size(); ++i) out.emplace_back(loaded.document.segment_text(i));
  return out;
}

}  // namespace

TEST_CASE("a document has the same segments in every format") {
  const std::vector<std::string> wanted = segments_of("contract.kk.fodt", "kk");

  for (const char* const file : {"contract.kk.docx", "contract.kk.odt", "contract.kk.html"}) {
    INFO(file);
    CHECK(segments_of(file, "kk") == wanted);
  }
}

}  // namespace egiz
