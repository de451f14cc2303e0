// SPDX-License-Identifier: Apache-2.0
#pragma once

// A streaming XML parser: elements and text as they come.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/detail/xml_input.h"

namespace egiz::exchange {

// The attributes of a start tag.  Valid during the call.
class XmlAttributes {
 public:
  XmlAttributes(const unsigned char** fields, std::size_t count) : fields_(fields), count_(count) {}

  std::size_t size() const { return count_; }
  std::string_view name(std::size_t i) const;    // local, without prefix
  std::string_view prefix(std::size_t i) const;  // "xml" of xml:lang; empty without
  std::string_view value(std::size_t i) const;

  // The value of the first attribute of that local name, whatever its prefix; nullopt when there is none.
  std::optional<std::string_view> find(std::string_view name) const;

  // The value of the attribute of that prefix and name.
  std::optional<std::string_view> find(std::string_view prefix, std::string_view name) const;

 private:
  const unsigned char** fields_;  // libxml2's: local name, prefix, URI, value, end of value
  std::size_t count_;
};

// Takes what the parser meets.  Element names are local, without prefix.  Views are valid during the call.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;
  virtual void text(std::string_view text) = 0;
};

// Parses one input.  Nothing is fetched and no DTD is read (see XmlInput); elements nest at most 256 deep.
class XmlParser {
 public:
  explicit XmlParser(XmlInput& input) : input_(input) {}

  // Throws Error{parse} with name:line:column when the input is not well-formed, and whatever handler throws.
  void parse(XmlHandler& handler);

  // For the handler during a call: where the parser stands, "name:line:column".
  std::string place() const;

  // The same as a number, from 1; 0 outside parse().
  std::size_t line() const;

  // The bytes of the input that are behind the parser, for XmlInput::take_repair.
  std::uint64_t offset() const;

  // Ends parse() after this call, as if the input ended well here.
  void stop();

 private:
  friend struct XmlParserCallbacks;

  XmlInput& input_;
  void* context_ = nullptr;  // xmlParserCtxt
  bool is_stopped_ = false;
};

}  // namespace egiz::exchange
