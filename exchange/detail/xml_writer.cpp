// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xml_writer.h"

#include <libxml/xmlwriter.h>

#include <new>

#include "base/error.h"
#include "exchange/detail/xml_escape.h"

namespace egiz::exchange {

struct XmlWriter::State {
  std::ostream& out;
  xmlTextWriterPtr writer = nullptr;
  std::string buffer;

  explicit State(std::ostream& stream) : out(stream) {
    xmlOutputBufferPtr sink = xmlOutputBufferCreateIO(write, nullptr, &out, nullptr);
    if (sink == nullptr) throw std::bad_alloc();
    writer = xmlNewTextWriter(sink);
    if (writer != nullptr) return;
    xmlOutputBufferClose(sink);
    throw std::bad_alloc();
  }
  ~State() { xmlFreeTextWriter(writer); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // A stream that throws must not throw through libxml2.
  static int write(void* stream, const char* bytes, int size) try {
    auto& out = *static_cast<std::ostream*>(stream);
    out.write(bytes, size);
    return out ? size : -1;
  } catch (...) {
    return -1;
  }

  void check(int result) const {
    if (result < 0 || !out) throw Error(ErrorCode::io, "the output could not be written; is the disk full?");
  }
};

namespace {

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }
const xmlChar* xml(const std::string& text) { return xml(text.c_str()); }

}  // namespace

XmlWriter::XmlWriter(std::ostream& out) : state_(std::make_unique<State>(out)) {
  state_->check(xmlTextWriterWriteRaw(state_->writer, xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")));
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::document_type(const char* root, const char* system_id) {
  line();
  state_->check(xmlTextWriterWriteDTD(state_->writer, xml(root), nullptr, xml(system_id), nullptr));
}

void XmlWriter::start(const char* element) {
  state_->check(xmlTextWriterStartElement(state_->writer, xml(element)));
  ++depth_;
}

// Escaped by us: libxml2 would write letters beyond ASCII in attributes as numbers.
void XmlWriter::attribute(const char* name, const std::string& value) {
  state_->buffer.clear();
  append_escaped_attribute(state_->buffer, value);
  state_->check(xmlTextWriterStartAttribute(state_->writer, xml(name)));
  state_->check(xmlTextWriterWriteRaw(state_->writer, xml(state_->buffer)));
  state_->check(xmlTextWriterEndAttribute(state_->writer));
}

void XmlWriter::text(const std::string& text) {
  state_->buffer.clear();
  append_escaped_text(state_->buffer, text);
  raw(state_->buffer);
}

void XmlWriter::raw(const std::string& content) {
  state_->check(xmlTextWriterWriteRawLen(state_->writer, xml(content), static_cast<int>(content.size())));
}

void XmlWriter::end() {
  --depth_;
  state_->check(xmlTextWriterEndElement(state_->writer));
}

void XmlWriter::line() {
  state_->buffer.assign(1, '\n').append(2 * depth_, ' ');
  raw(state_->buffer);
}

void XmlWriter::end_line() {
  --depth_;
  line();
  ++depth_;
}

void XmlWriter::element(const char* element, const std::string& content) {
  line();
  start(element);
  text(content);
  end();
}

void XmlWriter::finish() {
  state_->check(xmlTextWriterEndDocument(state_->writer));
  state_->check(xmlTextWriterFlush(state_->writer));
  state_->out.flush();
  state_->check(0);
}

}  // namespace egiz::exchange
