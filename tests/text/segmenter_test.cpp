// SPDX-License-Identifier: Apache-2.0
#include "text/segmenter.h"

#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

std::vector<std::string> texts_of(const Document& document) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document.size(); ++i) out.emplace_back(document.segment_text(i));
  return out;
}

}  // namespace

TEST_CASE("a running text becomes a document of sentences") {
  const Document document = segment_document("Первое. Второе!\nТретье", Language("ru"));

  CHECK(texts_of(document) == std::vector<std::string>{"Первое.", "Второе!", "Третье"});
  CHECK(document.segments()[1].paragraph == 0);
  CHECK(document.segments()[2].paragraph == 1);
}

TEST_CASE("a text that is already cut keeps its lines") {
  const Document document = document_from_lines("\n one. two\r\nthree\n\n \nfour\n", Language("en"));

  CHECK(texts_of(document) == std::vector<std::string>{"one. two", "three", "four"});
  CHECK(document.segments()[1].paragraph == 0);
  CHECK(document.segments()[2].paragraph == 1);
}

TEST_CASE("bytes that are not UTF-8 are refused") {
  CHECK_THROWS_AS(segment_document("\xFF", Language("ru")), Error);
  CHECK_THROWS_AS(document_from_lines("\xFF", Language("ru")), Error);
}

}  // namespace egiz
