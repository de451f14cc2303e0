// SPDX-License-Identifier: Apache-2.0
// Web and mail addresses and file names, told by their shape and their ending.

#include <algorithm>
#include <array>
#include <string>

#include "text/detail/lexeme.h"

namespace egiz::detail {
namespace {

bool is_alnum(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// What an address may consist of, by RFC 3986 and, behind the host, in practice.
bool is_address_character(char c) {
  return is_alnum(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=%\\").find(c) != std::string_view::npos;
}

bool is_name_character(char c) { return is_alnum(c) || c == '-' || c == '_' || c == '.'; }

// Endings of hosts and of file names, sorted.
constexpr std::array kEndings = {
    std::string_view("az"),   std::string_view("biz"),  std::string_view("by"),  std::string_view("cn"),
    std::string_view("com"),  std::string_view("cpp"),  std::string_view("css"), std::string_view("csv"),
    std::string_view("de"),   std::string_view("dll"),  std::string_view("doc"), std::string_view("docx"),
    std::string_view("edu"),  std::string_view("eu"),   std::string_view("exe"), std::string_view("fr"),
    std::string_view("gif"),  std::string_view("gov"),  std::string_view("htm"), std::string_view("html"),
    std::string_view("info"), std::string_view("int"),  std::string_view("io"),  std::string_view("jpg"),
    std::string_view("js"),   std::string_view("json"), std::string_view("kg"),  std::string_view("kz"),
    std::string_view("mp3"),  std::string_view("net"),  std::string_view("odt"), std::string_view("org"),
    std::string_view("pdf"),  std::string_view("php"),  std::string_view("png"), std::string_view("pptx"),
    std::string_view("py"),   std::string_view("ru"),   std::string_view("sh"),  std::string_view("tmx"),
    std::string_view("tr"),   std::string_view("txt"),  std::string_view("ua"),  std::string_view("uk"),
    std::string_view("us"),   std::string_view("uz"),   std::string_view("xls"), std::string_view("xlsx"),
    std::string_view("xml"),  std::string_view("zip"),
};

bool has_known_ending(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  std::string ending(name.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return std::binary_search(kEndings.begin(), kEndings.end(), ending);
}

// Without the punctuation that ends a sentence or closes a bracket around the address.
std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const char last = text[end - 1];
    const bool closes = last == ')' && text.substr(begin, end - begin).find('(') == std::string_view::npos;
    if (!closes && std::string_view(".,;:!?'").find(last) == std::string_view::npos) break;
    --end;
  }
  return end;
}

constexpr std::size_t kLongestName = 255;      // bytes of a host or file name
constexpr std::size_t kLongestAddress = 4096;  // bytes

// The end of the characters from begin on that accepts() holds for, longest bytes away at most.
std::size_t run_end(std::string_view text, std::size_t begin, bool (*accepts)(char), std::size_t longest) {
  const std::string_view ahead = text.substr(begin, longest);
  return begin + static_cast<std::size_t>(std::find_if_not(ahead.begin(), ahead.end(), accepts) - ahead.begin());
}

bool is_web_address(std::string_view run) {
  return run.substr(0, 4) == "www." || run.substr(0, 7) == "http://" || run.substr(0, 8) == "https://" ||
         run.substr(0, 6) == "ftp://";
}

}  // namespace

std::size_t address_end(std::string_view text, std::size_t offset) {
  const std::size_t name_end = run_end(text, offset, is_name_character, kLongestName);
  const std::string_view name = text.substr(offset, name_end - offset);
  const std::string_view rest = text.substr(name_end);
  const bool may_be_address =
      name.find('.') != std::string_view::npos || rest.substr(0, 1) == "@" || rest.substr(0, 3) == "://";
  if (!may_be_address) return offset;
  if (is_web_address(text.substr(offset))) {
    return trimmed_end(text, offset, run_end(text, offset, is_address_character, kLongestAddress));
  }
  if (rest.size() > 1 && rest[0] == '@' && is_alnum(rest[1])) {
    const std::size_t end = trimmed_end(text, offset, run_end(text, name_end + 1, is_name_character, kLongestName));
    return text.substr(name_end, end - name_end).find('.') == std::string_view::npos ? offset : end;
  }
  std::size_t end = trimmed_end(text, offset, name_end);
  if (!has_known_ending(name.substr(0, end - offset))) return offset;
  if (end == name_end && rest.substr(0, 1) == "/") {
    end = trimmed_end(text, offset, run_end(text, name_end, is_address_character, kLongestAddress));
  }
  return end;
}

}  // namespace egiz::detail
