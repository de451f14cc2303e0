// SPDX-License-Identifier: Apache-2.0
#include "text/unit.h"

#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("a unit finds the variant of a language") {
  TranslationUnit unit;
  unit.variants.resize(3);
  unit.variants[0].language = Language("en-US");
  unit.variants[1].language = Language("en");
  unit.variants[2].language = Language("kk-Latn");

  CHECK(unit.find(Language("en")) == &unit.variants[1]);  // the language itself before what it covers
  CHECK(unit.find(Language("en-US")) == &unit.variants[0]);
  CHECK(unit.find(Language("kk")) == &unit.variants[2]);
  CHECK(unit.find(Language("ru")) == nullptr);
}

}  // namespace egiz
