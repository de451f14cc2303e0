// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/egiz_documents.h"

#include <cstdio>
#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/handles.h"

namespace egiz::c {

const LoadedDocument& document_in(const egiz_document* document, const char* name) {
  require(document, name);
  return *document->loaded;
}

}  // namespace egiz::c

using namespace egiz::c;

namespace {

egiz_identification identification_out(const egiz::Identification& identification) {
  egiz_identification out = EGIZ_IDENTIFICATION_INIT;
  std::snprintf(out.language, sizeof out.language, "%s", identification.language.tag().c_str());
  out.confidence = identification.confidence;
  return out;
}

egiz::ParagraphMode paragraphs_in(egiz_paragraphs paragraphs) {
  switch (paragraphs) {
    case EGIZ_PARAGRAPHS_DETECT:
      return egiz::ParagraphMode::detect;
    case EGIZ_PARAGRAPHS_LINE:
      return egiz::ParagraphMode::line;
    case EGIZ_PARAGRAPHS_BLANK_LINE:
      return egiz::ParagraphMode::blank_line;
  }
  throw egiz::Error(egiz::ErrorCode::invalid_argument, "paragraphs is none of EGIZ_PARAGRAPHS_...");
}

egiz::LoadOptions load_options_in(const egiz_load_options* options) {
  const auto given = options_in(options, egiz_load_options EGIZ_LOAD_OPTIONS_INIT);
  egiz::LoadOptions load{
      .language = std::nullopt, .segmented = given.segmented != 0, .paragraphs = paragraphs_in(given.paragraphs)};
  if (given.language) load.language = egiz::Language(given.language);
  return load;
}

std::unique_ptr<egiz_document> make_document(egiz::LoadedDocument loaded) {
  return std::make_unique<egiz_document>(
      egiz_document{std::make_shared<const egiz::LoadedDocument>(std::move(loaded))});
}

}  // namespace

egiz_status egiz_identify_text(egiz_identification* out, const char* text, size_t size) {
  return call([&] { struct_out(out, identification_out(egiz::identify_text(text_in(text, size, "text"), "text"))); });
}

egiz_status egiz_identify_file(egiz_identification* out, const char* file) {
  return call([&] { struct_out(out, identification_out(egiz::identify_file(path_in(file, "file")))); });
}

egiz_status egiz_match_key(char** out, const char* text, size_t size, const char* language) {
  return call(
      [&] { string_out(out, egiz::match_key(text_in(text, size, "text"), language_in(language, "language"))); });
}

egiz_status egiz_document_load(egiz_document** out, const char* file, const egiz_load_options* options) {
  return create(out,
                [&] { return make_document(egiz::load_document(path_in(file, "file"), load_options_in(options))); });
}

egiz_status egiz_document_load_bytes(egiz_document** out, const char* bytes, size_t size, const char* name,
                                     const egiz_load_options* options) {
  return create(out, [&] {
    require(name, "name");
    if (size > 0) require(bytes, "bytes");
    const std::string_view given(bytes ? bytes : "", size == EGIZ_NUL_TERMINATED ? std::strlen(bytes) : size);
    return make_document(egiz::load_document(given, name, load_options_in(options)));
  });
}

void egiz_document_free(egiz_document* document) { delete document; }

egiz_view egiz_document_name(const egiz_document* document) {
  return document ? view(document->loaded->name) : egiz_view{};
}

egiz_view egiz_document_language(const egiz_document* document) {
  return document ? view(document->loaded->document.language().tag()) : egiz_view{};
}

egiz_view egiz_document_text(const egiz_document* document) {
  return document ? view(document->loaded->document.text()) : egiz_view{};
}

size_t egiz_document_segment_count(const egiz_document* document) {
  return document ? document->loaded->document.size() : 0;
}

egiz_status egiz_document_segment(egiz_segment* out, const egiz_document* document, size_t index) {
  return call([&] {
    require(document, "document");
    const egiz::Document& text = document->loaded->document;
    require_index(index, text.size());
    const egiz::Segment& segment = text.segments()[index];
    struct_out(out, egiz_segment{sizeof(egiz_segment), range(segment.range), segment.paragraph,
                                 view(text.segment_text(index))});
  });
}

size_t egiz_document_finding_count(const egiz_document* document) {
  return document ? document->loaded->findings.size() : 0;
}

egiz_status egiz_document_finding(egiz_finding* out, const egiz_document* document, size_t index) {
  return call([&] {
    require(document, "document");
    require_index(index, document->loaded->findings.size());
    struct_out(out, finding_out(document->loaded->findings[index]));
  });
}

egiz_status egiz_document_segment_json(char** out, const egiz_document* document, size_t index) {
  return call([&] {
    require(document, "document");
    require_index(index, document->loaded->document.size());
    string_out(out, egiz::segment_json(document->loaded->document, index));
  });
}
