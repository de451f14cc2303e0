// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>

#include "tests/exchange/support.h"
#include "tests/exchange/tmx_dtd.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

std::string sample_for(TmxProfile profile) {
  UnitWriteOptions options;
  options.profile = profile;
  return exchange_test::write_text({exchange_test::sample_unit()}, UnitFormat::tmx, options);
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a TMX has the header that importers demand, and full language codes") {
  const std::string tmx = exchange_test::write_text({exchange_test::plain_unit("да", "иә")}, UnitFormat::tmx);

  CHECK(
      tmx.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
                      "<tmx version=\"1.4\">\n  <header creationtool=\"egiz\" creationtoolversion=\""));
  CHECK(
      holds(tmx, "segtype=\"sentence\" o-tmf=\"egiz\" adminlang=\"en-US\" srclang=\"ru-RU\" datatype=\"plaintext\">"));
  CHECK(holds(tmx, "<tuv xml:lang=\"kk-KZ\">\n        <seg>иә</seg>\n      </tuv>"));
  CHECK(exchange_test::tmx_faults(tmx) == "");
}

TEST_CASE("a TMX without units is valid") {
  CHECK(exchange_test::tmx_faults(exchange_test::write_text({}, UnitFormat::tmx)) == "");
}

TEST_CASE("the TMX of every profile is valid and says the same") {
  for (int i = 0; i < 7; ++i) {
    CAPTURE(i);
    const std::string tmx = sample_for(static_cast<TmxProfile>(i));

    const auto back = exchange_test::read_text(tmx, "a.tmx");

    CHECK(exchange_test::tmx_faults(tmx) == "");
    REQUIRE(back.units.size() == 1);
    CHECK(back.units[0].variants[0].text == exchange_test::sample_unit().variants[0].text);
    CHECK(back.units[0].variants[0].codes == exchange_test::sample_unit().variants[0].codes);
    CHECK(back.units[0].created == exchange_test::sample_unit().created);
  }
}

TEST_CASE("context goes where each program looks for it") {
  CHECK(holds(sample_for(TmxProfile::omegat), "<prop type=\"file\">руководство.docx</prop>"));
  CHECK(holds(sample_for(TmxProfile::omegat), "<prop type=\"next\">Закройте окно.</prop>"));
  CHECK(holds(sample_for(TmxProfile::memoq),
              "<prop type=\"x-context-post\">&lt;seg&gt;Закройте окно.&lt;/seg&gt;</prop>"));
  CHECK(holds(sample_for(TmxProfile::phrase), "<prop type=\"context_next\">Закройте окно.</prop>"));
  CHECK(holds(sample_for(TmxProfile::xtm), "<prop type=\"x-next-source-text\">Закройте окно.</prop>"));
  CHECK(holds(sample_for(TmxProfile::trados), "<prop type=\"x-ContextContent\">Программа "));
  CHECK(holds(sample_for(TmxProfile::trados), "<prop type=\"x-client:SingleString\">A &amp; B</prop>"));
  CHECK(holds(sample_for(TmxProfile::trados), "<prop type=\"x-Origin\">Alignment</prop>"));
  CHECK_FALSE(holds(sample_for(TmxProfile::trados), "x-egiz"));
}

TEST_CASE("OmegaT finds dates and people on the translation") {
  const std::string tmx = sample_for(TmxProfile::omegat);

  CHECK(holds(tmx, "<tuv xml:lang=\"kk-KZ\" creationdate=\"20240131T120000Z\" creationid=\"Айгүл\""));
  CHECK_FALSE(holds(tmx, "<tuv xml:lang=\"ru-RU\" creationdate"));
}

TEST_CASE("level 1 writes text alone") {
  UnitWriteOptions options;
  options.has_codes = false;

  const std::string tmx = exchange_test::write_text({exchange_test::sample_unit()}, UnitFormat::tmx, options);

  CHECK(holds(tmx, "<seg>Откройте файл и нажмите «Сохранить».</seg>"));
}

TEST_CASE("a filter leaves out what it does not let pass") {
  const auto is_written = [](const UnitFilter& filter) { return filter.passes(exchange_test::sample_unit()); };
  const auto created = *exchange_test::sample_unit().changed;

  CHECK(is_written({}));
  CHECK(is_written({.origins = {Origin::Kind::aligned}, .min_confidence = 0.9}));
  CHECK_FALSE(is_written({.min_confidence = 0.95}));
  CHECK_FALSE(is_written({.origins = {Origin::Kind::human}}));
  CHECK(is_written({.properties = {{"domain", "manuals"}, {"client", "A & B"}}}));
  CHECK_FALSE(is_written({.properties = {{"client", "B"}}}));
  CHECK(is_written({.since = created, .before = created + std::chrono::seconds(1)}));
  CHECK_FALSE(is_written({.before = created}));
  CHECK(is_written({.document = "руководство.docx"}));
  CHECK_FALSE(is_written({.document = "a.docx"}));
  CHECK(is_written({.languages = {Language("en"), Language("kk")}}));
  CHECK_FALSE(is_written({.languages = {Language("de")}}));
  CHECK(is_written({.text = "«САҚТАУ»"}));
  CHECK_FALSE(is_written({.text = "нет такого"}));
}

TEST_CASE("units that are too long are left out and counted") {
  UnitWriteOptions options;
  options.max_characters = 3;
  const TemporaryFolder folder;

  const auto writer = open_unit_writer(folder.path() / "a.tmx", UnitFormat::tmx, options);
  writer->write(exchange_test::plain_unit("да", "иә"));
  writer->write(exchange_test::plain_unit("пока", "иә"));
  writer->finish();

  CHECK(writer->left_out() == LeftOut{.too_long = 1});
}

TEST_CASE("a file that grows too large goes on in the next") {
  const TemporaryFolder folder;
  UnitWriteOptions options;
  options.split_bytes = 20000;

  const auto writer = open_unit_writer(folder.path() / "память.tmx", UnitFormat::tmx, options);
  for (int i = 0; i < 200; ++i) writer->write(exchange_test::plain_unit("да " + std::to_string(i), "иә"));
  writer->finish();

  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    CHECK(exchange_test::tmx_faults(exchange_test::read_file(entry.path())) == "");
    CHECK(std::filesystem::file_size(entry.path()) < 30000);
    read_units(entry.path(), [&](TranslationUnit&&) { return ++count > 0; });
  }
  CHECK(count == 200);
  CHECK(std::filesystem::exists(folder.path() / "память-2.tmx"));
}

}  // namespace egiz
