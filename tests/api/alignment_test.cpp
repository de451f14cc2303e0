// SPDX-License-Identifier: Apache-2.0
#include "api/alignment.h"

#include <sstream>

#include "api/align_list.h"
#include "api/json.h"
#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace egiz {
namespace {

LoadedDocument lines(const char* name, const char* text, const char* language) {
  return load_document(text, name, {.language = Language(language), .segmented = true});
}

AlignedDocuments two_beads() {
  AlignedDocuments aligned;
  aligned.documents.push_back(lines("a.ru.txt", "Раз.\nДва.\nТри.\n", "ru"));
  aligned.documents.push_back(lines("a.kk.txt", "Бір, екі.\nҮш.\n", "kk"));
  aligned.beads = {{{{0, 2}, {0, 1}}, 0.9}, {{{2, 3}, {1, 2}}, 0.8}};
  return aligned;
}

}  // namespace

TEST_CASE("a bead becomes a unit with its neighbours as context") {
  const std::vector<TranslationUnit> units = to_units(two_beads());

  REQUIRE(units.size() == 2);
  CHECK(units[0].variants[0].text == "Раз. Два.");
  CHECK(units[0].variants[0].next == "Три.");
  CHECK(units[1].variants[0].previous == "Два.");
  CHECK(units[1].variants[1].text == "Үш.");
  CHECK(units[0].context.document == "a.ru.txt | a.kk.txt");
  CHECK(units[0].origin.kind == Origin::Kind::aligned);
  CHECK(units[0].origin.confidence == 0.9);
}

TEST_CASE("an omission gives no unit but stays in the ladder") {
  AlignedDocuments aligned = two_beads();
  aligned.beads = {{{{0, 2}, {0, 1}}, 0.9}, {{{2, 3}, {1, 1}}, 0.5}, {{{3, 3}, {1, 2}}, 0.5}};
  std::ostringstream out;

  write_alignment(aligned, out, AlignmentFormat::ladder);

  CHECK(to_units(aligned).size() == 1);
  CHECK(out.str() == "0,1\t0\t0.9000\n2\t\t0.5000\n\t1\t0.5000\n");
}

TEST_CASE("a bead has the text of its segments on each side") {
  const AlignedDocuments aligned = two_beads();

  CHECK(bead_text(aligned.documents[0].document, aligned.beads[0].sides[0]) == "Раз. Два.");
  CHECK(bead_text(aligned.documents[0].document, {1, 1}).empty());
}

TEST_CASE("an alignment is told as JSON") {
  AlignedDocuments aligned = two_beads();
  aligned.parallelism = 0.75;
  aligned.untranslated = {{.source = {2, 3}, .target = {2, 2}}};

  CHECK(alignment_json(aligned) ==
        R"({"documents":["a.ru.txt","a.kk.txt"],"languages":["ru","kk"],"parallelism":0.75,"beads":[)"
        R"({"sides":[[0,2],[0,1]],"confidence":0.9,"texts":["Раз. Два.","Бір, екі."]},)"
        R"({"sides":[[2,3],[1,2]],"confidence":0.8,"texts":["Три.","Үш."]}],)"
        R"("untranslated":[{"documents":[0,1],"sides":[[2,3],[2,2]]}],"moves":[]})");
}

TEST_CASE("a unit is told as JSON, if it is whole") {
  TranslationUnit unit;
  unit.variants.push_back({.language = Language("ru"), .text = "Да"});
  CHECK_THROWS_AS(unit_json(unit), Error);

  unit.variants.push_back({.language = Language("kk"), .text = "Иә"});
  CHECK(unit_json(unit).starts_with(R"({"variants":[{"language":"ru","text":"Да"},{"language":"kk","text":"Иә"}])"));
}

TEST_CASE("two documents in one language are refused") {
  std::vector<LoadedDocument> documents;
  documents.push_back(lines("a.txt", "Раз.\n", "ru"));
  documents.push_back(lines("b.txt", "Два.\n", "ru"));

  CHECK_THROWS_AS(align_documents(std::move(documents)), Error);
}

TEST_CASE("a job list gives its jobs and tells the line that is none") {
  const TemporaryFolder folder;

  const auto jobs = read_job_list(folder.write("jobs.tsv", "# comment\na\tb\tc\r\n\nd e\tf\tg\n"));
  REQUIRE(jobs.size() == 2);
  CHECK(jobs[0].output == "c");
  CHECK(jobs[1].source == "d e");
  CHECK(jobs[1].fixed.empty());
  CHECK(read_job_list(folder.write("fixed.tsv", "a\tb\tc\td\n"))[0].fixed == "d");

  CHECK_THROWS_WITH(read_job_list(folder.write("bad.tsv", "a\tb\tc\na\tb\n")), Catch::Contains("bad.tsv:2"));
}

