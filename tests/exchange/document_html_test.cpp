// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"
#include "text/decode.h"

namespace egiz {
namespace {

using document_test::reasons_of;
using document_test::Strings;
using document_test::texts_of;

DocumentText read_page(const std::string& body) {
  return read_document("<!DOCTYPE html><html><head><title>T</title></head><body>" + body + "</body></html>", "page.html");
}

Strings page_texts(const std::string& body) { return texts_of(read_page(body)); }

}  // namespace

TEST_CASE("blocks of a page are paragraphs and inline elements are not") {
  CHECK(page_texts("<p>Одно <b>це</b>лое\n  и <i>ещё</i></p>text<div>в блоке<ul><li>раз<li>два</ul></div>") ==
        Strings{"Одно целое и ещё", "text", "в блоке", "раз", "два"});
}

TEST_CASE("kinds of paragraphs of a page are known") {
  CHECK(read_page("<h2>H</h2><ul><li><p>L</p></ul><table><caption>C</caption><tr><td>1<td><h3>2</h3></table>"
                  "<figcaption>F</figcaption>").paragraphs ==
        std::vector<Paragraph>{{"H", ParagraphKind::heading},
                               {"L", ParagraphKind::list_item},
                               {"C", ParagraphKind::caption},
                               {"1", ParagraphKind::table_cell},
                               {"2", ParagraphKind::table_cell},
                               {"F", ParagraphKind::caption}});
}

TEST_CASE("what a page does not show is left out") {
  const DocumentText document = read_page(
      "<nav>Меню</nav><script>var a = '<p>нет</p>';</script><style>p{}</style><!-- нет --><p hidden>нет</p>"
      "<p style=\"color:red; display:none\">нет</p><noscript>нет</noscript><select><option>нет</option></select>"
      "<template><p>нет</p></template><p>да<img alt=\"нет\"></p>");

  CHECK(texts_of(document) == Strings{"да"});
  CHECK(reasons_of(document) == Strings{"form fields left out: 1", "hidden parts left out: 2", "navigation left out: 1"});
}

TEST_CASE("characters of a page are read, soft hyphens dropped") {
  CHECK(page_texts("<p>&laquo;А&raquo;&nbsp;&mdash; &#1179;&#x4d9; до&shy;го&#173;вор &lt;b&gt; AT&T</p><p>&nbsp;</p>") ==
        Strings{"«А»\xC2\xA0— қә договор <b> AT&T"});
}

TEST_CASE("line breaks of a page part paragraphs where people mean it") {
  CHECK(page_texts("<p>один<br>два<br/>три.<br>четыре<br><br>пять</p>") == Strings{"один два три.", "четыре", "пять"});
  CHECK(page_texts("<pre>один\nдва.\n\nтри</pre>") == Strings{"один два.", "три"});
}

TEST_CASE("the language of most of a page is its language") {
  CHECK(read_document("<html lang=\"kk\"><body><p>Қазақша мәтін</p><p lang=\"en\">Hi</p></body></html>", "a.html").language ==
        Language("kk"));
  CHECK_FALSE(read_document("<html><body><p>Текст</p></body></html>", "a.html").language.has_value());
  CHECK_FALSE(read_document("<html lang=\"\"><body><p>Текст</p></body></html>", "a.html").language.has_value());
}

TEST_CASE("notes of a page follow the paragraph that refers to them") {
  const Strings wanted = {"Текст.", "сноска", "Дальше."};
  CHECK(page_texts("<p>Текст.<a class=\"sdfootnoteanc\" href=\"#sdfootnote1sym\"><sup>1</sup></a></p><p>Дальше.</p><div "
                   "id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>"
                   "сноска</p></div>") == wanted);
  CHECK(page_texts("<p>Текст.<a role=\"doc-noteref\" href=\"#fn1\">1</a></p><p>Дальше.</p><section role=\"doc-endnotes\">"
                   "<ol><li id=\"fn1\"><p>сноска<a role=\"doc-backlink\" href=\"#r1\">↩</a></p></li></ol></section>") == wanted);
  CHECK(page_texts("<p>Текст.<sup><a epub:type=\"noteref\" href=\"#n\">1</a></sup></p><p>Дальше.</p><aside "
                   "epub:type=\"footnote\" id=\"n\"><p><a href=\"#back\">1</a>сноска</p></aside>") == wanted);
}

TEST_CASE("the encoding of a page is its mark, its declaration, or detected") {
  const std::string utf8 = "<html><body><p>Договор вступает в силу с даты подписания.</p></body></html>";
  const std::string cyrillic =
      "\xC4\xEE\xE3\xEE\xE2\xEE\xF0 \xE2\xF1\xF2\xF3\xEF\xE0\xE5\xF2 \xE2 \xF1\xE8\xEB\xF3 \xF1 \xE4\xE0\xF2\xFB "
      "\xEF\xEE\xE4\xEF\xE8\xF1\xE0\xED\xE8\xFF.";
  const Strings wanted = {"Договор вступает в силу с даты подписания."};

  CHECK(texts_of(read_document(utf8, "a.html")) == wanted);
  CHECK(texts_of(read_document("\xEF\xBB\xBF" + utf8, "a.html")) == wanted);
  CHECK(texts_of(read_document("<html><head><meta charset=windows-1251></head><p>" + cyrillic + "</p>", "a.html")) == wanted);
  CHECK(texts_of(read_document("<html><p>" + cyrillic + "</p>", "a.html")) == wanted);
  CHECK(texts_of(read_document("<html><head><meta charset=\"utf-8\"></head><p>" + cyrillic + "</p>", "a.html")) == wanted);
  CHECK(texts_of(read_document("<html><head><meta charset=\"windows-1252\"></head>" + utf8.substr(6), "a.html")).size() == 1);
}

TEST_CASE("a few broken bytes of a page are replaced and told") {
  std::string page = "<html><body><p>Договор вступает в силу с даты подписания обеими сторонами и действует год.</p></body></html>";
  page.insert(page.find(" вступает"), "\xD0");

  const DocumentText document = read_document(page, "a.html");

  CHECK(texts_of(document).front().starts_with("Договор\xEF\xBF\xBD вступает"));
  CHECK(reasons_of(document) == Strings{"bytes that are not UTF-8 replaced: 1"});
}

TEST_CASE("line separators part paragraphs as line breaks do") {
  CHECK(page_texts("<p>один&#x2028;два.&#x2029;три</p>") == Strings{"один два.", "три"});
}

TEST_CASE("a broken page is read as far as it goes") {
  CHECK(page_texts("<p>раз<div>два</p></span><p>три") == Strings{"раз", "два", "три"});
  CHECK(texts_of(read_document("<html><p>текст <b", "a.html")) == Strings{"текст"});
}

TEST_CASE("XHTML is read, empty elements too") {
  CHECK(texts_of(read_document("<?xml version=\"1.0\" encoding=\"UTF-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
                               "<title/><script src=\"a.js\"/></head><body><a id=\"x\"/><p>текст</p></body></html>",
                               "a.xhtml")) == Strings{"текст"});
}

}  // namespace egiz
