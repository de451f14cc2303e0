// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of document readers share.

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zip.h>

#include "base/error.h"
#include "exchange/document_reader.h"
#include "tests/exchange/support.h"

namespace egiz::document_test {

using exchange_test::message_of;
using exchange_test::read_file;

using Strings = std::vector<std::string>;

inline Strings texts_of(const DocumentText& document) {
  Strings out;
  for (const Paragraph& paragraph : document.paragraphs) out.push_back(paragraph.text);
  return out;
}

inline Strings reasons_of(const DocumentText& document) {
  Strings out;
  for (const Finding& finding : document.findings) out.push_back(finding.reason);
  return out;
}

// The code of the Error that call throws; invalid_argument never stands for "none": then it throws.
template <typename Call>
ErrorCode code_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  throw std::runtime_error("no Error was thrown");
}

using Files = std::vector<std::pair<std::string, std::string>>;

// A zip archive of files, with a password when one is given.
inline std::string zip_of(const Files& files, const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive");
  for (const auto& [name, content] : files) {
    zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (password != nullptr) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_TRAD_PKWARE, password);
    }
  }
  if (zip_close(archive) != 0) throw std::runtime_error("the archive cannot be written");
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

// A docx with this content in w:body, and more files.
inline Files docx_files(const std::string& body, Files more = {}) {
  Files files = {
      {"[Content_Types].xml",
       "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
       "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
      {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" "
                      "Target=\"word/document.xml\"/></Relationships>"},
      {"word/document.xml", "<w:document xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\" xmlns:m=\"urn:m\"><w:body>" + body +
                                "</w:body></w:document>"}};
  files.insert(files.end(), more.begin(), more.end());
  return files;
}

inline DocumentText read_docx_body(const std::string& body, Files more = {}) {
  return read_document(zip_of(docx_files(body, std::move(more))), "test.docx");
}

}  // namespace egiz::document_test
