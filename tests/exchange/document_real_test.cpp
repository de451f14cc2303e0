// SPDX-License-Identifier: Apache-2.0
// Files that LibreOffice wrote (fixtures/document/make.py), against the text that they were made from.
#include <filesystem>
#include <string>
#include <vector>

#include "exchange/document/child_process.h"
#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using document_test::Strings;
using document_test::texts_of;

const std::filesystem::path kDocuments = std::filesystem::path(EGIZ_FIXTURES) / "document";

ParagraphKind kind_named(const std::string& name) {
  if (name == "heading") return ParagraphKind::heading;
  if (name == "list_item") return ParagraphKind::list_item;
  if (name == "table_cell") return ParagraphKind::table_cell;
  if (name == "footnote") return ParagraphKind::footnote;
  return ParagraphKind::text;
}

std::vector<Paragraph> expected_paragraphs(const std::string& name) {
  std::vector<Paragraph> out;
  const std::string text = document_test::read_file(kDocuments / (name + ".expected"));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::size_t tab = text.find('\t', at);
    out.push_back({text.substr(tab + 1, end - tab - 1), kind_named(text.substr(at, tab - at))});
    at = end + 1;
  }
  return out;
}

Strings expected_texts(const std::string& name) { return texts_of({.paragraphs = expected_paragraphs(name)}); }

DocumentText read_real(const std::string& file) { return read_document(kDocuments / file); }

}  // namespace

TEST_CASE("a docx, odt or flat odt of LibreOffice is read with its structure") {
  for (const char* const file : {"contract.ru.docx", "contract.kk.docx", "contract.en.docx", "contract.ru.odt", "contract.kk.odt",
                                 "contract.en.odt", "contract.ru.fodt", "speech.ru.docx", "speech.kk.odt"}) {
    INFO(file);
    const DocumentText document = read_real(file);
    CHECK(document.paragraphs == expected_paragraphs(std::filesystem::path(file).stem().string()));
    CHECK(document.language.value_or(Language()).primary() == std::string(file).substr(std::string(file).find('.') + 1, 2));
  }
}

TEST_CASE("a page or a book of LibreOffice is read with its text") {
  for (const char* const file :
       {"contract.ru.html", "contract.kk.html", "contract.en.html", "contract.ru.epub", "contract.en.epub"}) {
    INFO(file);
    CHECK(texts_of(read_real(file)) == expected_texts(std::filesystem::path(file).stem().string()));
  }
}

TEST_CASE("a PDF of LibreOffice is read with its paragraphs") {
  if (exchange::find_program("pdftotext").empty()) return;
  for (const char* const file :
       {"contract.ru.pdf", "contract.kk.pdf", "contract.en.pdf", "speech.ru.pdf", "speech.kk.pdf"}) {
    INFO(file);
    CHECK(texts_of(read_real(file)) == expected_texts(std::filesystem::path(file).stem().string()));
  }
}

TEST_CASE("RTF and Word 97 documents are read through LibreOffice", "[slow]") {
  if (exchange::find_program("soffice").empty()) return;
  for (const char* const file : {"contract.ru.rtf", "contract.kk.rtf", "contract.ru.doc"}) {
    INFO(file);
    CHECK(texts_of(read_real(file)) == expected_texts(std::filesystem::path(file).stem().string()));
  }
}

}  // namespace egiz
