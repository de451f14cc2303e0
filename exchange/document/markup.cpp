// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/markup.h"

#include <charconv>
#include <climits>
#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <vector>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "base/error.h"
#include "exchange/detail/limit_error.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

// libxml2 is C: an exception of the handler is kept until the parser has returned.
struct Run {
  MarkupHandler& handler;
  std::size_t max_depth;
  std::string name;
  xmlParserCtxt* parser = nullptr;
  std::size_t depth = 0;
  std::vector<MarkupAttribute> attributes;
  std::exception_ptr failure;

  template <typename Action>
  void guard(const Action& action) noexcept {
    if (failure) return;
    try {
      action();
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(parser);
    }
  }

  void open() {
    if (++depth > max_depth) {
      throw limit_error(name, "more than " + std::to_string(max_depth) + " elements are open at once", "depth");
    }
  }
};

Run& run_of(void* context) { return *static_cast<Run*>(context); }

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

void on_text(void* context, const xmlChar* text, int length) {
  Run& run = run_of(context);
  run.guard([&] { run.handler.text(view(text, text + length)); });
}

void on_xml_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar* uri, int, const xmlChar**,
                  int attribute_count, int, const xmlChar** attributes) {
  Run& run = run_of(context);
  run.guard([&] {
    run.open();
    run.attributes.clear();
    for (int i = 0; i < attribute_count; ++i) {  // local name, prefix, URI, begin and end of the value
      const xmlChar** const attribute = attributes + std::ptrdiff_t{5} * i;
      run.attributes.push_back({view(attribute[0]), view(attribute[3], attribute[4])});
    }
    run.handler.start({view(name), view(uri), run.attributes});
  });
}

void on_xml_end(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
  Run& run = run_of(context);
  run.guard([&] {
    --run.depth;
    run.handler.end(view(name));
  });
}

void on_document_type(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  Run& run = run_of(context);
  run.guard([&] {
    throw Error(ErrorCode::parse, run.name + ": a document type declaration, which this format does not have; refused");
  });
}

void on_html_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  Run& run = run_of(context);
  run.guard([&] {
    run.open();
    run.attributes.clear();
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      run.attributes.push_back({view(attributes[0]), view(attributes[1])});
    }
    run.handler.start({view(name), {}, run.attributes});
  });
}

void on_html_end(void* context, const xmlChar* name) { on_xml_end(context, name, nullptr, nullptr); }

// libxml2 tells errors of encodings, which have no parser to tell them, on standard error: not while this lives.
class SilentErrors {
 public:
  SilentErrors() : before_(xmlStructuredError), context_(xmlStructuredErrorContext) {
    xmlSetStructuredErrorFunc(nullptr, [](void*, xmlErrorPtr) {});
  }
  SilentErrors(const SilentErrors&) = delete;
  SilentErrors& operator=(const SilentErrors&) = delete;
  ~SilentErrors() { xmlSetStructuredErrorFunc(context_, before_); }

 private:
  xmlStructuredErrorFunc before_;
  void* context_;
};

struct ParserFree {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};
using Parser = std::unique_ptr<xmlParserCtxt, ParserFree>;

int size_of(std::string_view bytes, std::string_view name) {
  if (bytes.size() > INT_MAX) throw Error(ErrorCode::unsupported, std::string(name) + ": more than 2 GB of markup");
  return static_cast<int>(bytes.size());
}

// "<w:p> not closed": libxml2's words, without their line end.
std::string reason_of(const xmlError* error) {
  std::string reason = error == nullptr || error->message == nullptr ? "not well-formed" : error->message;
  while (!reason.empty() && reason.back() == '\n') reason.pop_back();
  if (reason.starts_with("Excessive depth")) return "more than 256 elements within each other, as no document has; refused";
  return reason;
}

}  // namespace

std::string_view MarkupElement::attribute(std::string_view attribute_name) const {
  for (const MarkupAttribute& attribute : attributes) {
    if (attribute.name == attribute_name) return attribute.value;
  }
  return {};
}

bool MarkupElement::has_attribute(std::string_view attribute_name) const {
  for (const MarkupAttribute& attribute : attributes) {
    if (attribute.name == attribute_name) return true;
  }
  return false;
}

void parse_xml(std::string_view bytes, std::string_view name, MarkupHandler& handler) {
  if (bytes.empty()) throw Error(ErrorCode::parse, std::string(name) + ": empty, where XML was expected");
  const SilentErrors silent;
  const Parser parser(xmlCreateMemoryParserCtxt(bytes.data(), size_of(bytes, name)));
  if (!parser) throw std::bad_alloc();
  Run run{.handler = handler, .max_depth = SIZE_MAX, .name = std::string(name), .parser = parser.get()};
  // NOENT is safe without a document type declaration, and makes "&amp;" in attributes one character.
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOENT);
  std::memset(parser->sax, 0, sizeof(xmlSAXHandler));
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = on_xml_start;
  parser->sax->endElementNs = on_xml_end;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->sax->internalSubset = on_document_type;
  parser->userData = &run;
  xmlParseDocument(parser.get());
  if (run.failure) std::rethrow_exception(run.failure);
  if (parser->wellFormed == 0) {
    const xmlError* const error = xmlCtxtGetLastError(parser.get());
    throw Error(ErrorCode::parse, run.name + ":" + std::to_string(error == nullptr ? 0 : error->line) + ":" +
                                      std::to_string(error == nullptr ? 0 : error->int2) + ": " + reason_of(error));
  }
}

std::string html_character(std::string_view reference) {
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return std::string(reference);
  std::string_view name = reference.substr(1, reference.size() - 2);
  std::uint32_t code = 0;
  if (name.front() == '#') {
    name.remove_prefix(1);
    const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (is_hexadecimal) name.remove_prefix(1);
    std::from_chars(name.data(), name.data() + name.size(), code, is_hexadecimal ? 16 : 10);
  } else if (const htmlEntityDesc* const entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()))) {
    code = entity->value;
  }
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return std::string(reference);
  std::string out;
  append_utf8(out, code);
  return out;
}

void parse_html(std::string_view text, std::string_view name, const DocumentLimits& limits, MarkupHandler& handler) {
  if (text.empty()) return;
  const SilentErrors silent;
  const Parser parser(htmlCreateMemoryParserCtxt(text.data(), size_of(text, name)));
  if (!parser) throw std::bad_alloc();
  Run run{.handler = handler, .max_depth = limits.max_depth, .name = std::string(name), .parser = parser.get()};
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC |
                                       HTML_PARSE_RECOVER);
  std::memset(parser->sax, 0, sizeof(xmlSAXHandler));
  parser->sax->startElement = on_html_start;
  parser->sax->endElement = on_html_end;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->userData = &run;
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (run.failure) std::rethrow_exception(run.failure);
}

}  // namespace egiz::exchange
