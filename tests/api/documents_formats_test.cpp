// SPDX-License-Identifier: Apache-2.0
// A pair of documents is aligned the same whatever formats it comes in (fixtures/document, written by LibreOffice).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "api/alignment.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

const std::filesystem::path kFormatFixtures = std::filesystem::path(EGIZ_FIXTURES) / "document";

// NAME.expected has kind<TAB>text: here as a plain text, a paragraph a line.
LoadedDocument load_plain(const std::string& name, const char* language) {
  std::ifstream file(kFormatFixtures / (name + ".expected"), std::ios::binary);
  std::string text;
  for (std::string line; std::getline(file, line);) text += line.substr(line.find('\t') + 1) + "\n";
  return load_document(text, name + ".txt", {.language = Language(language), .paragraphs = ParagraphMode::line});
}

LoadedDocument load_format(const std::string& file, const char* language) {
  return load_document(kFormatFixtures / file, {.language = Language(language)});
}

std::vector<std::string> segments_of(const LoadedDocument& loaded) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < loaded.document.size(); ++i) out.emplace_back(loaded.document.segment_text(i));
  return out;
}

// A PDF has no no-break spaces.
std::vector<std::string> with_plain_spaces(std::vector<std::string> texts) {
  for (std::string& text : texts) {
    for (std::size_t at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0", at)) {
      text.replace(at, 2, " ");
    }
  }
  return texts;
}

std::vector<std::vector<SegmentRange>> beads_of(LoadedDocument a, LoadedDocument b) {
  std::vector<LoadedDocument> documents;
  documents.push_back(std::move(a));
  documents.push_back(std::move(b));
  std::vector<std::vector<SegmentRange>> out;
  for (const AlignedBead& bead : align_documents(std::move(documents)).beads) out.push_back(bead.sides);
  return out;
}

constexpr const char* kTexts[] = {"contract", "instruction", "law", "list", "news", "speech", "story"};

}  // namespace

TEST_CASE("a document has the same segments in every format") {
  for (const char* const text : kTexts) {
    for (const char* const language : {"ru", "kk", "en"}) {
      const std::string name = std::string(text) + "." + language;
      const std::vector<std::string> wanted = segments_of(load_plain(name, language));
      for (const char* const format : {".fodt", ".docx", ".odt", ".html", ".epub"}) {
        INFO(name << format);
        CHECK(segments_of(load_format(name + format, language)) == wanted);
      }
      if (name == "news.ru") continue;  // a cell that is broken behind a semicolon
      INFO(name << ".pdf");
      CHECK(with_plain_spaces(segments_of(load_format(name + ".pdf", language))) == with_plain_spaces(wanted));
    }
  }
}

// A footnote of one of these stands before a heading and that of the other behind it: what they are tells them apart, and
// plain text does not know it.
TEST_CASE("a footnote is aligned with a footnote across a heading") {
  const auto beads = beads_of(load_format("instruction.kk.docx", "kk"), load_format("instruction.en.pdf", "en"));
  CHECK(std::ranges::find(beads, std::vector<SegmentRange>{{8, 9}, {9, 10}}) != beads.end());
}

TEST_CASE("two formats of a pair are aligned as its plain texts are") {
  struct Pair {
    const char* source;
    const char* target;
  };
  for (const char* const text : kTexts) {
    for (const Pair& pair : {Pair{"ru", "kk"}, Pair{"ru", "en"}, Pair{"kk", "en"}}) {
      const std::string source = std::string(text) + "." + pair.source;
      const std::string target = std::string(text) + "." + pair.target;
      if (source == "instruction.kk" && target == "instruction.en") continue;  // see the footnote above
      const auto wanted = beads_of(load_plain(source, pair.source), load_plain(target, pair.target));
      INFO(source << " " << target);
      CHECK(beads_of(load_format(source + ".docx", pair.source), load_format(target + ".pdf", pair.target)) == wanted);
      CHECK(beads_of(load_format(source + ".html", pair.source), load_format(target + ".odt", pair.target)) == wanted);
    }
  }
}

}  // namespace egiz
