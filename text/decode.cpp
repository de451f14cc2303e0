// SPDX-License-Identifier: Apache-2.0
#include "text/decode.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "text/detail/code_pages.h"
#include "text/detail/detect_code_page.h"
#include "text/repair.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

struct Name {
  Encoding encoding;
  std::string_view name;
  std::string_view aliases;  // in small letters and digits only, blank-separated
};

constexpr std::array kNames = {
    Name{Encoding::utf_8, "UTF-8", "utf8"},
    Name{Encoding::utf_16le, "UTF-16LE", "utf16le"},
    Name{Encoding::utf_16be, "UTF-16BE", "utf16be"},
    Name{Encoding::windows_1251, "windows-1251", "windows1251 cp1251 win1251 1251"},
    Name{Encoding::koi8_r, "KOI8-R", "koi8r cskoi8r koi8"},
    Name{Encoding::ibm866, "IBM866", "ibm866 cp866 dos866 866"},
    Name{Encoding::mac_cyrillic, "x-mac-cyrillic", "xmaccyrillic maccyrillic macintoshcyrillic"},
    Name{Encoding::windows_1252, "windows-1252", "windows1252 cp1252 win1252 1252 iso88591 latin1"},
    Name{Encoding::kz_1048, "KZ-1048", "kz1048 rk1048 strk1048 strk10482002 cskz1048"},
    Name{Encoding::pt154, "PT154", "pt154 ptcp154 cp154 cyrillicasian csptcp154"},
};

std::string levelled(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out.push_back(static_cast<char>(c | 0x20));
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(c);
  }
  return out;
}

bool starts_with(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

bool is_utf16(Encoding encoding) { return encoding == Encoding::utf_16le || encoding == Encoding::utf_16be; }

std::string_view byte_order_mark(Encoding encoding) {
  if (encoding == Encoding::utf_8) return kUtf8Mark;
  if (encoding == Encoding::utf_16le) return kUtf16LittleMark;
  return encoding == Encoding::utf_16be ? kUtf16BigMark : std::string_view();
}

[[noreturn]] void refuse(Encoding encoding, std::size_t offset, const char* what) {
  throw Error(ErrorCode::parse, "byte " + std::to_string(offset) + ": " + what + " in " +
                                    std::string(encoding_name(encoding)) + "; name the right encoding");
}

std::string decode_utf16(std::string_view bytes, Encoding encoding, std::size_t skipped) {
  std::string text;
  text.reserve(bytes.size());
  const std::size_t high = encoding == Encoding::utf_16le ? 1 : 0;
  const auto unit_at = [&](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + high])) << 8 |
           static_cast<unsigned char>(bytes[at + 1 - high]);
  };
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    if (at + 1 == bytes.size()) refuse(encoding, skipped + at, "half a character at the end");
    const char32_t unit = unit_at(at);
    if (unit < 0xD800 || unit > 0xDFFF) {
      append_utf8(text, unit);
      continue;
    }
    const char32_t next = unit < 0xDC00 && at + 3 < bytes.size() ? unit_at(at + 2) : 0;
    if (next < 0xDC00 || next > 0xDFFF) refuse(encoding, skipped + at, "half a surrogate pair");
    append_utf8(text, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
    at += 2;
  }
  return text;
}

std::string decode_code_page(std::string_view bytes, Encoding encoding) {
  const detail::CodePage& page = detail::code_page(encoding);
  std::string text;
  text.reserve(2 * bytes.size());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const char32_t c = byte < 0x80 ? byte : page[byte - 0x80U];
    if (c == 0 && byte != 0) refuse(encoding, at, "a byte that stands for nothing");
    append_utf8(text, c);
  }
  return text;
}

