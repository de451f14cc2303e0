// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inline codes on their way to XLIFF.

#include <map>
#include <string>
#include <string_view>

#include "exchange/xliff_writer.h"
#include "text/unit.h"

namespace egiz::exchange {

// Writes the texts of one <trans-unit> or <unit>.  A code keeps its id unless another has it, or XML would not; the same
// codes in source and target get the same ids.  Whatever the codes hold, the result is well-formed.
class XliffCodes {
 public:
  explicit XliffCodes(XliffVersion version) : version_(version) {}

  // The content of a <source> or <target>.
  std::string content(const Variant& variant);

  // What <originalData> must hold for all that content() gave: native codes and their ids.  Empty for 1.2.
  const std::map<std::string, std::string>& native() const { return native_; }

 private:
  void append_1_2(std::string& xml, const InlineCode& code, const std::string& id, bool has_partner) const;
  void append_2_1(std::string& xml, const InlineCode& code, const std::string& id, const std::string& end,
                  bool has_partner, bool is_nested);
  std::string data_id(const std::string& native);

  XliffVersion version_;
  std::map<std::string, std::string> native_;
};

// The id of a <segment>, which no code may have.
inline constexpr std::string_view kSegmentId = "s1";

}  // namespace egiz::exchange
