// SPDX-License-Identifier: Apache-2.0
// Files that LibreOffice wrote (fixtures/document/make.py), against the text that they were made from.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
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

constexpr const char* kNames[] = {"contract", "instruction", "law", "list", "news", "speech", "story"};
constexpr const char* kLanguages[] = {"ru", "kk", "en"};

// "contract.ru" and the others, with the language.
template <typename Check>
void for_each_document(Check check) {
  for (const char* const text : kNames) {
    for (const char* const language : kLanguages) {
      const std::string name = std::string(text) + "." + language;
      INFO(name);
      check(name, language);
    }
  }
}

}  // namespace

TEST_CASE("a docx, odt or flat odt of LibreOffice is read with its structure") {
  for_each_document([](const std::string& name, const std::string& language) {
    const std::vector<Paragraph> expected = expected_paragraphs(name);
    for (const char* const format : {".docx", ".odt", ".fodt"}) {
      INFO(format);
      const DocumentText document = read_real(name + format);
      CHECK(document.paragraphs == expected);
      CHECK(document.language.value_or(Language()).primary() == language);
    }
  });
}

TEST_CASE("a page or a book of LibreOffice is read with its text") {
  for_each_document([](const std::string& name, const std::string&) {
    CHECK(texts_of(read_real(name + ".html")) == expected_texts(name));
    CHECK(texts_of(read_real(name + ".epub")) == expected_texts(name));
  });
}

namespace {

// Where a PDF loses a paragraph's whole (docs/formats.md): it goes on over a page behind a full stop, or stands in a
// narrow cell.
constexpr std::string_view kCutInPdf[] = {"news.ru", "speech.en", "story.ru"};

// Joins neighbours that are parts of one paragraph that is expected.
Strings rejoined(const Strings& found, const Strings& expected) {
  Strings out;
  for (const std::string& text : found) {
    const bool goes_on =
        !out.empty() && out.size() <= expected.size() && expected[out.size() - 1].starts_with(out.back() + " " + text);
    if (goes_on) {
      out.back() += " " + text;
    } else {
      out.push_back(text);
    }
  }
  return out;
}

// A PDF has no no-break spaces.
Strings with_plain_spaces(Strings texts) {
  for (std::string& text : texts) {
    for (std::size_t at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0", at)) {
      text.replace(at, 2, " ");
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("a PDF of LibreOffice is read with its paragraphs") {
  if (exchange::find_program("pdftotext").empty()) return;
  for_each_document([](const std::string& name, const std::string&) {
    const Strings expected = with_plain_spaces(expected_texts(name));
    const Strings found = with_plain_spaces(texts_of(read_real(name + ".pdf")));
    const bool is_cut = std::find(std::begin(kCutInPdf), std::end(kCutInPdf), name) != std::end(kCutInPdf);
    CHECK((is_cut ? rejoined(found, expected) : found) == expected);
  });
}

TEST_CASE("RTF and Word 97 documents are read through LibreOffice", "[slow]") {
  if (exchange::find_program("soffice").empty()) return;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kDocuments)) {
    const std::filesystem::path file = entry.path().filename();
    if (file.extension() != ".rtf" && file.extension() != ".doc") continue;
    INFO(file);
    CHECK(texts_of(read_real(file.string())) == expected_texts(file.stem().string()));
    ++count;
  }
  CHECK(count >= 9);
}

}  // namespace egiz
