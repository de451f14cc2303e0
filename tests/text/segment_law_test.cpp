// SPDX-License-Identifier: Apache-2.0

// What holds for every text that is cut.

#include <array>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.h"
#include "text/segmenter.h"
#include "text/utf8.h"

namespace egiz {
namespace {

// Pieces that the segmenter looks at, put together at random.
std::string random_segment_text(std::mt19937& random) {
  constexpr auto kPieces = std::to_array<std::string_view>(
      {".",      "...",      "…",     "!",   "?",     "?!",   " ",      "  ",    "\n",   "\n\n",   "\r\n",
       "\u00A0", "\"",       "«",     "»",   "“",     "”",    "'",      "(",     ")",    "[1]",    "[...]",
       "¹",      ":)",       "))",    "–",   " – ",   "-",    "--",     "•",     "1",    "12.",    "2014",
       "IV",     "а)",       "г.",    "ул.", "т. д.", "т.б.", "ж.",     "млрд.", "Mr.",  "U.S.",   "etc.",
       "А.",     "Ә.",       "И. О.", "Он",  "Бұл",   "The",  "слово",  "сөз",   "word", "Иванов", "ҚР",
       "iPhone", "www.a.kz", "a@b.c", "😀",   "ö",     "ﷺ",    "ئ",      "۔",     "،",    "。",     ",",
       ";",      ":",        "№",     "§",   "#",     "*",    "\u2028", "\f",    "\t"});
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  std::uniform_int_distribution<int> length(0, 40);
  std::string text;
  for (int i = length(random); i > 0; --i) {
    text += kPieces[piece(random)];
    if (random() % 2 == 0) text += ' ';
  }
  return text;
}

// Unicode white space, by its list.
bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    constexpr std::u32string_view kBlank = U" \t\n\v\f\r\u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000";
    if (kBlank.find(c) == std::u32string_view::npos && !(c >= 0x2000 && c <= 0x200A)) return false;
  }
  return true;
}

void check_cover(const std::string& text, const std::vector<Segment>& segments) {
  std::size_t end = 0;
  std::size_t paragraph = 0;
  for (const Segment& segment : segments) {
    REQUIRE(segment.range.begin >= end);
    REQUIRE(segment.range.end > segment.range.begin);
    REQUIRE(is_blank(std::string_view(text).substr(end, segment.range.begin - end)));
    REQUIRE(segment.paragraph >= paragraph);
    REQUIRE(segment.paragraph <= paragraph + 1);
    const std::string_view inside = std::string_view(text).substr(segment.range.begin, segment.range.size());
    REQUIRE(is_valid_utf8(inside));
    const std::u32string characters = to_utf32(inside);
    REQUIRE_FALSE(is_blank(to_utf8(characters.substr(0, 1))));
    REQUIRE_FALSE(is_blank(to_utf8(characters.substr(characters.size() - 1))));
    end = segment.range.end;
    paragraph = segment.paragraph;
  }
  REQUIRE(is_blank(std::string_view(text).substr(end)));
}

}  // namespace

TEST_CASE("segments cover the text in order, with only white space between", "[property]") {
  std::mt19937 random(1848);
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_segment_text(random);
    for (const char* language : {"ru", "kk", "kk-Latn", "en", "de", "und"}) {
      for (const ParagraphMode mode : {ParagraphMode::detect, ParagraphMode::line, ParagraphMode::blank_line}) {
        INFO(language << ": " << text);
        check_cover(text, segment(text, Language(language), {.paragraphs = mode}));
      }
    }
  }
}

TEST_CASE("hostile texts are cut in time that grows with their length", "[property]") {
  const std::string piece = GENERATE(as<std::string>{}, ". ", "a. ", "г. ", "«.. ", "(. ", "[1]", "! , ", ".\"", "1.",
                                     ") ", "т. д. ", "?\n", ". - ", "a.a");
  std::string text;
  while (text.size() < 300'000) text += piece;

  const auto start = std::chrono::steady_clock::now();
  check_cover(text, segment(text, Language("ru")));

  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));  // quadratic time is minutes
}

}  // namespace egiz
