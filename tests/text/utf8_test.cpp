// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("well-formed UTF-8 is accepted") {
  const std::string text = GENERATE(as<std::string>{}, "", "plain", "Қазақстан", "€ \xEF\xBF\xBF", "\xF0\x9F\x98\x80",
                                    "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80", "\x7F\xC2\x80\xDF\xBF");

  CHECK(is_valid_utf8(text));
}

TEST_CASE("the first byte that is not UTF-8 is told") {
  // Each behind 0 to 9 bytes of ASCII, so that every place in the eight bytes looked at together is met.
  const std::string bad = GENERATE(as<std::string>{}, "\x80", "\xC0\xAF", "\xC1\xBF", "\xC2", "\xC2 ", "\xE0\x9F\xBF",
                                   "\xED\xA0\x80", "\xED\xBF\xBF", "\xE2\x82", "\xE2\x28\xA1", "\xF0\x8F\xBF\xBF",
                                   "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xF0\x9F\x98");

  for (std::size_t before = 0; before < 10; ++before) {
    CHECK(find_invalid_utf8(std::string(before, 'a') + bad + "tail") == before);
    CHECK(find_invalid_utf8(std::string(before, 'a') + bad) == before);
  }
}

TEST_CASE("code points survive the way to UTF-8 and back") {
  std::u32string all;
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 0x3F) {
    if (c < 0xD800 || c > 0xDFFF) all += c;
  }

  const std::string text = to_utf8(all);

  CHECK(is_valid_utf8(text));
  CHECK(to_utf32(text) == all);
  CHECK(count_code_points(text) == all.size());
}

TEST_CASE("reading a code point moves behind it") {
  const std::string text = "aғ€\xF0\x9F\x98\x80";
  std::size_t offset = 0;

  CHECK(next_code_point(text, offset) == U'a');
  CHECK(next_code_point(text, offset) == U'ғ');
  CHECK(next_code_point(text, offset) == U'€');
  CHECK(next_code_point(text, offset) == U'\U0001F600');
  CHECK(offset == text.size());
}

TEST_CASE("byte offsets become code points and UTF-16 units") {
  const std::string text = "aғ\xF0\x9F\x98\x80z";  // 1 + 2 + 4 + 1 bytes
  const std::vector<std::size_t> bytes = {0, 1, 3, 3, 7, 8};

  CHECK(code_point_offsets(text, bytes) == std::vector<std::size_t>{0, 1, 2, 2, 3, 4});
  CHECK(utf16_offsets(text, bytes) == std::vector<std::size_t>{0, 1, 2, 2, 4, 5});
  CHECK(code_point_offsets(text, {}).empty());
}

}  // namespace egiz
