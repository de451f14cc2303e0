// SPDX-License-Identifier: Apache-2.0
#include "text/repair.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "text/detail/code_pages.h"
#include "text/utf8.h"

namespace egiz {
namespace {

const std::string kSoundRussian = "Настоящий договор вступает в силу со дня его подписания сторонами.";
const std::string kSoundKazakh = "Қазақстан Республикасының Үкіметі өңірлік ғылыми ұйымдарға әдістемелік көмек береді.";

// text in written_in, taken for read_as.
std::string misread(const std::string& text, Encoding written_in, Encoding read_as) {
  std::string bytes;
  for (const char32_t c : to_utf32(text)) {
    if (written_in == Encoding::utf_8) {
      append_utf8(bytes, c);
    } else if (c < 0x80) {
      bytes += static_cast<char>(c);
    } else {
      const auto& page = detail::code_page(written_in);
      std::size_t at = 0;
      while (page[at] != c) ++at;
      bytes += static_cast<char>(0x80 + at);
    }
  }
  std::string out;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    const char16_t c = value < 0x80 ? value : detail::code_page(read_as)[value - 0x80U];
    append_utf8(out, c == 0 && value != 0 ? value : c);
  }
  return out;
}

}  // namespace

TEST_CASE("text read in a wrong encoding is found and repaired") {
  const std::vector<std::pair<Encoding, const std::string*>> written = {
      {Encoding::utf_8, &kSoundRussian},        {Encoding::utf_8, &kSoundKazakh},   {Encoding::koi8_r, &kSoundRussian},
      {Encoding::ibm866, &kSoundRussian},       {Encoding::kz_1048, &kSoundKazakh}, {Encoding::pt154, &kSoundKazakh},
      {Encoding::mac_cyrillic, &kSoundRussian},
  };
  for (const auto& [encoding, text] : written) {
    INFO(encoding_name(encoding));
    const Repair repaired = repair(misread(*text, encoding, Encoding::windows_1251));
    CHECK(repaired.text == *text);
    REQUIRE(repaired.written_in);
    CHECK(*repaired.written_in == encoding);
  }
  CHECK(repair(misread(kSoundRussian, Encoding::windows_1251, Encoding::windows_1252)).text == kSoundRussian);
  CHECK(repair(misread(kSoundRussian, Encoding::utf_8, Encoding::windows_1252)).text == kSoundRussian);
}

TEST_CASE("Kazakh typed with a KZ font becomes Kazakh") {
  const Repair repaired = repair("Ќазаќстан Республикасыныѕ Їкіметі ґѕірлік єылыми ўйымдарды ќолдайды");

  CHECK(repaired.text == "Қазақстан Республикасының Үкіметі өңірлік ғылыми ұйымдарды қолдайды");
  CHECK(repaired.is_certain);
  CHECK(repaired.summary() == "1 line was KZ-1048 read as windows-1251 (or typed with a KZ font)");
}

TEST_CASE("healthy text comes back as it was") {
  for (const std::string& text :
       {kSoundRussian, kSoundKazakh, std::string("The contract – “as signed” – enters into force."),
        std::string("café"), std::string("Договір набирає чинності з дня його підписання, якщо інше не передбачено."),
        std::string("Ќерката и нејзиниот татко живееја во Скопје, кај својот ѕид."), std::string(),
        std::string("\n\n")}) {
    INFO(text);
    const Repair repaired = repair(text);
    CHECK(repaired.text == text);
    CHECK_FALSE(repaired.written_in);
    CHECK(repaired.summary().empty());
  }
}

TEST_CASE("only the damaged lines are repaired, and reported with their numbers") {
  const std::string damaged = misread(kSoundRussian, Encoding::koi8_r, Encoding::windows_1251);

  const Repair repaired = repair(kSoundRussian + "\r\n" + damaged + "\r\n" + damaged);

  CHECK(repaired.text == kSoundRussian + "\r\n" + kSoundRussian + "\r\n" + kSoundRussian);
  REQUIRE(repaired.lines.size() == 2);
  CHECK(repaired.lines[0] == RepairedLine{2, damaged, kSoundRussian});
}

TEST_CASE("a long line is repaired as a short one is") {
  std::string sound;
  while (sound.size() < 50000) sound += "word ";
  sound += kSoundRussian;

  CHECK(repair(misread(sound, Encoding::koi8_r, Encoding::windows_1251)).text == sound);
}

TEST_CASE("decoding repairs what is certain and says so") {
  const DecodedText decoded = decode(misread(kSoundRussian, Encoding::utf_8, Encoding::windows_1251));

  CHECK(decoded.text == kSoundRussian);
  REQUIRE(decoded.notes.size() == 1);
  CHECK(decoded.notes[0] == "line 1: 1 line was UTF-8 read as windows-1251; repaired");
}

}  // namespace egiz
