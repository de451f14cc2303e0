// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "exchange/document/child_process.h"
#include "exchange/document/hyphenation.h"
#include "exchange/document/pdf_furniture.h"
#include "exchange/document/pdf_note_marks.h"
#include "exchange/document/pdf_page.h"
#include "exchange/document/pdf_paragraphs.h"
#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using document_test::code_of;
using document_test::message_of;
using document_test::Strings;
using exchange::LineJoiner;
using exchange::PdfBlock;
using exchange::PdfLine;
using exchange::PdfPage;

// A line of text 10 points high, 6 points a letter.
PdfLine pdf_line(const std::string& text, double left, double top, double height = 10) {
  const auto letters = static_cast<double>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  return {text, left, left + 6 * letters, top, top + height};
}

PdfPage pdf_page(std::vector<PdfBlock> blocks) { return {600, 800, std::move(blocks)}; }

Strings pdf_texts(const std::vector<PdfPage>& pages) {
  Strings out;
  for (const Paragraph& paragraph : exchange::pdf_paragraphs(pages)) out.push_back(paragraph.text);
  return out;
}

std::string join_lines_of(const Strings& lines, const Strings& document = {}) {
  LineJoiner joiner;
  for (const std::string& line : document) joiner.learn(line);
  for (const std::string& line : lines) joiner.learn(line);
  std::string text;
  for (const std::string& line : lines) joiner.append(text, line);
  return text;
}

}  // namespace

TEST_CASE("words broken at line ends are joined, real hyphens stay") {
  CHECK(join_lines_of({"подписали дого-", "вор вчера"}) == "подписали договор вчера");
  CHECK(join_lines_of({"пришёл кто-", "то ещё"}) == "пришёл кто-то ещё");
  CHECK(join_lines_of({"сказал по-", "русски это"}) == "сказал по-русски это");
  CHECK(join_lines_of({"пошли по-", "лем туда"}) == "пошли полем туда");
  CHECK(join_lines_of({"город Нур-", "Султан"}) == "город Нур-Султан");
  CHECK(join_lines_of({"в 2019-", "2020 годах"}) == "в 2019-2020 годах");
  CHECK(join_lines_of({"слово -", "тире"}) == "слово - тире");
  CHECK(join_lines_of({"в 1941–", "1945 годах"}) == "в 1941–1945 годах");
  CHECK(join_lines_of({"слово —", "тире"}) == "слово — тире");
  CHECK(join_lines_of({"дого\xC2\xAD", "вор"}) == "договор");
  CHECK(join_lines_of({"келді ата-", "аналар"}, {"ата-аналар жиналысы"}) == "келді ата-аналар");
  CHECK(join_lines_of({"акт приёма-", "передачи"}, Strings(40, "строка")) == "акт приёма-передачи");
}

TEST_CASE("running heads and page numbers are removed, body lines stay") {
  std::vector<PdfPage> pages;
  for (int i = 1; i <= 3; ++i) {
    pages.push_back(pdf_page({{{pdf_line("Договор № 5, стр. " + std::to_string(i), 50, 30)}},
                              {{pdf_line("Текст страницы " + std::string(static_cast<std::size_t>(i), 'x'), 50, 60)}},
                              {{pdf_line("— " + std::to_string(i) + " —", 300, 770 + i)}}}));
  }

  CHECK(exchange::remove_page_furniture(pages) == 6);
  CHECK(pdf_texts(pages) == Strings{"Текст страницы x", "Текст страницы xx", "Текст страницы xxx"});
}

TEST_CASE("the page number of a single page is removed, a number in the text is not") {
  std::vector<PdfPage> pages{pdf_page({{{pdf_line("2020", 50, 30)}}, {{pdf_line("Текст", 50, 60)}}, {{pdf_line("1", 300, 770)}}})};

  exchange::remove_page_furniture(pages);

  CHECK(pdf_texts(pages) == Strings{"2020", "Текст"});
}

TEST_CASE("a line that is not full ends its paragraph") {
  const std::vector<PdfPage> pages{pdf_page({{{pdf_line("Первая строка этого абзаца полна и", 50, 100),
                                               pdf_line("кончается тут.", 50, 112),
                                               pdf_line("Второй абзац тоже занимает всю эту", 50, 124),
                                               pdf_line("строку.", 50, 136)}}})};

  CHECK(pdf_texts(pages) == Strings{"Первая строка этого абзаца полна и кончается тут.",
                                    "Второй абзац тоже занимает всю эту строку."});
}

TEST_CASE("a paragraph goes on over a page, its footnote comes behind it") {
  const std::vector<PdfPage> pages{
      pdf_page({{{pdf_line("Этот абзац начинается на странице", 50, 600)}},
                {{pdf_line("1 Сноска мелким шрифтом.", 50, 700, 8)}}}),
      pdf_page({{{pdf_line("и кончается на другой странице.", 50, 50)}}, {{pdf_line("Новый абзац.", 50, 80)}}})};

  CHECK(exchange::pdf_paragraphs(pages) ==
        std::vector<Paragraph>{{"Этот абзац начинается на странице и кончается на другой странице.", ParagraphKind::text},
                               {"Сноска мелким шрифтом.", ParagraphKind::footnote},
                               {"Новый абзац.", ParagraphKind::text}});
}

TEST_CASE("the number of a footnote is taken from the word that it hangs on, where it is plain which") {
  const auto without_mark = [](std::string text, const char* number) {
    std::vector<Paragraph> paragraphs{{std::move(text), ParagraphKind::text}};
    exchange::remove_note_mark(paragraphs, number);
    return paragraphs.front().text;
  };

  CHECK(without_mark("Это слово1 в пункте 2.1 и 1 том.", "1") == "Это слово в пункте 2.1 и 1 том.");
  CHECK(without_mark("Конец.12", "12") == "Конец.");
  CHECK(without_mark("дом 14/2.1", "1") == "дом 14/2.");
  CHECK(without_mark("пункты 2.1 и 3.1 договора", "1") == "пункты 2.1 и 3.1 договора");
  CHECK(without_mark("слово1 и слово1", "1") == "слово1 и слово1");
}

