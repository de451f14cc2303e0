// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xml_writer.h"

#include "exchange/detail/written.h"
#include "exchange/detail/xml_escape.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kBuffer = 8 * 1024;  // bytes; small, so that the size of a file is known well enough to split it

}  // namespace

XmlWriter::XmlWriter(std::ostream& out) : out_(out), buffer_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlWriter::document_type(std::string_view root, std::string_view system_id) {
  line();
  buffer_.append("<!DOCTYPE ").append(root).append(" SYSTEM \"").append(system_id).append("\">");
}

void XmlWriter::close_tag() {
  if (is_in_tag_) buffer_ += '>';
  is_in_tag_ = false;
}

void XmlWriter::start(std::string_view element) {
  close_tag();
  if (buffer_.size() >= kBuffer) write_out();
  buffer_.append("<").append(element);
  open_.push_back(element);
  is_in_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  buffer_.append(" ").append(name).append("=\"");
  append_escaped_attribute(buffer_, value);
  buffer_ += '"';
}

void XmlWriter::text(std::string_view text) {
  close_tag();
  append_escaped_text(buffer_, text);
}

void XmlWriter::raw(std::string_view xml) {
  close_tag();
  buffer_ += xml;
}

void XmlWriter::end() {
  if (is_in_tag_) {
    buffer_ += "/>";
    is_in_tag_ = false;
  } else {
    buffer_.append("</").append(open_.back()).append(">");
  }
  open_.pop_back();
}

void XmlWriter::line(std::size_t depth) {
  close_tag();
  buffer_.append(1, '\n').append(2 * depth, ' ');
}

void XmlWriter::line() { line(open_.size()); }
void XmlWriter::end_line() { line(open_.size() - 1); }

void XmlWriter::open(std::string_view element) {
  line();
  start(element);
}

void XmlWriter::close() {
  end_line();
  end();
}

void XmlWriter::element(std::string_view element, std::string_view content) {
  open(element);
  text(content);
  end();
}

void XmlWriter::write_out() {
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  check_written(out_);
  buffer_.clear();
}

void XmlWriter::finish() {
  while (!open_.empty()) end();
  buffer_ += '\n';
  write_out();
  out_.flush();
  check_written(out_);
}

}  // namespace egiz::exchange
