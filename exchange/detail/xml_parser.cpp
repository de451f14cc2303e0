// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xml_parser.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <exception>
#include <memory>

#include "base/error.h"

namespace egiz::exchange {
namespace {

constexpr std::string_view kCutShort = "the file ends in the middle; it was cut short, fetch it again";
constexpr std::size_t kFields = 5;  // of an attribute in libxml2's array

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

// libxml2's words as ours: no full stop, no line end, no capital.
std::string in_our_words(const char* message) {
  std::string text = message == nullptr ? "not well-formed" : message;
  while (!text.empty() && (text.back() == '\n' || text.back() == '.' || text.back() == ' ')) text.pop_back();
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace

// One run of the parser, for libxml2 to call back.  No exception crosses its frames.
struct XmlParserCallbacks {
  XmlParser& parser;
  XmlHandler& handler;
  xmlParserCtxtPtr context = nullptr;
  std::exception_ptr thrown;
  std::string error;  // the first one, with its place

  template <typename Call>
  void guard(Call call) {
    if (thrown || parser.is_stopped_) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      xmlStopParser(context);
    }
  }

  static XmlParserCallbacks& of(void* self) { return *static_cast<XmlParserCallbacks*>(self); }

  static void start(void* self, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count,
                    int, const xmlChar** attributes) {
    XmlParserCallbacks& run = of(self);
    run.guard([&] { run.handler.start(view(name), XmlAttributes(attributes, static_cast<std::size_t>(count))); });
  }

  static void end(void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
    XmlParserCallbacks& run = of(self);
    run.guard([&] { run.handler.end(view(name)); });
  }

  static void text(void* self, const xmlChar* text, int size) {
    XmlParserCallbacks& run = of(self);
    run.guard([&] { run.handler.text(view(text, text + size)); });
  }

  static void note_error(void* self, xmlErrorPtr error) {
    XmlParserCallbacks& run = of(self);
    if (error->level < XML_ERR_FATAL || !run.error.empty()) return;
    run.error = run.parser.input_.name() + ":" + std::to_string(error->line) + ":" + std::to_string(error->int2) +
                ": " +
                (run.is_at_end() ? std::string(kCutShort) : "not well-formed XML: " + in_our_words(error->message));
  }

  bool is_at_end() const {
    const xmlParserInputPtr input = context->input;
    return parser.input_.is_at_end() && input != nullptr && input->cur >= input->end;
  }

  static int read(void* self, char* out, int size) {
    XmlParserCallbacks& run = of(self);
    if (run.thrown || run.parser.is_stopped_) return 0;
    try {
      return static_cast<int>(run.parser.input_.read(out, static_cast<std::size_t>(size)));
    } catch (...) {
      run.thrown = std::current_exception();
      return -1;
    }
  }
};

std::string_view XmlAttributes::name(std::size_t i) const { return view(fields_[i * kFields]); }
std::string_view XmlAttributes::prefix(std::size_t i) const { return view(fields_[i * kFields + 1]); }
std::string_view XmlAttributes::value(std::size_t i) const {
  return view(fields_[i * kFields + 3], fields_[i * kFields + 4]);
}

std::optional<std::string_view> XmlAttributes::find(std::string_view wanted) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (name(i) == wanted) return value(i);
  }
  return std::nullopt;
}

std::optional<std::string_view> XmlAttributes::find(std::string_view wanted_prefix, std::string_view wanted) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (name(i) == wanted && prefix(i) == wanted_prefix) return value(i);
  }
  return std::nullopt;
}

void XmlParser::parse(XmlHandler& handler) {
  static const bool initialized = (xmlInitParser(), true);
  static_cast<void>(initialized);
  XmlParserCallbacks run{*this, handler, nullptr, nullptr, {}};
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = XmlParserCallbacks::start;
  sax.endElementNs = XmlParserCallbacks::end;
  sax.characters = XmlParserCallbacks::text;
  sax.ignorableWhitespace = XmlParserCallbacks::text;
  sax.cdataBlock = XmlParserCallbacks::text;
  sax.serror = XmlParserCallbacks::note_error;

  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(
      xmlCreateIOParserCtxt(&sax, &run, XmlParserCallbacks::read, nullptr, &run, XML_CHAR_ENCODING_UTF8),
      xmlFreeParserCtxt);
  if (!context) {
    if (run.thrown) std::rethrow_exception(run.thrown);
    throw std::bad_alloc();
  }
  // NOENT: without it &amp; in attributes would come as "&#38;".  XmlInput lets no other entity through.
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOENT);
  context_ = run.context = context.get();
  xmlParseDocument(context.get());
  context_ = nullptr;
  if (run.thrown) std::rethrow_exception(run.thrown);
  if (is_stopped_ || context->wellFormed != 0) return;
  if (context->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  throw Error(ErrorCode::parse, run.error.empty() ? input_.name() + ": not well-formed XML" : run.error);
}

std::string XmlParser::place() const {
  const auto* context = static_cast<const xmlParserCtxt*>(context_);
  if (context == nullptr || context->input == nullptr) return input_.name();
  return input_.name() + ":" + std::to_string(context->input->line) + ":" + std::to_string(context->input->col);
}

std::size_t XmlParser::line() const {
  const auto* context = static_cast<const xmlParserCtxt*>(context_);
  if (context == nullptr || context->input == nullptr) return 0;
  return static_cast<std::size_t>(context->input->line);
}

std::uint64_t XmlParser::offset() const {
  const auto* context = static_cast<const xmlParserCtxt*>(context_);
  if (context == nullptr || context->input == nullptr) return 0;
  return context->input->consumed + static_cast<std::uint64_t>(context->input->cur - context->input->base);
}

void XmlParser::stop() {
  is_stopped_ = true;
  xmlStopParser(static_cast<xmlParserCtxtPtr>(context_));
}

}  // namespace egiz::exchange
