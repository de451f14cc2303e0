// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <string>

#include "base/error.h"
#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("a tag is brought to its canonical form") {
  const auto [given, canonical] = GENERATE(table<std::string, std::string>({
      {"ru", "ru"},
      {"RU", "ru"},
      {"kz", "kk"},
      {"KAZ", "kk"},
      {"rus", "ru"},
      {"English", "en"},
      {"kk_latn", "kk-Latn"},
      {"KK-LATN-kz", "kk-Latn-KZ"},
      {"en_us", "en-US"},
      {"es-419", "es-419"},
      {"zh-cmn-hans-cn", "zh-cmn-Hans-CN"},
      {"sl-Rozaj-Biske-1994", "sl-rozaj-biske-1994"},
      {"de-DE-u-CO-phonebk", "de-DE-u-co-phonebk"},
      {"x-Other", "x-other"},
      {"ru-x-CYRL-ru", "ru-x-cyrl-ru"},
      {"und", "und"},
  }));

  CHECK(Language(given).tag() == canonical);
}

TEST_CASE("a tag that is not well-formed is refused") {
  const std::string tag = GENERATE("", "-", "r", "ru-", "-ru", "ru--RU", "русский", "ru RU", "r1", "kk-Latn-Cyrl",
                                   "en-US-GB", "abcdefghi", "en-u", "en-u-x", "x");

  CHECK_THROWS_AS(Language(tag), Error);
}

TEST_CASE("the subtags of a language are found") {
  const Language language("kk-latn-kz");

  CHECK(language.primary() == "kk");
  CHECK(language.script() == "Latn");
  CHECK(language.region() == "KZ");
  CHECK(Language("ru").script().empty());
  CHECK(Language("ru").region().empty());
  CHECK(Language("x-latn").script().empty());
}

TEST_CASE("a language covers what is more precise") {
  CHECK(Language("ru").covers(Language("ru")));
  CHECK(Language("ru").covers(Language("ru-RU")));
  CHECK(Language("kk").covers(Language("kk-Latn")));
  CHECK(Language("kk-KZ").covers(Language("kk-Cyrl-KZ")));
  CHECK_FALSE(Language("en-US").covers(Language("en")));
  CHECK_FALSE(Language("en-US").covers(Language("en-GB")));
  CHECK_FALSE(Language("ru").covers(Language("kk")));
  CHECK_FALSE(Language("en-US").covers(Language("en-x-us-US")));
}

TEST_CASE("a language that was not given is undetermined") {
  CHECK(Language().is_undetermined());
  CHECK_FALSE(Language("ru").is_undetermined());
}

}  // namespace egiz