TEST_CASE("a raised number is the mark of its note wherever it stands") {
  const std::string word = "<word xMin=\"50\" yMin=\"600\" xMax=\"110\" yMax=\"610\">";
  const std::string raised = "<word xMin=\"110\" yMin=\"600\" xMax=\"113\" yMax=\"606\">";
  const auto block = [](const std::string& words, int top, int bottom) {
    const std::string place = " xMin=\"50\" yMin=\"" + std::to_string(top) + "\" xMax=\"300\" yMax=\"" + std::to_string(bottom) + "\">";
    return "<block" + place + "<line" + place + words + "</line></block>";
  };
  const auto page_of = [&](const std::string& body) {
    return exchange::pdf_paragraphs(exchange::parse_pdf_pages(
        "<html><body><page width=\"600\" height=\"800\">" + body + block("<word xMin=\"50\" yMin=\"700\" xMax=\"90\" yMax=\"707\">1 Сноска</word>", 700, 707) +
            "</page></body></html>", "a.pdf", {}));
  };

  CHECK(page_of(block(word + "18,5 м</word>" + raised + "2</word>", 600, 610) + block(word + "14 800</word>" + raised + "1</word>", 600, 610)) ==
        std::vector<Paragraph>{{"18,5 м2", ParagraphKind::text}, {"14 800", ParagraphKind::text}, {"Сноска", ParagraphKind::footnote}});
}

TEST_CASE("the lines of a cell make one paragraph though its column is narrow") {
  const std::vector<PdfPage> pages{pdf_page({{{pdf_line("Обычный абзац, который идёт во всю ширину этой страницы до края.", 50, 100)}},
                                             {{pdf_line("Позвоните в центр: +7", 50, 130), pdf_line("(700) 000-45-67", 50, 142)}},
                                             {{pdf_line("Гарантия два года", 200, 130)}}})};

  CHECK(pdf_texts(pages) == Strings{"Обычный абзац, который идёт во всю ширину этой страницы до края.",
                                    "Позвоните в центр: +7 (700) 000-45-67", "Гарантия два года"});
}

TEST_CASE("a short line is not gone on with by a list in small letters") {
  const std::vector<PdfPage> pages{pdf_page({{{pdf_line("Прибор рассчитан на работу при любой температуре.", 50, 100)}},
                                             {{pdf_line("Комплект", 50, 130)}},
                                             {{pdf_line("клапан, 1 шт.;", 50, 160)}}})};

  CHECK(pdf_texts(pages).size() == 3);
}

TEST_CASE("the rows of a list are not joined over a page") {
  const std::vector<PdfPage> pages{pdf_page({{{pdf_line("Кумыс — 700", 50, 600)}},
                                             {{pdf_line("Баурсаки — 1 250", 50, 630)}},
                                             {{pdf_line("Мёд — 1 900", 50, 660)}},
                                             {{pdf_line("Чай — 300", 50, 690)}},
                                             {{pdf_line("Берёзовый веник — 600, простыня — 300", 50, 720)}}}),
                                   pdf_page({{{pdf_line("Поход к водопаду — 4 500", 50, 50)}}})};

  CHECK(pdf_texts(pages).size() == 6);
}

TEST_CASE("large print of a PDF is a heading") {
  const std::vector<PdfPage> pages{pdf_page({{{pdf_line("ГЛАВА 1", 50, 100, 14)}},
                                             {{pdf_line("Текст главы идёт здесь.", 50, 130)}},
                                             {{pdf_line("И ещё один абзац текста.", 50, 160)}}})};

  CHECK(exchange::pdf_paragraphs(pages).front().kind == ParagraphKind::heading);
}

TEST_CASE("a program that runs too long or writes too much is ended") {
  using namespace std::chrono_literals;
  const auto start = std::chrono::steady_clock::now();

  CHECK(message_of([] { exchange::run_program({"sleep", "30"}, "", "a.pdf", {.max_program_time = 100ms}); }) ==
        "a.pdf: sleep took more than 100 ms and was ended; raise the limit \"time\" (--limits) if you trust the file");
  CHECK(message_of([] { exchange::run_program({"yes"}, "", "a.pdf", {.max_program_output = 100'000}); }) ==
        "a.pdf: yes wrote more than 100000 bytes and was ended; raise the limit \"output\" (--limits) if you trust the file");
  CHECK(std::chrono::steady_clock::now() - start < 10s);
}

TEST_CASE("a program gets its input and gives its output and status") {
  const exchange::ProcessResult result = exchange::run_program({"cat"}, std::string(300'000, 'x'), "a.pdf", {});

  CHECK(result.status == 0);
  CHECK(result.out.size() == 300'000);
  CHECK(exchange::run_program({"false"}, "", "a.pdf", {}).status == 1);
  CHECK(code_of([] { exchange::run_program({"/no/such/program"}, "", "a.pdf", {}); }) == ErrorCode::io);
  CHECK(exchange::find_program("no-such-program-anywhere").empty());
}

TEST_CASE("a PDF that is damaged is an error that says so") {
  if (exchange::find_program("pdftotext").empty()) {
    CHECK(message_of([] { read_document("%PDF-1.4 x", "a.pdf"); }).find("install poppler-utils") != std::string::npos);
    return;
  }
  CHECK(message_of([] { read_document("%PDF-1.4 x", "a.pdf"); }).find("a damaged PDF") != std::string::npos);
}

}  // namespace egiz
