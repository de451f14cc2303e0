// SPDX-License-Identifier: Apache-2.0
#pragma once

// The content of a <seg>: text, and inline elements as codes.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/detail/xml_parser.h"
#include "text/unit.h"

namespace egiz::exchange {

// Collects one <seg>.  bpt, ept, it, ph and ut become a code each, their content (the native code) leaves the text; hi
// and elements that TMX does not know become a pair of codes around their text.  InlineCode::original is the native
// code; where that would lose something (other attributes than the number, a <sub> inside) it is the TMX element itself.
class InlineReader {
 public:
  void start(std::string_view element, const XmlAttributes& attributes);
  void end(std::string_view element);
  void text(std::string_view text);

  // Moves what was collected into variant and begins anew.
  void finish(Variant& variant);

 private:
  // One of bpt ept it ph ut, while it is open.
  struct Code {
    InlineCode::Kind kind = InlineCode::Kind::standalone;
    std::string element;
    std::string id;
    std::string attributes;   // as they are written in the element
    std::string native;       // its text, plain
    std::string content;      // its text and elements, as XML
    bool is_plain = true;     // native and id say it all
    std::size_t depth = 0;    // of elements open inside
  };

  // hi or an unknown element, while it is open.
  struct Wrapper {
    std::string element;
    std::string id;
    std::size_t code = 0;  // index of its opening code
  };

  void start_code(std::string_view element, const XmlAttributes& attributes);
  void finish_code();
  void start_wrapper(std::string_view element, const XmlAttributes& attributes);
  void finish_wrapper();
  void add(InlineCode::Kind kind, std::string id, std::string original);

  std::string text_;
  std::vector<InlineCode> codes_;
  std::optional<Code> open_;
  std::vector<Wrapper> wrappers_;
  std::size_t wrapper_count_ = 0;
};

// Whether text begins as an inline element of TMX does: "<ph ", "<bpt>", "</hi>".
bool looks_like_tmx_code(std::string_view text);

}  // namespace egiz::exchange
