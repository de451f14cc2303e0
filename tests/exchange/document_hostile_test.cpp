// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "exchange/document/archive.h"
#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using document_test::code_of;
using document_test::docx_files;
using document_test::Files;
using document_test::message_of;
using document_test::zip_of;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string hostile_message(const std::string& bytes, const std::string& name, const DocumentLimits& limits = {}) {
  return message_of([&] { read_document(bytes, name, {.limits = limits}); });
}

std::string nested(const std::string& open, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += open;
  return out;
}

}  // namespace

TEST_CASE("an archive that unpacks to too many times its size is refused") {
  const std::string bomb = zip_of(docx_files("<w:p><w:r><w:t>" + std::string(4 << 20, ' ') + "</w:t></w:r></w:p>"));
  REQUIRE(bomb.size() < 10'000);

  const std::string message = hostile_message(bomb, "bomb.docx");

  CHECK(message == "bomb.docx/word/document.xml: unpacks to more than 200 times its size; raise the limit \"ratio\" "
                   "(--limits) if you trust the file");
}

TEST_CASE("an archive that unpacks to too much is refused, by file and in all") {
  const std::string bytes = zip_of(docx_files("<w:p><w:r><w:t>" + std::string(50'000, 'x') + "</w:t></w:r></w:p>"));

  CHECK(contains(hostile_message(bytes, "a.docx", {.max_entry_bytes = 40'000}), "more than 40000 bytes"));
  CHECK(contains(hostile_message(bytes, "a.docx", {.max_unpacked_bytes = 50'100}), "more than 50100 bytes"));
  CHECK(contains(hostile_message(bytes, "a.docx", {.max_text_bytes = 10'000}), "more than 10000 bytes of text"));
}

TEST_CASE("an archive with too many files is refused") {
  Files files = docx_files("<w:p/>");
  for (int i = 0; i < 60; ++i) files.emplace_back("f" + std::to_string(i), "");

  CHECK(contains(hostile_message(zip_of(files), "a.docx", {.max_entries = 50}), "more than 50"));
}

TEST_CASE("a file beyond the limit is refused before it is read") {
  CHECK(contains(hostile_message(std::string(101, 'a'), "a.txt", {.max_file_bytes = 100}), "larger than 100 bytes"));
}

TEST_CASE("an archive that is cut off is an error at every length") {
  const std::string whole = zip_of(docx_files("<w:p><w:r><w:t>текст</w:t></w:r></w:p>"));
  for (std::size_t size = 5; size < whole.size(); size += 7) {
    CHECK(contains(hostile_message(whole.substr(0, size), "cut.docx"), "cut.docx"));
  }
  CHECK(hostile_message(whole, "whole.docx").empty());
}

TEST_CASE("a damaged file in an archive is an error that names it") {
  std::string bytes = zip_of(docx_files("<w:p><w:r><w:t>текст, который упакован и потом испорчен</w:t></w:r></w:p>"));
  const std::size_t at = bytes.find("word/document.xml") + 40;
  for (std::size_t i = at; i < at + 20; ++i) bytes[i] = static_cast<char>(~bytes[i]);

  CHECK(contains(hostile_message(bytes, "a.docx"), "a.docx/word/document.xml: damaged"));
}

TEST_CASE("documents with a password say so") {
  CHECK(contains(hostile_message(zip_of(docx_files("<w:p/>"), "secret"), "a.docx"), "protected by a password"));

  std::string office = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  office += std::string(600, '\0');
  for (const char c : std::string("EncryptedPackage")) (office += c) += '\0';
  CHECK(contains(hostile_message(office, "a.docx"), "protected by a password"));

  const std::string odt = zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                  {"META-INF/manifest.xml", "<m:manifest xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/>"
                                                            "</m:file-entry></m:manifest>"},
                                  {"content.xml", "\x01\x02\x03"}});
  CHECK(contains(hostile_message(odt, "a.odt"), "protected by a password"));
}

TEST_CASE("entities and document types in office files are refused") {
  const std::string bomb =
      "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><d>&b;</d>";
  CHECK(contains(hostile_message(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", bomb}}),
                                 "bomb.odt"),
                 "document type declaration"));

  const std::string outside = "<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>";
  CHECK(contains(hostile_message(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", outside}}),
                                 "xxe.odt"),
                 "document type declaration"));
}

TEST_CASE("an external entity in a page is not fetched") {
  const DocumentText document = read_document(
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>a &x; b</p></body></html>", "x.html");

  for (const Paragraph& paragraph : document.paragraphs) CHECK_FALSE(contains(paragraph.text, "root:"));
}

TEST_CASE("elements that nest without end are refused") {
  const std::string deep = "<w:p>" + nested("<w:sdt>", 2'000) + nested("</w:sdt>", 2'000) + "</w:p>";
  CHECK(code_of([&] { read_document(zip_of(docx_files(deep)), "deep.docx"); }) == ErrorCode::parse);

  const std::string page = "<html>" + nested("<div>", 50'000);
  CHECK(contains(hostile_message(page, "deep.html"), "more than 1000 elements"));
}

TEST_CASE("paths in archives stay in the archive") {
  using exchange::resolve_archive_path;

  CHECK(resolve_archive_path("OPS/book.opf", "text/a%20b.xhtml#part") == "OPS/text/a b.xhtml");
  CHECK(resolve_archive_path("OPS/book.opf", "../x.xhtml") == "x.xhtml");
  CHECK(resolve_archive_path("", "../../../../etc/passwd") == "etc/passwd");
  CHECK(resolve_archive_path("word/document.xml", "/word/styles.xml") == "word/styles.xml");

  const std::string traversal = zip_of({{"[Content_Types].xml", "wordprocessingml.document.main"},
                                        {"_rels/.rels", "<R><Relationship Type=\"x/officeDocument\" Target=\"../../etc/passwd\"/></R>"}});
  CHECK(contains(hostile_message(traversal, "a.docx"), "\"etc/passwd\" is missing in the archive"));
}

TEST_CASE("archives and files that are no documents say what they are") {
  CHECK(contains(hostile_message(zip_of({{"a.txt", "x"}}), "a.zip"), "no docx, odt or epub"));
  CHECK(contains(hostile_message(zip_of({{"[Content_Types].xml", "spreadsheetml.sheet.main"}}), "a.xlsx"), "a spreadsheet"));
  CHECK(contains(hostile_message(zip_of({{"[Content_Types].xml", "presentationml"}}), "a.pptx"), "a presentation"));
  CHECK(contains(hostile_message(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "a.ods"),
                 "not a text"));
  CHECK(contains(hostile_message("<?xml version=\"1.0\"?><tmx version=\"1.4\"/>", "a.tmx"), "import it into a memory"));
  CHECK(contains(hostile_message("<?xml version=\"1.0\"?><x/>", "a.xml"), "XML of a kind that is not known"));
  CHECK(contains(hostile_message("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 xls", "a.xls"), "old office document"));
  CHECK(contains(hostile_message("SQLite format 3", "a.egiz"), "a database"));
  CHECK(contains(hostile_message("", "a.txt"), "empty"));
  CHECK(contains(hostile_message(zip_of(docx_files("<w:p/>")), "a.docx"), "no text in it"));
}

}  // namespace egiz
