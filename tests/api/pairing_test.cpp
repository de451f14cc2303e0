// SPDX-License-Identifier: Apache-2.0
#include "api/pairing.h"

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace egiz {
namespace {

std::string tag_of(const char* name) {
  const auto named = language_of_name(name);
  return named ? named->second.tag() : "";
}

}  // namespace

TEST_CASE("a name tells its language as extension, suffix, prefix or folder") {
  CHECK(tag_of("law.ru.txt") == "ru");
  CHECK(tag_of("Law_KAZ.docx") == "kk");
  CHECK(tag_of("қаз-бұйрық.txt") == "kk");
  CHECK(tag_of("eng/docs/Z970000151_") == "en");
  CHECK(tag_of("corpus.kz") == "kk");
  CHECK(tag_of("page.kk-KZ.html") == "kk");
}

TEST_CASE("a name that tells no language, or two, tells none") {
  CHECK(tag_of("rules.txt") == "");
  CHECK(tag_of("ru-kk.tmx") == "");
  CHECK(tag_of("truth.txt") == "");
}

TEST_CASE("files that differ only in the language they name are a group, ordered ru kk en") {
  const TemporaryFolder folder;
  for (const char* name : {"law.en.txt", "law.kk.txt", "law.ru.txt", "note.ru.txt", "note.kaz.txt", "alone.ru.txt"}) {
    folder.write(name, "x");
  }

  const std::vector<DocumentGroup> groups = find_groups(folder.path());

  REQUIRE(groups.size() == 2);
  CHECK(groups[0].files ==
        std::vector{folder.path() / "law.ru.txt", folder.path() / "law.kk.txt", folder.path() / "law.en.txt"});
  CHECK(groups[1].files == std::vector{folder.path() / "note.ru.txt", folder.path() / "note.kaz.txt"});
}

TEST_CASE("two files for one language are ambiguous and left alone") {
  const TemporaryFolder folder;
  for (const char* name : {"law.kk.txt", "law.kaz.txt", "law.ru.txt"}) folder.write(name, "x");

  CHECK(find_groups(folder.path()).empty());
}

TEST_CASE("a folder that is not there is told") { CHECK_THROWS_AS(find_groups("no/such/folder"), Error); }

}  // namespace egiz
