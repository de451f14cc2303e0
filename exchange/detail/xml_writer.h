// SPDX-License-Identifier: Apache-2.0
#pragma once

// XML, out: libxml2's writer over a stream.

#include <cstddef>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace egiz::exchange {

// Writes one document in UTF-8.  Text and attribute values are escaped, and lose the characters that XML 1.0 forbids.
// Line ends and indents are written only where line() asks for them.  All throw Error{io} when out does not take it.
class XmlWriter {
 public:
  // Writes the XML declaration.  out must outlive the writer.
  explicit XmlWriter(std::ostream& out);
  ~XmlWriter();

  void document_type(const char* root, const char* system_id);
  void start(const char* element);
  void attribute(const char* name, const std::string& value);
  void text(const std::string& text);
  void raw(const std::string& xml);  // well-formed content
  void end();

  // A line end, then two spaces for each element that is open.
  void line();

  // The same for the end tag that follows: one element less deep.
  void end_line();

  // A line with <element>text</element> on it.
  void element(const char* element, const std::string& text);

  // Closes what is open and writes what is held back.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::size_t depth_ = 0;
};

}  // namespace egiz::exchange
