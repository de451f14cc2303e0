// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <string>

#include "api/conversion.h"
#include "api/memories.h"
#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace egiz {
namespace {

const std::string kSmallTmx =
    "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"ru\"/><body>"
    "<tu><tuv xml:lang=\"ru\"><seg>Да.</seg></tuv><tuv xml:lang=\"kk\"><seg>Иә.</seg></tuv></tu>"
    "<tu><tuv xml:lang=\"ru\"><seg>Нет.</seg></tuv><tuv xml:lang=\"kk\"><seg>Жоқ.</seg></tuv></tu>"
    "</body></tmx>";

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// "ru|kk" of every unit, in the order of their numbers.
std::string texts_in(const Memory& memory) {
  std::string texts;
  memory.for_each([&](UnitId, const TranslationUnit& unit) {
    texts += unit.variants[0].text + "|" + unit.variants[1].text + "\n";
    return true;
  });
  return texts;
}

}  // namespace

TEST_CASE("a TMX cut at any byte adds nothing to a memory", "[property]") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  for (std::size_t size = 0; size < kSmallTmx.size(); ++size) {
    CAPTURE(size);
    write_bytes(folder.path() / "cut.tmx", std::string_view(kSmallTmx).substr(0, size));

    REQUIRE_THROWS_AS(import_file(memory, folder.path() / "cut.tmx"), Error);
    REQUIRE(memory.size() == 0);
  }
}

TEST_CASE("of units with one source the newest stays, whichever came first") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  write_bytes(folder.path() / "a.jsonl",
              "{\"variants\":[{\"language\":\"ru\",\"text\":\"а\"},{\"language\":\"kk\",\"text\":\"1\"}],"
              "\"changed\":\"2020-01-01T00:00:00Z\"}\n"
              "{\"variants\":[{\"language\":\"ru\",\"text\":\"а\"},{\"language\":\"kk\",\"text\":\"3\"}],"
              "\"changed\":\"2022-01-01T00:00:00Z\"}\n"
              "{\"variants\":[{\"language\":\"ru\",\"text\":\"а\"},{\"language\":\"kk\",\"text\":\"2\"}],"
              "\"changed\":\"2021-01-01T00:00:00Z\"}\n"
              "{\"variants\":[{\"language\":\"ru\",\"text\":\"а\"},{\"language\":\"en\",\"text\":\"4\"}]}\n");

  const ImportResult result =
      import_file(memory, folder.path() / "a.jsonl", {.duplicates = DuplicateRule::newest});

  CHECK(result.added.added == 4);
  CHECK(result.replaced == 2);
  CHECK(texts_in(memory) == "а|3\nа|4\n");
}

TEST_CASE("units whose source is there already are passed over when that is asked") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  write_bytes(folder.path() / "a.tsv", "ru\tkk\nа\t1\n");
  write_bytes(folder.path() / "b.tsv", "ru\tkk\nа\t2\nб\t3\nб\t4\n");
  import_file(memory, folder.path() / "a.tsv");

  const ImportResult result = import_file(memory, folder.path() / "b.tsv", {.duplicates = DuplicateRule::skip});

  CHECK(result.passed_over == 2);
  CHECK(texts_in(memory) == "а|1\nб|3\n");
}

TEST_CASE("every variant, code, property, date and note survives TMX, a memory and TMX") {
  const TemporaryFolder folder;
  const auto jsonl = folder.path() / "a.jsonl";
  write_bytes(jsonl,
              "{\"variants\":[{\"language\":\"ru\",\"text\":\"Нажмите ОК.\",\"codes\":[{\"kind\":\"opening\",\"at\":8,"
              "\"id\":\"1\",\"original\":\"<b>\"},{\"kind\":\"closing\",\"at\":10,\"id\":\"1\",\"original\":\"</b>\"}],"
              "\"previous\":\"Раньше.\",\"properties\":{\"x-checked\":[\"1\",\"2\"]}},{\"language\":\"kk\",\"text\":\"ОК "
              "басыңыз.\"},{\"language\":\"en-GB\",\"text\":\"Press OK.\"}],\"document\":\"a.docx\",\"position\":41,"
              "\"id\":\"menu\",\"origin\":\"aligned\",\"confidence\":0.93,\"properties\":{\"client\":\"A & B\"},"
              "\"notes\":[\"первая\",\"вторая\"],\"created\":\"2024-01-31T12:00:00Z\",\"changed\":\"2024-02-01T12:00:"
              "00Z\",\"created_by\":\"Айгүл\",\"changed_by\":\"b\"}\n");

  convert_file(jsonl, folder.path() / "a.tmx", UnitFormat::tmx);
  Memory memory = Memory::create(folder.path() / "m.egiz");
  import_file(memory, folder.path() / "a.tmx");
  export_memory(memory, folder.path() / "b.tmx", UnitFormat::tmx);
  convert_file(folder.path() / "b.tmx", folder.path() / "b.jsonl", UnitFormat::jsonl);

  const auto bytes_of = [](const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  CHECK(bytes_of(folder.path() / "b.tmx") == bytes_of(folder.path() / "a.tmx"));
  CHECK(bytes_of(folder.path() / "b.jsonl") == bytes_of(jsonl));
}

}  // namespace egiz
