// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using document_test::reasons_of;
using document_test::Strings;
using document_test::texts_of;
using document_test::zip_of;

DocumentText read_odt_body(const std::string& body, const std::string& styles = "") {
  return read_document(
      zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"content.xml",
               "<office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:table=\"urn:b\" "
               "xmlns:draw=\"urn:d\" xmlns:style=\"urn:s\" xmlns:fo=\"urn:f\" "
               "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"><office:automatic-styles>" +
                   styles + "</office:automatic-styles><office:body><office:text>" + body +
                   "</office:text></office:body></office:document-content>"}}),
      "test.odt");
}

Strings odt_texts(const std::string& body) { return texts_of(read_odt_body(body)); }

}  // namespace

TEST_CASE("white space of an odt is what its elements say") {
  CHECK(odt_texts("\n <text:p>\n один   два<text:s text:c=\"2\"/>три<text:tab/>четыре<text:span>пя</text:span>ть "
                  "</text:p> ") == Strings{"один два  три четырепять"});
  CHECK(odt_texts("<text:p>a<text:s text:c=\"4000000000\"/>b</text:p>").front().size() == 1'002);
}

TEST_CASE("deleted odt text, comments and contents are left out") {
  const DocumentText document = read_odt_body(
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>нет</text:p></text:deletion></text:changed-region>"
      "</text:tracked-changes><text:table-of-content><text:index-body><text:p>Глава 1</text:p></text:index-body>"
      "</text:table-of-content><text:p>да<office:annotation><text:p>нет</text:p></office:annotation><draw:frame><svg:title>"
      "нет</svg:title></draw:frame><text:change-start/> вставлено<text:change-end/></text:p>");

  CHECK(texts_of(document) == Strings{"да вставлено"});
  CHECK(reasons_of(document) ==
        Strings{"comments left out: 1", "deleted text left out: 1", "tables of contents left out: 1"});
}

TEST_CASE("kinds of odt paragraphs are known") {
  const DocumentText document = read_odt_body(
      "<text:p text:style-name=\"P1\">Т</text:p><text:h>Г</text:h><text:list><text:list-item><text:p>п</text:p>"
      "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>я1</text:p><text:p>я2</text:p>"
      "</table:table-cell><table:covered-table-cell><text:p>нет</text:p></table:covered-table-cell></table:table-row>"
      "</table:table><text:p>до<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>с1</text:p>"
      "<text:p>с2</text:p></text:note-body></text:note> после</text:p><text:p>в<draw:frame><draw:text-box><text:p "
      "text:style-name=\"Caption\">подпись</text:p></draw:text-box></draw:frame></text:p>",
      "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>");

  CHECK(document.paragraphs == std::vector<Paragraph>{{"Т", ParagraphKind::heading},
                                                      {"Г", ParagraphKind::heading},
                                                      {"п", ParagraphKind::list_item},
                                                      {"я1", ParagraphKind::table_cell},
                                                      {"я2", ParagraphKind::table_cell},
                                                      {"до после", ParagraphKind::text},
                                                      {"с1", ParagraphKind::footnote},
                                                      {"с2", ParagraphKind::footnote},
                                                      {"в", ParagraphKind::text},
                                                      {"подпись", ParagraphKind::caption}});
}

TEST_CASE("the language of most of an odt is its language") {
  const DocumentText document = read_odt_body(
      "<text:p text:style-name=\"K\">Қазақша мәтін</text:p><text:p>en</text:p>",
      "<style:style style:name=\"K\"><style:text-properties fo:language=\"kk\" fo:country=\"KZ\"/></style:style>");

  CHECK(document.language == Language("kk-KZ"));
}

}  // namespace egiz
