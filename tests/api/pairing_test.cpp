// SPDX-License-Identifier: Apache-2.0
#include "api/pairing.h"

#include <fstream>
#include <iterator>
#include <sstream>

#include "api/align_list.h"
#include "api/folders.h"
#include "api/lexicons.h"
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

TEST_CASE("a language of the user's is told by names, too") {
  const std::vector<Language> more = {Language("de"), Language("pt-BR")};

  CHECK(language_of_name("law.de.txt", more)->second == Language("de"));
  CHECK(language_of_name("law_PT-br.txt", more)->second == Language("pt-BR"));
  CHECK_FALSE(language_of_name("law.de.txt").has_value());
}

namespace {

std::string fixture_text(const std::string& name) {
  std::ifstream file(EGIZ_FIXTURES "/documents/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("documents without meaningful names are paired by what they say, and strangers are told") {
  const TemporaryFolder folder;
  folder.write("1.txt", fixture_text("news/news.kk.txt"));
  folder.write("2.txt", fixture_text("law/law.ru.txt"));
  folder.write("sub/3.txt", fixture_text("news/news.ru.txt"));
  folder.write("4.txt", fixture_text("law/law.en.txt"));
  folder.write("5.txt", fixture_text("story/story.ru.txt"));
  folder.write(".hidden.txt", fixture_text("story/story.kk.txt"));
  folder.write("6.bin", std::string("\0\1\2\3", 4));

  const PairFolderReport report = pair_folder(folder.path());

  REQUIRE(report.groups.size() == 2);
  CHECK(report.groups[0].files == std::vector{folder.path() / "2.txt", folder.path() / "4.txt"});
  CHECK(report.groups[1].files == std::vector{folder.path() / "sub/3.txt", folder.path() / "1.txt"});
  CHECK(report.groups[1].languages == std::vector{Language("ru"), Language("kk")});
  CHECK(report.groups[0].confidence > 0.5);
  CHECK_FALSE(report.groups[0].has_like_names);
  REQUIRE(report.alone.size() == 1);
  CHECK(report.alone[0].file == folder.path() / "5.txt");
  REQUIRE(report.left_out.size() == 1);
  CHECK(report.denied.empty());
}

TEST_CASE("like names speak for a group, and cannot join what does not belong together") {
  const TemporaryFolder folder;
  folder.write("a.ru.txt", fixture_text("news/news.ru.txt"));
  folder.write("a.kk.txt", fixture_text("news/news.kk.txt"));
  folder.write("b.ru.txt", fixture_text("story/story.ru.txt"));
  folder.write("b.kk.txt", fixture_text("contract/contract.kk.txt"));

  const PairFolderReport report = pair_folder(folder.path());
  const PairFolderReport trusting = pair_folder(folder.path(), {.trusts_names = true});

  REQUIRE(report.groups.size() == 1);
  CHECK(report.groups[0].has_like_names);
  REQUIRE(report.denied.size() == 1);
  CHECK(report.denied[0].confidence < 0.5);
  CHECK(report.alone.size() == 2);
  CHECK(trusting.groups.size() == 2);
  CHECK(trusting.groups[0].confidence == 1);
}

TEST_CASE("a table of groups reads back as the groups that were written") {
  const std::vector<DocumentGroup> groups = {
      {{"a b.txt", "c.txt"}, {Language("ru"), Language("kk")}, 1, false},
      {{"d.txt", "e.txt", "f.txt"}, {Language("ru"), Language("en"), Language("de")}, 1, false}};
  std::ostringstream out;

  write_group_table(out, groups);

  CHECK(out.str() ==
        "confidence\tnames\tru\tkk\ten\tde\n1.0000\t0\ta b.txt\tc.txt\t\t\n"
        "1.0000\t0\td.txt\t\te.txt\tf.txt\n");
  CHECK(parse_group_table(out.str(), "t") == groups);
  CHECK(parse_group_table("# mine\nkk\tru\nk\tr\n", "t")[0].files == std::vector<std::filesystem::path>{"r", "k"});
}

TEST_CASE("a table that is none is refused with its place") {
  for (const char* text : {"ru\tkk\na\n", "ru\tkk\na\tb\tc\n", "ru\tru\na\tb\n", "ru\t!\n", "ru\tkk\n\xff\tb\n"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_group_table(text, "t.tsv"), Error);
  }
  std::ostringstream out;
  const std::vector<DocumentGroup> groups = {{{"a\tb", "c"}, {Language("ru"), Language("kk")}}};
  CHECK_THROWS_AS(write_group_table(out, groups), Error);
}

TEST_CASE("groups become jobs for every two of their documents, with names of their own") {
  const std::vector<DocumentGroup> groups = {
      {{"x/a.txt", "x/b.txt", "x/c.txt"}, {Language("ru"), Language("kk"), Language("en")}},
      {{"y/a.txt", "y/d.txt"}, {Language("ru"), Language("kk")}}};

  const std::vector<AlignJob> jobs = jobs_of(groups, "out", AlignmentFormat::ladder);

  REQUIRE(jobs.size() == 4);
  CHECK(jobs[0] == AlignJob{"x/a.txt", "x/b.txt", "out/a.ru-kk.ladder"});
  CHECK(jobs[2] == AlignJob{"x/b.txt", "x/c.txt", "out/b.kk-en.ladder"});
  CHECK(jobs[3].output == "out/a.ru-kk.2.ladder");
}

TEST_CASE("a folder is added, paired by content, and a group that fails takes no other with it") {
  const TemporaryFolder folder;
  folder.write("docs/1.txt", fixture_text("news/news.ru.txt"));
  folder.write("docs/2.txt", fixture_text("news/news.kk.txt"));
  folder.write("docs/c.ru.txt", fixture_text("contract/contract.ru.txt"));
  folder.write("docs/c.kk.txt", std::string("\0\1\2", 3));
  Memory memory = Memory::create(folder.path() / "m.egiz");

  const AddFolderResult result = add_folder(memory, folder.path() / "docs");

  REQUIRE(result.groups.size() == 2);
  CHECK(result.groups[0].report.added > 10);
  CHECK(result.groups[1].report.added == 0);
  CHECK_FALSE(result.groups[1].message.empty());
  CHECK(memory.size() == result.groups[0].report.added);
  CHECK_THROWS_AS(add_folder(memory, folder.path() / "absent"), Error);
}

TEST_CASE("short units of a memory are words of a lexicon, others are examples") {
  const TemporaryFolder folder;
  {
    Memory memory = Memory::create(folder.path() / "m.egiz");
    for (const auto& [ru, kk] :
         {std::pair{"право собственности", "меншік құқығы"},
          std::pair{"Это предложение слишком длинно для слова.", "Бұл сөйлем сөз үшін тым ұзын."}}) {
      TranslationUnit unit;
      unit.variants.push_back({.language = Language("ru"), .text = ru});
      unit.variants.push_back({.language = Language("kk"), .text = kk});
      memory.add(unit);
    }
    const Lexicon lexicon = lexicon_of(memory);
    REQUIRE(lexicon.size() == 1);
    CHECK(lexicon.entries()[0].terms[1].text == "меншік құқығы");
    REQUIRE(lexicon.examples().size() == 1);
    CHECK(lexicon.examples()[0].terms[0].text == "Это предложение слишком длинно для слова.");
  }
  const auto file = folder.write("words.tsv", "ru\tkk\nдом\tүй\nодин\t\n");

  const LoadedLexicon loaded = load_lexicon({.files = {file}, .memory = folder.path() / "m.egiz"});

  CHECK(loaded.lexicon.size() == Lexicon::built_in().size() + 2);
  CHECK(loaded.lexicon.examples().size() == 1);
  CHECK(loaded.findings.size() == 1);
}

}  // namespace egiz
