// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using document_test::Files;
using document_test::read_docx_body;
using document_test::reasons_of;
using document_test::Strings;
using document_test::texts_of;

std::string docx_run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

std::string docx_paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

std::string docx_field(const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; }

Strings docx_texts(const std::string& body) { return texts_of(read_docx_body(body)); }

}  // namespace

TEST_CASE("runs of a docx that split words are joined") {
  CHECK(docx_texts("<w:p><w:r><w:t xml:space=\"preserve\">Дого</w:t></w:r><w:bookmarkStart/><w:r><w:rPr><w:b/></w:rPr>"
                   "<w:t>вор № 1</w:t></w:r></w:p><w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>") == Strings{"Договор № 1"});
}

TEST_CASE("text inserted in a docx is taken and text deleted is not") {
  const DocumentText document = read_docx_body(
      "<w:p><w:r><w:t xml:space=\"preserve\">был </w:t></w:r><w:del><w:r><w:delText>плохой </w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>хороший</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>ушёл</w:t></w:r></w:moveFrom>"
      "<w:moveTo><w:r><w:t xml:space=\"preserve\"> пришёл</w:t></w:r></w:moveTo></w:p>");

  CHECK(texts_of(document) == Strings{"был хороший пришёл"});
  CHECK(reasons_of(document) == Strings{"deleted text left out: 2"});
}

TEST_CASE("a docx paragraph whose mark was deleted goes on in the next one") {
  CHECK(docx_texts("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + docx_run("один ") + "</w:p><w:p>" + docx_run("два") +
                   "</w:p><w:p>" + docx_run("три") + "</w:p>") == Strings{"один два", "три"});
}

TEST_CASE("of a docx field the result is taken, nested fields too") {
  const std::string code = "<w:r><w:instrText> IF </w:instrText></w:r>";
  CHECK(docx_texts(docx_paragraph(docx_field("begin") + code + docx_field("begin") + code + docx_field("separate") +
                                  docx_run("условие") + docx_field("end") + docx_field("separate") + docx_run("итог") +
                                  docx_field("end") + docx_run(" текст"))) == Strings{"итог текст"});
}

TEST_CASE("a docx table of contents is left out") {
  const DocumentText document = read_docx_body(
      docx_paragraph(docx_field("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + docx_field("separate") +
                     docx_run("Глава 1")) +
      docx_paragraph(docx_run("Глава 2") + docx_field("end")) + docx_paragraph(docx_run("Текст")));

  CHECK(texts_of(document) == Strings{"Текст"});
  CHECK(reasons_of(document) == Strings{"tables of contents left out: 1"});
}

TEST_CASE("one branch of alternative docx content is taken, and a text box follows its paragraph") {
  const std::string box = "<w:txbxContent><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + docx_run("в рамке") +
                          "</w:p></w:txbxContent>";
  CHECK(docx_texts("<w:p>" + docx_run("до") + "<w:r><mc:AlternateContent><mc:Choice>" + box +
                   "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>" +
                   docx_run(" после") + "</w:p>") == Strings{"до после", "в рамке"});
}

TEST_CASE("docx characters that are elements are read") {
  CHECK(docx_texts("<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:noBreakHyphen/><w:t>в</w:t><w:softHyphen/><w:t>г</w:t>"
                   "<w:sym w:char=\"2264\"/><w:sym w:char=\"F0B7\"/></w:r></w:p>") == Strings{"а б\xE2\x80\x91вг≤"});
}

TEST_CASE("a docx line break is a space, after a full stop a paragraph's end") {
  CHECK(docx_texts("<w:p><w:r><w:t>первая</w:t><w:br/><w:t>строка.</w:t><w:br/><w:t>Вторая</w:t></w:r></w:p>") ==
        Strings{"первая строка.", "Вторая"});
}

TEST_CASE("hidden docx text is left out") {
  CHECK(docx_texts("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr>"
                   "<w:t>явь</w:t></w:r></w:p>") == Strings{"явь"});
}

TEST_CASE("docx notes, styles, tables and languages are read") {
  const Files parts = {
      {"word/_rels/document.xml.rels",
       "<Relationships><Relationship Type=\"http://x/styles\" Target=\"styles.xml\"/><Relationship "
       "Type=\"http://x/footnotes\" Target=\"/word/footnotes.xml\"/><Relationship Type=\"http://x/header\" "
       "Target=\"header1.xml\"/></Relationships>"},
      {"word/styles.xml",
       "<w:styles xmlns:w=\"urn:w\"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"ru-RU\"/></w:rPr></w:rPrDefault>"
       "</w:docDefaults><w:style w:styleId=\"a1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"a2\">"
       "<w:name w:val=\"Раздел\"/><w:basedOn w:val=\"a1\"/></w:style><w:style w:styleId=\"ring\"><w:basedOn "
       "w:val=\"ring\"/></w:style></w:styles>"},
      {"word/footnotes.xml",
       "<w:footnotes xmlns:w=\"urn:w\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p>" + docx_run("---") +
           "</w:p></w:footnote><w:footnote w:id=\"2\"><w:p>" + docx_run("сноска") + "</w:p></w:footnote></w:footnotes>"}};

  const DocumentText document = read_docx_body(
      "<w:p><w:pPr><w:pStyle w:val=\"a2\"/></w:pPr>" + docx_run("Название") + "</w:p><w:p><w:pPr><w:pStyle w:val=\"ring\"/>"
      "<w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>" + docx_run("пункт") +
      "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + docx_run(" списка") + "</w:p><w:tbl><w:tr><w:tc><w:p>" +
      docx_run("левая") + "</w:p></w:tc><w:tc><w:p>" + docx_run("правая") + "</w:p></w:tc></w:tr></w:tbl><w:p>" +
      "<w:r><w:rPr><w:lang w:val=\"en-US\"/></w:rPr><w:t>end</w:t></w:r></w:p>", parts);

  CHECK(document.paragraphs == std::vector<Paragraph>{{"Название", ParagraphKind::heading},
                                                      {"пункт списка", ParagraphKind::list_item},
                                                      {"сноска", ParagraphKind::footnote},
                                                      {"левая", ParagraphKind::table_cell},
                                                      {"правая", ParagraphKind::table_cell},
                                                      {"end", ParagraphKind::text}});
  CHECK(document.format == "docx");
  CHECK(document.language == Language("ru-RU"));
  CHECK(reasons_of(document) == Strings{"headers and footers left out: 1"});
}

}  // namespace egiz
