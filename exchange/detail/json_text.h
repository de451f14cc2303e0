// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text as a JSON string.

#include <string>
#include <string_view>

namespace egiz::exchange {

// Appends text in quotes; only what JSON demands is escaped.
// REQUIRES: text is valid UTF-8
void append_json_string(std::string& out, std::string_view text);

}  // namespace egiz::exchange
