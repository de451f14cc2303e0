// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands before the root element of an XML file: its declaration, its DOCTYPE, its entities.

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace egiz::exchange {

struct XmlProlog {
  std::size_t end = 0;   // where the root element begins
  std::string encoding;  // as declared; empty when nothing is
  // Internal entities and their text with every reference in it replaced.  An external entity is here with no text:
  // nothing is ever fetched.
  std::map<std::string, std::string, std::less<>> entities;
};

// Reads the prolog at the start of text.  nullopt when text ends before the root element.  Throws Error{parse} when
// what stands there is not XML, or when an entity grows beyond 64 KB ("billion laughs"); name is for messages.
std::optional<XmlProlog> read_xml_prolog(std::string_view text, std::string_view name);

// The character of "#233" or "#xE9".  nullopt when reference is no number, 0x110000 when the number is beyond Unicode.
std::optional<char32_t> character_reference(std::string_view reference);

// Whether XML 1.0 allows the character (production 2).
constexpr bool is_xml_character(char32_t code) {
  return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
         (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

}  // namespace egiz::exchange
