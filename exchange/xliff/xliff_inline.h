// SPDX-License-Identifier: Apache-2.0
#pragma once

// The content of a <source> or <target>: text, and inline elements as codes.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/detail/xml_parser.h"
#include "text/unit.h"

namespace egiz::exchange {

// Collects one text of XLIFF 1.2 or 2.x.  Where <mrk mtype="seg"> cuts it (1.2), there is a piece for each.
class XliffInline {
 public:
  struct Piece {
    std::string id;  // mid of the <mrk>; empty for a text that is not cut
    std::string text;
    std::vector<InlineCode> codes;
  };

  // native: the <originalData> of the unit (2.x), by id.
  void start(std::string_view element, const XmlAttributes& attributes,
             const std::map<std::string, std::string>& native);
  void end(std::string_view element);
  void text(std::string_view text);

  // Gives what was collected and begins anew.  Text outside of the marks of a text that is cut is left out.
  std::vector<Piece> finish();

 private:
  struct Open {
    std::string element;
    std::string id;                      // of its code
    std::optional<std::string> closing;  // what its closing code shows, when it makes one
    bool is_piece = false;
  };

  Piece& piece() { return is_in_piece_ ? pieces_.back() : whole_; }
  void add(InlineCode::Kind kind, std::string id, std::string original);
  void start_native(std::string_view element, const XmlAttributes& attributes);

  Piece whole_;
  std::vector<Piece> pieces_;
  bool is_in_piece_ = false;
  std::vector<Open> open_;
  std::size_t native_depth_ = 0;  // inside bpt, ept, ph, it of 1.2: their content is native code
};

}  // namespace egiz::exchange
