// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text as XML.

#include <string>
#include <string_view>

namespace egiz::exchange {

// Appends text with & < > and CR escaped, and without the characters that XML 1.0 forbids.
// REQUIRES: text is valid UTF-8
void append_escaped_text(std::string& out, std::string_view text);

// The same for the value of an attribute in double quotes: quotes, tab and line ends are escaped too.
void append_escaped_attribute(std::string& out, std::string_view text);

}  // namespace egiz::exchange
