// SPDX-License-Identifier: Apache-2.0

// Checks "codes", "xmltags", "printf" and "pythonbraceformat": what is for machines stays as it is.

#include <algorithm>
#include <cctype>
#include <functional>

#include "tm/detail/check.h"

namespace egiz::detail {
namespace {

// Something that must be in both texts, and where it is.
struct Mark {
  std::string value;
  ByteRange range;
};

bool is_alpha(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// <b>, </b>, <br/>: the name and which end; attributes may be translated.
std::vector<Mark> tags_of(std::string_view text) {
  std::vector<Mark> tags;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '/') ++end;
    if (end == text.size() || !is_alpha(text[end])) continue;
    while (end < text.size() && (is_alpha(text[end]) || is_digit(text[end]) || text[end] == '-' || text[end] == ':'))
      ++end;
    const std::size_t close = text.find_first_of("<>", end);
    if (close == text.npos || text[close] != '>') continue;
    const bool has_attributes = text[end] == ' ' || text[end] == '/' || text[end] == '>';
    if (has_attributes) tags.push_back({std::string(text.substr(at, end - at)) + ">", {at, close + 1}});
  }
  return tags;
}

// %s, %1$d, %.2f, %1: not behind a number, where it says per cent.
std::vector<Mark> printf_of(std::string_view text) {
  std::vector<Mark> marks;
  for (std::size_t at = text.find('%'); at != text.npos; at = text.find('%', at + 1)) {
    if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '%')) continue;
    std::size_t end = at + 1;
    while (end < text.size() &&
           (is_digit(text[end]) || std::string_view("$.-+#*").find(text[end]) != std::string_view::npos))
      ++end;
    while (end < text.size() && std::string_view("lhqzt").find(text[end]) != std::string_view::npos) ++end;
    const bool is_conversion =
        end < text.size() && std::string_view("diouxXeEfgGcsSp@").find(text[end]) != std::string_view::npos;
    const bool is_numbered = end == at + 2 && is_digit(text[at + 1]);
    if (!is_conversion && !is_numbered) continue;
    if (is_conversion) ++end;
    marks.push_back({std::string(text.substr(at, end - at)), {at, end}});
  }
  return marks;
}

// {}, {0}, {name}
std::vector<Mark> braces_of(std::string_view text) {
  std::vector<Mark> marks;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && (is_alpha(text[end]) || is_digit(text[end]) || text[end] == '_' || text[end] == '-'))
      ++end;
    if (end < text.size() && text[end] == '}')
      marks.push_back({std::string(text.substr(at, end + 1 - at)), {at, end + 1}});
  }
  return marks;
}

std::vector<Mark> codes_of(const Variant& variant) {
  std::vector<Mark> marks;
  for (const InlineCode& code : variant.codes) {
    const char* kind = code.kind == InlineCode::Kind::opening   ? "opening "
                       : code.kind == InlineCode::Kind::closing ? "closing "
                                                                : "";
    const std::string& name = code.original.empty() ? code.id : code.original;
    marks.push_back({kind + std::string("code ") + name, {code.offset, code.offset}});
  }
  return marks;
}

// Tells what either has more often than the other.
void compare(std::string_view check, const CheckedText& source, std::vector<Mark> wanted, const CheckedText& target,
             std::vector<Mark> found, FindingList& findings) {
  std::erase_if(wanted, [&](const Mark& mark) {
    const auto same = std::ranges::find(found, mark.value, &Mark::value);
    if (same == found.end()) return false;
    found.erase(same);
    return true;
  });
  for (const Mark& mark : wanted) findings.add(check, source, mark.range, mark.value + " is not in " + target.tag());
  for (const Mark& mark : found) findings.add(check, target, mark.range, mark.value + " is not in " + source.tag());
}

}  // namespace

void check_markup(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  compare("codes", source, codes_of(source.variant), target, codes_of(target.variant), findings);
  compare("xmltags", source, tags_of(source.text()), target, tags_of(target.text()), findings);
  compare("printf", source, printf_of(source.text()), target, printf_of(target.text()), findings);
  compare("pythonbraceformat", source, braces_of(source.text()), target, braces_of(target.text()), findings);
}

}  // namespace egiz::detail