TEST_CASE("a job that fails takes no other with it") {
  const TemporaryFolder folder;
  const auto ru = folder.write("a.ru", "Сегодня хорошая погода.\nМы идём домой.\n");
  const auto kk = folder.write("a.kk", "Бүгін ауа райы жақсы.\nБіз үйге барамыз.\n");
  const std::vector<AlignJob> jobs = {{ru, folder.path() / "missing", folder.path() / "1"},
                                      {ru, kk, folder.path() / "2"}};

  const auto results = align_list(
      jobs, {.languages = {Language("ru"), Language("kk")}, .segmented = true, .format = AlignmentFormat::ladder});

  CHECK(results[0].outcome == AlignJobResult::Outcome::failed);
  CHECK(results[1].outcome == AlignJobResult::Outcome::aligned);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "1"));
  CHECK_FALSE(folder.read("2").empty());
}

TEST_CASE("a job does not write over the output of an earlier one") {
  const TemporaryFolder folder;
  const auto ru = folder.write("a.ru", "Сегодня хорошая погода.\nМы идём домой.\n");
  const auto kk = folder.write("a.kk", "Бүгін ауа райы жақсы.\nБіз үйге барамыз.\n");
  const auto other = folder.write("b.kk", "Бүгін ауа райы жақсы.\n");
  const std::vector<AlignJob> jobs = {
      {ru, kk, folder.path() / "out"}, {ru, other, folder.path() / "." / "out"}, {ru, other, ""}, {ru, kk, ""}};

  const auto results = align_list(jobs, {.languages = {Language("ru"), Language("kk")},
                                         .segmented = true,
                                         .format = AlignmentFormat::ladder,
                                         .overwrite = true});

  CHECK(results[0].outcome == AlignJobResult::Outcome::aligned);
  for (std::size_t k = 1; k < jobs.size(); ++k) CHECK(results[k].outcome == AlignJobResult::Outcome::failed);
  CHECK(results[1].message.ends_with("a.kk, too"));
  CHECK(folder.read("out").find("1\t1\t") != std::string::npos);
}

TEST_CASE("fixed beads of a job hold, and wrong ones fail that job alone") {
  const TemporaryFolder folder;
  const auto ru = folder.write("a.ru", "Сегодня хорошая погода.\nМы идём домой.\nДома тепло.\n");
  const auto kk = folder.write("a.kk", "Бүгін ауа райы жақсы.\nБіз үйге барамыз.\nҮйде жылы.\n");
  const auto odd = folder.write("odd", "0\t1\n");
  const auto far = folder.write("far", "7\t7\n");
  const std::vector<AlignJob> jobs = {{ru, kk, folder.path() / "1", odd}, {ru, kk, folder.path() / "2", far}};

  const auto results = align_list(
      jobs, {.languages = {Language("ru"), Language("kk")}, .segmented = true, .format = AlignmentFormat::ladder});

  CHECK(results[0].outcome == AlignJobResult::Outcome::aligned);
  CHECK(folder.read("1").find("0\t1\t1.0000\n") != std::string::npos);
  CHECK(results[1].outcome == AlignJobResult::Outcome::failed);
  CHECK(results[1].message.find("fixed bead 0") != std::string::npos);
}

TEST_CASE("moved beads stand behind the others, in place of their omissions") {
  AlignedDocuments two = two_beads();
  Alignment alignment;
  alignment.beads = {{{0, 1}, {0, 0}, 0.9}, {{1, 2}, {0, 1}, 0.8}, {{2, 3}, {1, 1}, 0.7}, {{3, 3}, {1, 2}, 0.9}};
  alignment.moves = {{{0, 1}, {1, 2}, {{{0, 1}, {1, 2}, 0.6}}}};

  const AlignedDocuments left = to_aligned(two.documents, alignment, false);
  const AlignedDocuments moved = to_aligned(two.documents, alignment, true);

  CHECK(left.beads.size() == 4);
  REQUIRE(left.moves.size() == 1);
  CHECK(left.moves[0].source == SegmentRange{0, 1});
  REQUIRE(moved.beads.size() == 3);
  CHECK(moved.beads[0].sides == std::vector<SegmentRange>{{1, 2}, {0, 1}});
  CHECK(moved.beads[2].sides == std::vector<SegmentRange>{{0, 1}, {1, 2}});
  CHECK(describe_stretches(left)[0].reason == "segments 0 to 0 stand elsewhere, as segments 1 to 1 of a.kk.txt");
}

TEST_CASE("resuming leaves alone what is done") {
  const TemporaryFolder folder;
  const auto ru = folder.write("a.ru", "Сегодня хорошая погода.\n");
  const auto kk = folder.write("a.kk", "Бүгін ауа райы жақсы.\n");
  const auto out = folder.write("out", "done\n");
  const std::vector<AlignJob> jobs = {{ru, kk, out}};

  const auto results = align_list(jobs, {.segmented = true, .format = AlignmentFormat::ladder, .resume = true});

  CHECK(results[0].outcome == AlignJobResult::Outcome::skipped);
  CHECK(folder.read("out") == "done\n");
}

}  // namespace egiz
