// SPDX-License-Identifier: Apache-2.0
#pragma once

// XML and HTML as a stream of elements and text.

#include <span>
#include <string>
#include <string_view>

#include "exchange/document_limits.h"

namespace egiz::exchange {

struct MarkupAttribute {
  std::string_view name;  // XML: the local name; HTML: as written, in lower case
  std::string_view value;
};

// An element as it starts.  Views live as long as the call.
struct MarkupElement {
  std::string_view name;       // XML: the local name; HTML: in lower case
  std::string_view namespace_; // XML: its URI; HTML: empty
  std::span<const MarkupAttribute> attributes;

  // The value of an attribute; empty when it is not there.
  std::string_view attribute(std::string_view attribute_name) const;
  bool has_attribute(std::string_view attribute_name) const;
};

// Takes what a parser finds.  May throw: parsing stops, and the exception reaches the caller of the parser.
class MarkupHandler {
 public:
  virtual ~MarkupHandler() = default;
  virtual void start(const MarkupElement& element) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  // a piece: one text may come in several
};

// Parses XML.  A document type declaration is refused, so no entity is defined and nothing is fetched.
// Throws Error{parse} with name:line:column.
void parse_xml(std::string_view bytes, std::string_view name, MarkupHandler& handler);

// The character that "&laquo;" or "&#171;" stands for; reference itself when that is none.
std::string html_character(std::string_view reference);

// Parses HTML as browsers do, roughly: nothing is an error.  Elements start and end in balance.
// Throws Error{unsupported} when more than limits.max_depth elements are open.
// REQUIRES: text is valid UTF-8
void parse_html(std::string_view text, std::string_view name, const DocumentLimits& limits, MarkupHandler& handler);

}  // namespace egiz::exchange
