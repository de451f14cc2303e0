// SPDX-License-Identifier: Apache-2.0
#include "text/decode.h"

#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "text/detail/code_pages.h"
#include "text/utf8.h"

namespace egiz {
namespace {

const std::string kRussian =
    "Настоящий договор вступает в силу со дня подписания. Стороны несут ответственность за исполнение обязательств.";
const std::string kKazakh =
    "Осы шарт қол қойылған күннен бастап күшіне енеді. Тараптар міндеттемелерін орындау үшін жауапты болады, әрі "
    "өзара ұғынысады.";
const std::string kEnglish = "The parties’ duties – “in full” – are set out below: the café pays £5 a day.";

std::string encoded(const std::string& text, Encoding encoding) {
  std::string bytes;
  if (encoding == Encoding::utf_8) return text;
  for (const char32_t c : to_utf32(text)) {
    if (encoding == Encoding::utf_16le || encoding == Encoding::utf_16be) {
      const char low = static_cast<char>(c & 0xFF);
      const char high = static_cast<char>(c >> 8);
      bytes += encoding == Encoding::utf_16le ? low : high;
      bytes += encoding == Encoding::utf_16le ? high : low;
    } else if (c < 0x80) {
      bytes += static_cast<char>(c);
    } else {
      const auto& page = detail::code_page(encoding);
      std::size_t at = 0;
      while (page[at] != c) ++at;
      bytes += static_cast<char>(0x80 + at);
    }
  }
  return bytes;
}

struct Sample {
  Encoding encoding;
  const std::string* text;
};

const std::vector<Sample> kSamples = {
    {Encoding::utf_8, &kRussian},        {Encoding::utf_8, &kKazakh},     {Encoding::utf_16le, &kRussian},
    {Encoding::utf_16be, &kKazakh},      {Encoding::utf_16le, &kEnglish}, {Encoding::windows_1251, &kRussian},
    {Encoding::koi8_r, &kRussian},       {Encoding::ibm866, &kRussian},   {Encoding::mac_cyrillic, &kRussian},
    {Encoding::windows_1252, &kEnglish}, {Encoding::kz_1048, &kKazakh},   {Encoding::pt154, &kKazakh},
};

ErrorCode code_of_decoding(const std::string& bytes) {
  try {
    decode(bytes);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::exists;  // nothing was thrown
}

}  // namespace

TEST_CASE("every encoding is found and decoded") {
  for (const Sample& sample : kSamples) {
    INFO(encoding_name(sample.encoding) << ": " << *sample.text);
    const DecodedText decoded = decode(encoded(*sample.text, sample.encoding));
    CHECK(encoding_name(decoded.encoding) == encoding_name(sample.encoding));
    CHECK(decoded.text == *sample.text);
    CHECK_FALSE(decoded.had_byte_order_mark);
  }
}

TEST_CASE("a byte order mark decides and is left out") {
  CHECK(decode("\xEF\xBB\xBFtext").text == "text");
  CHECK(decode(std::string("\xFF\xFEt\0", 4)).text == "t");
  CHECK(decode(std::string("\xFE\xFF\0t", 4)).text == "t");
  CHECK(decode("\xEF\xBB\xBFtext").had_byte_order_mark);
}

TEST_CASE("ASCII is UTF-8") {
  CHECK(detect_encoding("plain text, 1 2 3\r\n") == Encoding::utf_8);
  CHECK(detect_encoding("") == Encoding::utf_8);
  CHECK(detect_encoding("a") == Encoding::utf_8);
}

TEST_CASE("text that all pages read alike is windows-1251, or windows-1252 without Cyrillic letters") {
  CHECK(detect_encoding(encoded("Привет, мир", Encoding::windows_1251)) == Encoding::windows_1251);
  CHECK(detect_encoding(encoded("It’s a “quote”", Encoding::windows_1252)) == Encoding::windows_1252);
}

TEST_CASE("UTF-8 that is cut at the end is still UTF-8, and says where it breaks") {
  const std::string cut = kRussian.substr(0, kRussian.find("вступает") + 1);

  CHECK(detect_encoding(cut) == Encoding::utf_8);
  CHECK_THROWS_WITH(decode(cut), Catch::Contains("byte " + std::to_string(cut.size() - 1)));
}

TEST_CASE("binary data is refused") {
  CHECK(code_of_decoding(std::string("\x7F"
                                     "ELF\x02\x01\x01\0\0\0\0",
                                     11)) == ErrorCode::parse);
  CHECK(code_of_decoding(std::string("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", 14)) == ErrorCode::parse);
  CHECK(code_of_decoding("\x01\x02\x03 \x04\x05") == ErrorCode::parse);
}

TEST_CASE("bytes that do not fit the encoding named are refused") {
  CHECK_THROWS_AS(decode("\x98", Encoding::windows_1251), Error);
  CHECK_THROWS_AS(decode("\xFF", Encoding::utf_8), Error);
  CHECK_THROWS_AS(decode("abc", Encoding::utf_16le), Error);
  CHECK_THROWS_AS(decode(std::string("\0\xD8\0a", 4), Encoding::utf_16le), Error);
  CHECK(decode(std::string("\x3D\xD8\x00\xDE", 4), Encoding::utf_16le).text == "\U0001F600");
}

TEST_CASE("encodings go by their names and aliases") {
  for (const Sample& sample : kSamples) CHECK(encoding_from_name(encoding_name(sample.encoding)) == sample.encoding);
  CHECK(encoding_from_name("CP1251") == Encoding::windows_1251);
  CHECK(encoding_from_name("STRK1048-2002") == Encoding::kz_1048);
  CHECK(encoding_from_name("utf8") == Encoding::utf_8);
  CHECK_THROWS_AS(encoding_from_name("EBCDIC"), Error);
  CHECK_THROWS_AS(encoding_from_name(""), Error);
}

TEST_CASE("every character of a code page goes there and back", "[property]") {
  for (const Encoding encoding : {Encoding::windows_1251, Encoding::koi8_r, Encoding::ibm866, Encoding::mac_cyrillic,
                                  Encoding::windows_1252, Encoding::kz_1048, Encoding::pt154}) {
    for (int byte = 1; byte < 256; ++byte) {
      const std::string bytes(1, static_cast<char>(byte));
      if (byte >= 0x80 && detail::code_page(encoding)[static_cast<std::size_t>(byte) - 0x80] == 0) continue;
      CHECK(encoded(decode(bytes, encoding).text, encoding) == bytes);
    }
  }
}

}  // namespace egiz
