// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xml_escape.h"

#include <array>

namespace egiz::exchange {
namespace {

enum class Class : unsigned char { plain, escaped, in_attribute, forbidden, maybe_noncharacter };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes{};
  for (std::size_t c = 0; c < 0x20; ++c) classes[c] = Class::forbidden;
  classes['&'] = classes['<'] = classes['>'] = classes['\r'] = Class::escaped;
  classes['\t'] = classes['\n'] = classes['"'] = Class::in_attribute;
  classes[0xEF] = Class::maybe_noncharacter;
  return classes;
}();

std::string_view escape_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    default: return "&#13;";
  }
}

// U+FFFE and U+FFFF, the only characters above U+001F that are forbidden.
bool is_noncharacter(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

void append_escaped(std::string& out, std::string_view text, bool is_attribute) {
  std::size_t kept = 0;  // what stands before it is in out
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Class kind = kClasses[static_cast<unsigned char>(text[i])];
    if (kind == Class::plain || (kind == Class::in_attribute && !is_attribute)) continue;
    if (kind == Class::maybe_noncharacter && !is_noncharacter(text.substr(i))) continue;
    out.append(text, kept, i - kept);
    if (kind == Class::maybe_noncharacter) {
      i += 2;
    } else if (kind != Class::forbidden) {
      out += escape_of(text[i]);
    }
    kept = i + 1;
  }
  out.append(text, kept, text.size() - kept);
}

}  // namespace

void append_escaped_text(std::string& out, std::string_view text) { append_escaped(out, text, false); }

void append_escaped_attribute(std::string& out, std::string_view text) { append_escaped(out, text, true); }

}  // namespace egiz::exchange
