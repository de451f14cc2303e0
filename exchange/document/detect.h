// SPDX-License-Identifier: Apache-2.0
#pragma once

// What format a document is in.

#include <string_view>

namespace egiz::exchange {

enum class DocumentFormat {
  text,
  html,
  markdown,
  subtitles,  // srt, vtt
  pdf,
  rtf,
  word_97,         // doc
  zip,             // docx, odt, epub: the archive says which
  flat_odt,        // one XML file
  encrypted_word,  // an Office document with a password
  other_office_97, // xls, ppt
  bilingual,       // TMX, XLIFF, PO, JSONL: units, not a document
  other_xml,
  database,
  gzip,
};

// By the content; the extension of name decides only between kinds of text: "a.docx" that is a PDF is a PDF.
DocumentFormat detect_format(std::string_view bytes, std::string_view name);

}  // namespace egiz::exchange
