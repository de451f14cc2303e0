// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/json_text.h"

namespace egiz::exchange {
namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\t': out += "\\t"; return;
    case '\r': out += "\\r"; return;
    default: break;
  }
  constexpr char kDigits[] = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kDigits[code >> 4];
  out += kDigits[code & 15];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t kept = 0;  // what stands before it is in out
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out.append(text, kept, i - kept);
    append_escape(out, text[i]);
    kept = i + 1;
  }
  out.append(text, kept, text.size() - kept);
  out += '"';
}

}  // namespace egiz::exchange
