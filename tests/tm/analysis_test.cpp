// SPDX-License-Identifier: Apache-2.0
#include "tm/analysis.h"

#include <tbb/global_control.h>

#include <random>
#include <set>

#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "text/match_key.h"
#include "text/segmenter.h"
#include "tm/similarity.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

std::size_t segments_in(const FileAnalysis& file, Band band) {
  return file.bands[static_cast<std::size_t>(band)].segments;
}

AnalysisReport analyse_lines(const Memory& memory, const std::vector<std::string>& files) {
  std::vector<Document> documents;
  std::vector<DocumentToAnalyse> named;
  for (const std::string& lines : files) documents.push_back(document_from_lines(lines, Language("ru")));
  for (const Document& document : documents) named.push_back({"file", &document});
  const MemoryToAsk asked{&memory};
  return analyse_all({&asked, 1}, named, Language("ru"), Language("kk"));
}

TranslationUnit unit_between(std::string_view previous, std::string_view ru, std::string_view next,
                             std::string_view kk) {
  TranslationUnit unit = unit_of(ru, kk);
  unit.variants[0].previous = previous;
  unit.variants[0].next = next;
  return unit;
}

}  // namespace

TEST_CASE("words, characters and pages are counted as an invoice wants them") {
  const Volume volume = volume_of("Дом № 5 — «наш»\u00A0дом.");

  CHECK(volume.segments == 1);
  CHECK(volume.words == 5);
  CHECK(volume.characters_with_spaces == 20);
  CHECK(volume.characters == 15);
  CHECK(volume_of("").characters_with_spaces == 0);
  CHECK(Volume{.characters_with_spaces = 900}.pages() == Approx(0.5));
}

TEST_CASE("each segment is counted in one band, across files") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_between("Первая глава.", "Вторая глава здесь.", "Третья глава.", "Екінші тарау осында."));
  memory.add(unit_of("Документы подписаны вчера вечером.", "Құжаттарға кеше кешке қол қойылды."));

  const AnalysisReport report = analyse_lines(memory, {"Первая глава.\nВторая глава здесь.\nТретья глава.\n"
                                                       "Документы подписаны вчера вечером.\n"
                                                       "Документы подписаны вчера утром.\n"
                                                       "Совсем другое предложение про погоду и ветер.\n",
                                                       "Вторая глава здесь.\n"
                                                       "Совсем другое предложение про погоду и дождь.\n"});

  REQUIRE(report.files.size() == 2);
  CHECK(segments_in(report.files[0], Band::context) == 1);
  CHECK(segments_in(report.files[0], Band::exact) == 1);
  CHECK(segments_in(report.files[0], Band::fuzzy_85) == 1);
  CHECK(segments_in(report.files[0], Band::internal_50) == 1);  // "Третья глава." is like "Первая глава."
  CHECK(segments_in(report.files[0], Band::none) == 2);
  CHECK(segments_in(report.files[1], Band::repetition) == 1);
  CHECK(segments_in(report.files[1], Band::internal_85) == 1);
  CHECK(report.total().total().segments == 8);
  CHECK(report.total().total().segments == report.files[0].total().segments + report.files[1].total().segments);
}

TEST_CASE("several memories are analysed as one, and a filter counts") {
  const MemoryFolder folder;
  Memory mine = Memory::create(folder.file("mine.egiz"));
  mine.add(unit_of("Документы подписаны.", "Құжаттарға қол қойылды."));
  Memory old = Memory::create(folder.file("old.egiz"));
  TranslationUnit unit = unit_of("Срок договора истёк.", "Шарттың мерзімі өтті.");
  unit.properties = {{"client", "Old"}};
  old.add(unit);
  const std::vector<MemoryToAsk> asked = {{&mine}, {&old, 7}};
  const Document document = document_from_lines("Документы подписаны.\nСрок договора истёк.\n", Language("ru"));
  const std::vector<DocumentToAnalyse> documents = {{"file", &document}};
  const UnitFilter others{.properties = {{"client", "Other"}}};

  const auto all = analyse_all(asked, documents, Language("ru"), Language("kk"));
  const auto none = analyse_all(asked, documents, Language("ru"), Language("kk"), {.filter = &others});

  CHECK(segments_in(all.files[0], Band::exact) == 1);
  CHECK(segments_in(all.files[0], Band::fuzzy_85) == 1);  // 93 after the penalty of its memory
  CHECK(segments_in(none.files[0], Band::none) == 2);
}

TEST_CASE("bands have the names of a quote") {
  CHECK(band_name(Band::repetition) == "repetitions");
  CHECK(band_name(Band::fuzzy_95) == "95-99");
  CHECK(band_name(Band::internal_50) == "internal 50-74");
  CHECK(band_name(Band::none) == "none");
}

TEST_CASE("internal bands equal a plain comparison of all pairs, at any thread count", "[property]") {
  const MemoryFolder folder;
  const Memory memory = Memory::create(folder.file());
  std::mt19937 random(7);
  const std::vector<std::string> words = {"дом", "стоит", "у", "реки", "новый", "старый", "сад"};
  std::string lines;
  for (int line = 0; line < 150; ++line) {
    for (std::size_t word = 0; word < 2 + random() % 5; ++word) lines += words[random() % words.size()] + " ";
    lines += "\n";
  }

  std::array<std::size_t, kBandCount> expected{};
  std::vector<std::string> keys;
  const Document document = document_from_lines(lines, Language("ru"));
  for (std::size_t i = 0; i < document.size(); ++i) {
    const std::string key = match_key(document.segment_text(i), Language("ru"));
    double best = 0;
    for (const std::string& before : keys) best = std::max(best, similarity(key, before));
    keys.push_back(key);
    const Band band = best >= 100  ? Band::repetition
                      : best >= 95 ? Band::internal_95
                      : best >= 85 ? Band::internal_85
                      : best >= 75 ? Band::internal_75
                      : best >= 50 ? Band::internal_50
                                   : Band::none;
    ++expected[static_cast<std::size_t>(band)];
  }

  for (const std::size_t threads : {std::size_t{1}, std::size_t{8}}) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const AnalysisReport report = analyse_lines(memory, {lines});
    for (std::size_t band = 0; band < kBandCount; ++band) CHECK(report.files[0].bands[band].segments == expected[band]);
  }
}

}  // namespace egiz
