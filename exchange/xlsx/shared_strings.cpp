// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx/shared_strings.h"

#include <charconv>
#include <cstdint>
#include <utility>

#include "exchange/detail/xml_parser.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

class StringHandler final : public XmlHandler {
 public:
  StringHandler(std::string& text, std::vector<std::size_t>& ends) : text_(text), ends_(ends) {}

  void start(std::string_view element, const XmlAttributes&) override {
    if (element == "rPh") ++readings_;
    if (element == "si") string_.clear();
    in_text_ = element == "t" && readings_ == 0;
  }

  void end(std::string_view element) override {
    in_text_ = false;
    if (element == "rPh" && readings_ > 0) --readings_;
    if (element != "si") return;
    text_ += unescape_cell(string_);
    ends_.push_back(text_.size());
  }

  void text(std::string_view text) override {
    if (in_text_) string_ += text;
  }

 private:
  std::string& text_;
  std::vector<std::size_t>& ends_;
  std::string string_;
  bool in_text_ = false;
  std::size_t readings_ = 0;  // <rPh> that are open: how to read Chinese characters
};

// The character of "_x000D_" at the front of text.
std::optional<char32_t> escaped_character(std::string_view text) {
  constexpr std::size_t kLength = 7;
  if (text.size() < kLength || !text.starts_with("_x") || text[kLength - 1] != '_') return std::nullopt;
  std::uint32_t code = 0;
  const char* const end = text.data() + kLength - 1;
  if (std::from_chars(text.data() + 2, end, code, 16).ptr != end) return std::nullopt;
  return code;
}

}  // namespace

SharedStrings::SharedStrings(std::unique_ptr<ByteSource> source, const std::string& place) {
  XmlInput input(std::move(source), place);
  StringHandler handler(text_, ends_);
  XmlParser(input).parse(handler);
}

std::optional<std::string_view> SharedStrings::find(std::size_t number) const {
  if (number >= ends_.size()) return std::nullopt;
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(text_).substr(begin, ends_[number] - begin);
}

std::string unescape_cell(std::string_view text) {
  std::string out;
  for (std::size_t at = text.find("_x"); at != std::string_view::npos; at = text.find("_x")) {
    out += text.substr(0, at);
    text.remove_prefix(at);
    const auto code = escaped_character(text);
    if (!code) {
      out += text.substr(0, 2);
      text.remove_prefix(2);
      continue;
    }
    const bool is_half = *code >= 0xD800 && *code < 0xE000;
    if (*code >= 0x20 && *code < 0xFFFE && !is_half) {
      append_utf8(out, *code);
    } else if (*code == '\n' || *code == '\t') {
      out += static_cast<char>(*code);
    }
    text.remove_prefix(7);
  }
  out += text;
  return out;
}

}  // namespace egiz::exchange