// Without a mark UTF-16 shows in the high bytes: of Latin, Cyrillic and Arabic letters they are 00, 04 and 06,
// which is hardly ever a low byte, and never a byte of other text.
bool looks_like_utf16(std::string_view bytes, Encoding encoding) {
  if (bytes.size() < 2) return false;
  const std::size_t high = encoding == Encoding::utf_16le ? 1 : 0;
  std::size_t as_high = 0;
  std::size_t as_low = 0;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto is_block = [](char c) { return c == 0 || c == 4 || c == 6; };
    as_high += is_block(bytes[at + high]) ? 1U : 0U;
    as_low += is_block(bytes[at + 1 - high]) ? 1U : 0U;
  }
  const std::size_t units = bytes.size() / 2;
  return 10 * as_high >= 8 * units && 10 * as_low <= 2 * units;
}

// NUL, or control characters other than white space, escape and the DOS end of file in more than one byte of a hundred.
bool is_binary(std::string_view bytes) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1A && byte != 0x1B) || byte == 0x7F;
  };
  if (bytes.find('\0') != std::string_view::npos) return true;
  return 100 * static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control)) > bytes.size();
}

// True for UTF-8 that is damaged here and there, or cut inside a character at the end: a code page hardly ever
// makes many well-formed sequences.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t sequences = 0;
  std::size_t faults = 0;
  while (!bytes.empty()) {
    const auto invalid = find_invalid_utf8(bytes);
    const std::string_view valid = bytes.substr(0, invalid.value_or(bytes.size()));
    sequences += static_cast<std::size_t>(
        std::count_if(valid.begin(), valid.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    if (!invalid) break;
    ++faults;
    bytes.remove_prefix(*invalid + 1);
  }
  return sequences > 10 * faults;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  for (const Name& name : kNames) {
    if (name.encoding == encoding) return name.name;
  }
  return {};
}

Encoding encoding_from_name(std::string_view name) {
  const std::string wanted = levelled(name);
  for (const Name& known : kNames) {
    std::string_view aliases = known.aliases;
    while (!aliases.empty()) {
      const auto end = std::min(aliases.find(' '), aliases.size());
      if (aliases.substr(0, end) == wanted) return known.encoding;
      aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
  }
  std::string names;
  for (const Name& known : kNames) {
    if (!names.empty()) names += ", ";
    names += known.name;
  }
  throw Error(ErrorCode::invalid_argument, "\"" + std::string(name) + "\" is no known encoding; write one of " + names);
}

Encoding detect_encoding(std::string_view bytes) {
  for (const Encoding encoding : {Encoding::utf_8, Encoding::utf_16le, Encoding::utf_16be}) {
    if (starts_with(bytes, byte_order_mark(encoding))) return encoding;
  }
  for (const Encoding encoding : {Encoding::utf_16le, Encoding::utf_16be}) {
    if (looks_like_utf16(bytes, encoding)) return encoding;
  }
  if (is_binary(bytes)) {
    throw Error(ErrorCode::parse,
                "not a text: it has binary data; name a text file, or the format if it is a document");
  }
  if (is_valid_utf8(bytes) || is_mostly_utf8(bytes)) return Encoding::utf_8;
  return detail::detect_code_page(bytes);
}

DecodedText decode(std::string_view bytes) {
  DecodedText result = decode(bytes, detect_encoding(bytes));
  Repair repaired = repair(result.text);
  if (!repaired.is_certain) return result;
  result.text = std::move(repaired.text);
  result.notes.push_back("line " + std::to_string(repaired.lines.front().line) + ": " + repaired.summary() +
                         "; repaired");
  return result;
}

DecodedText decode(std::string_view bytes, Encoding encoding) {
  DecodedText result;
  result.encoding = encoding;
  const std::string_view mark = byte_order_mark(encoding);
  result.had_byte_order_mark = !mark.empty() && starts_with(bytes, mark);
  const std::size_t skipped = result.had_byte_order_mark ? mark.size() : 0;
  bytes.remove_prefix(skipped);
  if (is_utf16(encoding)) {
    result.text = decode_utf16(bytes, encoding, skipped);
  } else if (encoding == Encoding::utf_8) {
    if (const auto invalid = find_invalid_utf8(bytes)) refuse(encoding, skipped + *invalid, "a byte that does not fit");
    result.text = bytes;
  } else {
    result.text = decode_code_page(bytes, encoding);
  }
  return result;
}

}  // namespace egiz
