// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>

#include "base/error.h"
#include "exchange/document/html.h"
#include "text/decode.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kDeclarationBytes = 2048;  // HTML says 1024; pages with long comments in front exist

bool starts_with_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// The word behind "charset=" or, in an XML declaration, "encoding=".
std::string_view value_behind(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + key.size());
  const std::size_t begin = text.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin);
  return text.substr(0, text.find_first_of(" \t\r\n\"';/>?"));
}

std::optional<Encoding> declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, kDeclarationBytes));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string_view label;
  const std::size_t meta = head.find("<meta");
  if (meta != std::string::npos) label = value_behind(std::string_view(head).substr(meta), "charset");
  if (label.empty() && head.starts_with("<?xml")) {
    label = value_behind(std::string_view(head).substr(0, head.find("?>")), "encoding");
  }
  if (label.empty() || label.starts_with("utf-16")) return std::nullopt;  // a page whose <meta> can be read is not UTF-16
  if (label == "iso-8859-1" || label == "latin1" || label == "us-ascii") label = "windows-1252";  // as browsers do
  try {
    return encoding_from_name(label);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// A page of UTF-8 with a few broken bytes; nullopt when they are many: then it is in another encoding.
std::optional<DecodedText> repair_utf8(std::string_view bytes) {
  constexpr std::size_t kHighBytesPerBroken = 20;
  const auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  DecodedText decoded;
  std::size_t broken = 0;
  while (const auto invalid = find_invalid_utf8(bytes)) {
    if (++broken * kHighBytesPerBroken > high) return std::nullopt;
    decoded.text.append(bytes.substr(0, *invalid)).append("\xEF\xBF\xBD");
    bytes.remove_prefix(*invalid + 1);
  }
  decoded.text += bytes;
  if (broken > 0) decoded.notes.push_back("bytes that are not UTF-8 replaced: " + std::to_string(broken));
  return decoded;
}

}  // namespace

DecodedText decode_html(std::string_view bytes, std::string_view name) {
  const auto declared = starts_with_mark(bytes) ? std::nullopt : declared_encoding(bytes);
  if (declared) {
    try {
      return decode(bytes, *declared);
    } catch (const Error&) {  // the page lies about itself, which is common: look at its bytes
    }
  }
  try {
    return decode(bytes);
  } catch (const Error& error) {
    const bool may_be_text = bytes.find('\0') == std::string_view::npos;
    if (auto repaired = may_be_text ? repair_utf8(bytes) : std::nullopt) return *std::move(repaired);
    throw Error(error.code(), std::string(name) + ": " + error.what());
  }
}

}  // namespace egiz::exchange
