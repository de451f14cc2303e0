// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xml_prolog.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMaxEntity = 64 * 1024;  // bytes
constexpr std::string_view kWhite = " \t\r\n";

// A cursor over the prolog.  Its reading functions return false when the text ends too early.
class PrologReader {
 public:
  PrologReader(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  std::optional<XmlProlog> read() {
    while (true) {
      skip_white();
      if (rest().size() < 9 && !is_root_start()) return std::nullopt;
      if (rest().starts_with("<?")) {
        if (!read_instruction()) return std::nullopt;
      } else if (rest().starts_with("<!--")) {
        if (!skip_past("-->")) return std::nullopt;
      } else if (rest().starts_with("<!DOCTYPE") || rest().starts_with("<!doctype")) {
        if (!read_doctype()) return std::nullopt;
      } else if (is_root_start()) {
        prolog_.end = at_;
        return std::move(prolog_);
      } else {
        throw Error(ErrorCode::parse, place() + ": not XML: an element was expected here; is this the file you mean?");
      }
    }
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  bool is_root_start() const {
    return rest().size() >= 2 && rest()[0] == '<' && rest()[1] != '!' && rest()[1] != '?' &&
           kWhite.find(rest()[1]) == std::string_view::npos;
  }

  std::string place() const {
    const auto lines = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
    const std::size_t line_start = at_ == 0 ? std::string_view::npos : text_.rfind('\n', at_ - 1);
    const std::size_t column = line_start == std::string_view::npos ? at_ : at_ - line_start - 1;
    return std::string(name_) + ":" + std::to_string(lines + 1) + ":" + std::to_string(column + 1);
  }

  void skip_white() { at_ = std::min(text_.size(), text_.find_first_not_of(kWhite, at_)); }

  bool skip_past(std::string_view mark) {
    const std::size_t found = text_.find(mark, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + mark.size();
    return true;
  }

  // "<?xml version="1.0" encoding="UTF-8"?>" and any other instruction.
  bool read_instruction() {
    const std::size_t begin = at_;
    if (!skip_past("?>")) return false;
    const std::string_view instruction = text_.substr(begin, at_ - begin);
    const std::size_t key = instruction.find("encoding");
    if (!instruction.starts_with("<?xml") || key == std::string_view::npos) return true;
    const std::size_t quote = instruction.find_first_of("\"'", key);
    if (quote == std::string_view::npos) return true;
    const std::size_t end = instruction.find(instruction[quote], quote + 1);
    if (end != std::string_view::npos) prolog_.encoding = instruction.substr(quote + 1, end - quote - 1);
    return true;
  }

  bool read_doctype() {
    at_ += 9;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '>') return true;
      if ((c == '"' || c == '\'') && !skip_past({&c, 1})) return false;
      if (c == '[' && !read_internal_subset()) return false;
    }
    return false;
  }

  bool read_internal_subset() {
    while (true) {
      skip_white();
      if (rest().starts_with("]")) return skip_past("]");
      if (rest().starts_with("<!--")) {
        if (!skip_past("-->")) return false;
      } else if (rest().starts_with("<?")) {
        if (!skip_past("?>")) return false;
      } else if (rest().starts_with("<!ENTITY")) {
        if (!read_entity()) return false;
      } else if (rest().starts_with("<!")) {
        if (!skip_declaration()) return false;
      } else if (rest().starts_with("%")) {  // a parameter entity: would be fetched or would declare; neither is done
        if (!skip_past(";")) return false;
      } else if (rest().size() < 9) {
        return false;
      } else {
        throw Error(ErrorCode::parse, place() + ": the DOCTYPE is damaged; a declaration was expected here");
      }
    }
  }

  bool skip_declaration() {
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '>') return true;
      if ((c == '"' || c == '\'') && !skip_past({&c, 1})) return false;
    }
    return false;
  }

  std::string_view read_word() {
    skip_white();
    const std::size_t end = std::min(text_.size(), text_.find_first_of(" \t\r\n>\"'", at_));
    const std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    return word;
  }

  // "<!ENTITY name "value">", "<!ENTITY name SYSTEM "file">", "<!ENTITY % name ...>"
  bool read_entity() {
    at_ += 8;
    const std::string_view name = read_word();
    skip_white();
    if (name != "%" && !rest().empty() && (rest()[0] == '"' || rest()[0] == '\'')) {
      const char quote = text_[at_++];
      const std::size_t end = text_.find(quote, at_);
      if (end == std::string_view::npos) return false;
      // The first declaration of a name is the one that counts.
      if (!name.empty()) prolog_.entities.emplace(name, expand(text_.substr(at_, end - at_), name));
      at_ = end + 1;
    } else if (name != "%" && !name.empty()) {
      prolog_.entities.emplace(name, std::string());
    }
    return skip_declaration();
  }

  // value with character references and entities that are declared by now in place.
  std::string expand(std::string_view value, std::string_view name) const {
    std::string text;
    while (!value.empty()) {
      const std::size_t ampersand = std::min(value.size(), value.find('&'));
      text += value.substr(0, ampersand);
      value.remove_prefix(ampersand);
      const std::size_t end = value.find(';');
      if (value.empty() || end == std::string_view::npos) {
        text += value;
        value = {};
      } else {
        append_reference(text, value.substr(1, end - 1));
        value.remove_prefix(end + 1);
      }
      if (text.size() > kMaxEntity) {
        throw Error(ErrorCode::parse, place() + ": the entity " + std::string(name) +
                                          " grows beyond 64 KB; a file that does this is refused");
      }
    }
    return text;
  }

  void append_reference(std::string& text, std::string_view reference) const {
    if (const auto code = character_reference(reference)) {
      if (is_xml_character(*code)) append_utf8(text, *code);
    } else if (const auto known = prolog_.entities.find(reference); known != prolog_.entities.end()) {
      text += known->second;
    } else {
      text.append("&").append(reference).append(";");
    }
  }

  std::string_view text_;
  std::string_view name_;
  std::size_t at_ = 0;
  XmlProlog prolog_;
};

}  // namespace

std::optional<XmlProlog> read_xml_prolog(std::string_view text, std::string_view name) {
  return PrologReader(text, name).read();
}

std::optional<char32_t> character_reference(std::string_view reference) {
  if (reference.size() < 2 || reference[0] != '#') return std::nullopt;
  const bool is_hex = reference[1] == 'x' || reference[1] == 'X';
  const std::string_view digits = reference.substr(is_hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
  if (error == std::errc::invalid_argument || end != digits.data() + digits.size()) return std::nullopt;
  return error == std::errc() && code < 0x110000 ? code : 0x110000;
}

}  // namespace egiz::exchange
