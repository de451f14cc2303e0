// SPDX-License-Identifier: Apache-2.0
#pragma once

// XML, out.

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace egiz::exchange {

// Writes one document in UTF-8.  Text and attribute values are escaped, and lose the characters that XML 1.0 forbids.
// Line ends and indents are written only where line() asks for them.  Element names must outlive their end().  All
// throw Error{io} when out does not take it.
class XmlWriter {
 public:
  // Writes the XML declaration.  out must outlive the writer.
  explicit XmlWriter(std::ostream& out);

  void document_type(std::string_view root, std::string_view system_id);
  void start(std::string_view element);
  void attribute(std::string_view name, std::string_view value);  // REQUIRES: right behind start() or an attribute
  void text(std::string_view text);
  void raw(std::string_view xml);  // well-formed content
  void end();

  // A line end, then two spaces for each element that is open.
  void line();

  // The same for the end tag that follows: one element less deep.
  void end_line();

  // An element on lines of its own: line() and start(); end_line() and end().
  void open(std::string_view element);
  void close();

  // A line with <element>text</element> on it.
  void element(std::string_view element, std::string_view text);

  // Closes what is open and writes what is held back.
  void finish();

 private:
  void close_tag();
  void line(std::size_t depth);
  void write_out();

  std::ostream& out_;
  std::string buffer_;
  std::vector<std::string_view> open_;
  bool is_in_tag_ = false;  // behind "<element", where attributes may follow
};

}  // namespace egiz::exchange
