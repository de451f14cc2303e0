// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "exchange/document/detect.h"
#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using document_test::code_of;
using document_test::message_of;
using document_test::reasons_of;
using document_test::Strings;
using document_test::texts_of;
using document_test::zip_of;

}  // namespace

TEST_CASE("Markdown is read without its marks") {
  const DocumentText document = read_document(
      "---\ntitle: нет\n---\n# Заголовок *главный*\n\nСтрока\nпродолжается с [ссылкой](http://x.example) и `кодом`,\n"
      "~~зачёркнутым~~ &laquo;текстом&raquo;.\n\n- раз\n- два\n\n  ещё о двух\n\n| A | B |\n|---|---|\n| 1 | **2** |\n\n"
      "```\nint код;\n```\n\n<p align=\"center\">из HTML</p>\n\nконец ![картинка](a.png)<br>строки\n",
      "a.md");

  CHECK(document.paragraphs ==
        std::vector<Paragraph>{{"Заголовок главный", ParagraphKind::heading},
                               {"Строка продолжается с ссылкой и кодом, зачёркнутым «текстом».", ParagraphKind::text},
                               {"раз", ParagraphKind::list_item},
                               {"два", ParagraphKind::list_item},
                               {"ещё о двух", ParagraphKind::list_item},
                               {"A", ParagraphKind::table_cell},
                               {"B", ParagraphKind::table_cell},
                               {"1", ParagraphKind::table_cell},
                               {"2", ParagraphKind::table_cell},
                               {"из HTML", ParagraphKind::text},
                               {"конец строки", ParagraphKind::text}});
  CHECK(document.format == "md");
  CHECK(reasons_of(document) == Strings{"code blocks left out: 1", "front matter left out: 1"});
}

TEST_CASE("a subtitle sentence over several cues is one paragraph") {
  const DocumentText document = read_document(
      "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Мы вышли рано утром,</i>\r\n\r\n2\r\n00:00:02,600 --> 00:00:04,000\r\n"
      "когда все\r\nещё спали.\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\n- Куда?\r\n- Домой.\r\n\r\n"
      "4\r\n00:01:00,000 --> 00:01:01,000\r\n{\\an8}Без точки\r\n\r\n5\r\n00:02:00,000 --> 00:02:01,000\r\nдругое\r\n",
      "film.srt");

  CHECK(texts_of(document) == Strings{"Мы вышли рано утром, когда все ещё спали.", "Куда?", "Домой.", "Без точки", "другое"});
  CHECK(document.format == "srt");
}

TEST_CASE("WebVTT is read without styles, comments and settings") {
  const DocumentText document = read_document(
      "WEBVTT - title\n\nSTYLE\n::cue { color: red }\n\nNOTE\nнет\n\nintro\n00:01.000 --> 00:02.000 position:10%\n"
      "<v Анна>Иди <00:01.500><c.loud>сюда</c> &amp; сядь, 2 < 3.\n",
      "a.txt");

  CHECK(texts_of(document) == Strings{"Иди сюда & сядь, 2 < 3."});
  CHECK(document.format == "vtt");
}

TEST_CASE("subtitles without a blank line between them are read") {
  CHECK(texts_of(read_document("1\n00:00:01,000 --> 00:00:02,000\nРаз.\n2\n00:00:03,000 --> 00:00:04,000\nДва.\n", "a.srt")) ==
        Strings{"Раз.", "Два."});
}

TEST_CASE("a file of subtitles without one is an error") {
  CHECK(code_of([] { read_document("просто текст", "a.srt"); }) == ErrorCode::parse);
}

TEST_CASE("an EPUB is read in the order of its spine, without its contents") {
  const auto page = [](const std::string& body) {
    return "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + body + "</body></html>";
  };
  document_test::Files files = {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>"},
      {"OPS/book.opf",
       "<package xmlns:dc=\"urn:dc\"><metadata><dc:language> kk </dc:language></metadata><manifest>"
       "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
       "<item id=\"b\" href=\"text/b%20b.xhtml\" media-type=\"application/xhtml+xml\"/>"
       "<item id=\"a\" href=\"text/a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
       "<spine><itemref idref=\"n\"/><itemref idref=\"b\"/><itemref idref=\"a\"/><itemref idref=\"a\"/></spine></package>"},
      {"OPS/nav.xhtml", page("<p>нет</p>")},
      {"OPS/text/a.xhtml", page("<p>екінші</p>")},
      {"OPS/text/b b.xhtml", page("<h1>бірінші</h1>")}};

  const DocumentText document = read_document(zip_of(files), "book.epub");

  CHECK(texts_of(document) == Strings{"бірінші", "екінші"});
  CHECK(document.language == Language("kk"));
  CHECK(reasons_of(document) == Strings{"tables of contents left out: 1"});

  files.emplace_back("META-INF/encryption.xml",
                     "<e><EncryptedData><CipherData><CipherReference URI=\"OPS/font.otf\"/></CipherData></EncryptedData></e>");
  CHECK(texts_of(read_document(zip_of(files), "book.epub")).size() == 2);
  files.back().second = "<e><EncryptedData><CipherData><CipherReference URI=\"OPS/text/a.xhtml\"/></CipherData></EncryptedData></e>";
  CHECK(message_of([&] { read_document(zip_of(files), "book.epub"); }).find("locked (DRM)") != std::string::npos);
}

TEST_CASE("formats are detected by content before the extension") {
  using exchange::detect_format;
  using exchange::DocumentFormat;

  CHECK(detect_format("%PDF-1.7", "a.docx") == DocumentFormat::pdf);
  CHECK(detect_format("PK\x03\x04 x", "a.txt") == DocumentFormat::zip);
  CHECK(detect_format("{\\rtf1 x", "a.doc") == DocumentFormat::rtf);
  CHECK(detect_format("\xEF\xBB\xBF \n<!DOCTYPE HTML><p>", "a.doc") == DocumentFormat::html);
  CHECK(detect_format("<!-- saved --><html>", "a") == DocumentFormat::html);
  CHECK(detect_format("<?xml version=\"1.0\"?><html xmlns=\"x\">", "a.xml") == DocumentFormat::html);
  CHECK(detect_format("WEBVTT\n", "a") == DocumentFormat::subtitles);
  CHECK(detect_format("1\n00:00:01,000 --> 00:00:02,000\nx", "a.txt") == DocumentFormat::subtitles);
  CHECK(detect_format("1\nодин\n", "a.txt") == DocumentFormat::text);
  CHECK(detect_format("# x", "README.MD") == DocumentFormat::markdown);
  CHECK(detect_format("# x", "a.txt") == DocumentFormat::text);
  CHECK(detect_format("text", "a.md/b") == DocumentFormat::text);
  CHECK(detect_format("msgid \"\"", "ru.po") == DocumentFormat::bilingual);
  CHECK(detect_format(std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14), "a") == DocumentFormat::html);
}

}  // namespace egiz
