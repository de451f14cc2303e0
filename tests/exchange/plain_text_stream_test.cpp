// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <random>
#include <sstream>
#include <string>
#include <utility>

#include "exchange/document/plain_text.h"
#include "exchange/document/plain_text_stream.h"
#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"
#include "text/utf8.h"

namespace egiz {
namespace {

using document_test::code_of;
using document_test::Strings;

Strings streamed(const std::string& text, std::size_t head, std::size_t block,
                 ParagraphMode mode = ParagraphMode::detect, std::size_t max_text_bytes = 1 << 20) {
  Strings out;
  const DocumentReadOptions options{.paragraphs = mode, .limits = {.max_text_bytes = max_text_bytes}};
  const auto rest = exchange::open_memory(std::string_view(text).substr(std::min(head, text.size())));
  exchange::stream_plain_text(
      text.substr(0, head), *rest, "a.txt", options,
      [&](Paragraph&& paragraph) { out.push_back(std::move(paragraph.text)); }, block);
  return out;
}

Strings whole(const std::string& text, ParagraphMode mode = ParagraphMode::detect) {
  return document_test::texts_of(exchange::read_plain_text(text, "a.txt", mode));
}

std::string in_utf16(const std::string& ascii_and_cyrillic, bool is_little) {
  std::string out;
  for (std::size_t at = 0; at < ascii_and_cyrillic.size();) {
    const char32_t code = next_code_point(ascii_and_cyrillic, at);
    const auto unit = [&](unsigned value) {
      const char low = static_cast<char>(value & 0xFF);
      const char high = static_cast<char>(value >> 8);
      out += is_little ? low : high;
      out += is_little ? high : low;
    };
    if (code >= 0x10000) {
      unit(0xD800U + ((code - 0x10000) >> 10));
      unit(0xDC00U + ((code - 0x10000) & 0x3FF));
    } else {
      unit(code);
    }
  }
  return out;
}

// Lines of words, a line end of any kind behind each.
std::string random_text(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  static constexpr const char* kWords[] = {"да",
                                           "нет",
                                           "Тараптар",
                                           "x",
                                           "мерзім.",
                                           "Ө",
                                           "😀",
                                           "a\xC2\xA0"
                                           "b",
                                           "конец!"};
  static constexpr const char* kEnds[] = {"\n", "\r\n", "\r", "\n\n", "\xE2\x80\xA8", "\f", " \n", "\xC2\x85"};
  std::string text;
  for (std::size_t line = 0; line < 30; ++line) {
    for (std::size_t word = below(8); word > 0; --word) text += std::string(kWords[below(9)]) + " ";
    text += kEnds[below(8)];
  }
  return text;
}

std::string wrapped_text() {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text +=
        "Поставщик обязуется поставить заказчику оборудование,\nа заказчик обязуется принять его и оплатить в срок,\n"
        "указанный в договоре.\n\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a text read in parts has the paragraphs of the whole", "[property]") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::string text = random_text(seed);
    for (const ParagraphMode mode : {ParagraphMode::line, ParagraphMode::blank_line}) {
      const Strings expected = whole(text, mode);
      for (const std::size_t block : std::initializer_list<std::size_t>{1, 2, 3, 7, 64, 10'000}) {
        INFO("seed " << seed << ", block " << block);
        CHECK(streamed(text, 40, block, mode) == expected);
      }
    }
  }
}

TEST_CASE("a hard-wrapped text read in parts has the paragraphs of the whole") {
  const std::string text = wrapped_text();
  REQUIRE(whole(text).size() == 40);

  CHECK(streamed(text, 2'000, 17) == whole(text));
}

TEST_CASE("a text in UTF-16 or a code page is read in parts, characters whole") {
  const std::string text = "Первая строка 😀 текста\nЕкінші жол\nи ещё одна строка по-русски\n";
  for (const bool is_little : {true, false}) {
    CHECK(streamed(in_utf16(text, is_little), 60, 3) == whole(text));
  }
  CHECK(streamed("\xEF\xBB\xBF" + text, 60, 3) == whole(text));
  const std::string windows =
      "\xCF\xE5\xF0\xE2\xE0\xFF \xF1\xF2\xF0\xEE\xEA\xE0 \xEF\xEE-\xF0\xF3\xF1\xF1\xEA\xE8\n"
      "\xC2\xF2\xEE\xF0\xE0\xFF \xF1\xF2\xF0\xEE\xEA\xE0\n";
  CHECK(streamed(windows, 25, 4) == Strings{"Первая строка по-русски", "Вторая строка"});
}

TEST_CASE("a text that breaks its encoding far behind says where") {
  const std::string text = wrapped_text() + "\xFF\xFF";

  CHECK(document_test::message_of([&] { streamed(text, 200, 100); }).starts_with("a.txt: behind byte "));
}

TEST_CASE("a paragraph that never ends is refused") {
  const std::string text = "начало\n" + std::string(100'000, 'x');

  CHECK(streamed(text, 1'000, 1'000).size() == 2);
  CHECK(document_test::message_of([&] { streamed(text, 1'000, 1'000, ParagraphMode::detect, 50'000); }) ==
        "a.txt: a paragraph of more than 50000 bytes; raise the limit \"text\" (--limits) if you trust the file");
}

TEST_CASE("a large plain text is read in parts from a file and a stream") {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "большой.txt";
  std::string text;
  while (text.size() <= exchange::kTextBlock) text += "Строка обычного текста, каких много.\n";
  std::ofstream(file, std::ios::binary) << text;
  std::size_t count = 0;
  const ParagraphSink sink = [&](Paragraph&&) { ++count; };
  const DocumentReadOptions options{.limits = {.max_file_bytes = 1'000}};

  const DocumentText document = read_document(file, sink, options);

  CHECK(document.format == "txt");
  CHECK(count == text.size() / std::string("Строка обычного текста, каких много.\n").size());
  CHECK(code_of([&] { read_document(file, options); }) == ErrorCode::unsupported);

  std::istringstream stream(text);
  const std::size_t before = std::exchange(count, 0);
  read_document(stream, "standard input", sink, options);
  CHECK(count == before);
}

}  // namespace egiz
