// SPDX-License-Identifier: Apache-2.0
#include "api/repair.h"

#include <string>

#include "base/error.h"
#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("a clean text comes back as it was") {
  const std::string text = "Қазақстан Республикасы.\r\n\tAstana: 2014\n";

  const CleanText clean = clean_text(text, "a.txt");

  CHECK(clean.text == text);
  CHECK(clean.findings.empty());
}

TEST_CASE("broken bytes, control characters and the byte order mark are told") {
  const CleanText clean = clean_text("\xEF\xBB\xBFҚазақстан\n\xD0 Рес\x07публикасы \xE2\x82\n", "a.txt");

  CHECK(clean.text == "Қазақстан\n\xEF\xBF\xBD Республикасы \xEF\xBF\xBD\n");
  REQUIRE(clean.findings.size() == 4);
  CHECK(clean.findings[0] == Finding{"a.txt", "a byte order mark is taken out"});
  CHECK(clean.findings[1] == Finding{"a.txt:2", "1 byte is not UTF-8; replaced by U+FFFD"});
  CHECK(clean.findings[2] == Finding{"a.txt:2", "2 bytes are not UTF-8; replaced by U+FFFD"});
  CHECK(clean.findings[3] == Finding{"a.txt", "1 control character is taken out"});
}

TEST_CASE("cleaning a clean text again changes nothing") {
  for (const std::string& bytes : {std::string("\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0?"),
                                   std::string("Ќазаќстан Республикасыныѕ Їкіметі ќаулы етеді")}) {
    const CleanText once = clean_text(bytes, "a");

    CHECK_FALSE(once.findings.empty());
    CHECK(clean_text(once.text, "a").text == once.text);
  }
}

TEST_CASE("binary data is refused by name") {
  CHECK_THROWS_AS(clean_text(std::string("\0\1\2\3", 4), "a.bin"), Error);
}

}  // namespace egiz
