// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xml_input.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMaxProlog = 1 << 20;        // bytes
constexpr std::size_t kLookahead = 64;             // bytes: no reference or mark that is looked for is longer
constexpr std::uint64_t kFreeExpansion = 1 << 20;  // bytes that entities may always make
constexpr std::uint64_t kMaxAmplification = 10;    // beyond that, times the size of the file

// Bytes that pass as they are in text and markup alike.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = true;
  plain['\t'] = plain['\n'] = plain['\r'] = true;
  plain['&'] = plain['<'] = plain[']'] = false;
  return plain;
}();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

// A letter of two bytes, as all of Cyrillic.
bool is_two_byte(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xC2 && lead <= 0xDF && at + 1 < text.size() && is_utf8_continuation(text[at + 1]);
}

// The code of a surrogate written as three bytes of UTF-8, or 0.
char32_t surrogate_at(std::string_view text, std::size_t at) {
  if (at + 3 > text.size() || text[at] != '\xED' || static_cast<unsigned char>(text[at + 1]) < 0xA0 ||
      !is_utf8_continuation(text[at + 1]) || !is_utf8_continuation(text[at + 2])) {
    return 0;
  }
  return 0xD000U | (static_cast<char32_t>(text[at + 1] & 0x3F) << 6) | static_cast<char32_t>(text[at + 2] & 0x3F);
}

char32_t join_surrogates(char32_t high, char32_t low) { return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00); }
bool is_high(char32_t code) { return code >= 0xD800 && code < 0xDC00; }
bool is_low(char32_t code) { return code >= 0xDC00 && code < 0xE000; }

// The length of the well-formed sequence of three or four bytes at the start of text, or 0.
std::size_t wide_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  return is_valid_utf8(text.substr(0, length)) ? length : 0;
}

bool is_predefined(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

// What "&" to ";" says, without both; empty when it is no reference.
std::string_view reference_at(std::string_view text, std::size_t at) {
  const std::string_view window = text.substr(at + 1, kLookahead - 2);
  const std::size_t end = window.find_first_of(" \t\r\n<>&\"';");
  if (end == std::string_view::npos || window[end] != ';') return {};
  return window.substr(0, end);
}

// What was removed, as blanks and line ends that keep the place of what follows.
void append_blank(std::string& out, std::string_view removed) {
  const std::size_t last_line = removed.rfind('\n');
  out.append(static_cast<std::size_t>(std::count(removed.begin(), removed.end(), '\n')), '\n');
  if (last_line != std::string_view::npos) removed.remove_prefix(last_line + 1);
  out.append(removed.size(), ' ');
}

}  // namespace

std::string_view describe(XmlRepair repair) {
  switch (repair) {
    case XmlRepair::control_character: return "a control character that XML forbids was removed";
    case XmlRepair::lone_surrogate: return "half a surrogate pair was replaced by U+FFFD";
    case XmlRepair::broken_bytes: return "bytes that are not UTF-8";
    case XmlRepair::bare_ampersand: return "a bare & was read as &amp;";
    case XmlRepair::undeclared_entity: return "an entity of HTML that is not declared was read as HTML has it";
    case XmlRepair::external_entity: return "an external entity was left out";
  }
  return {};
}

XmlInput::XmlInput(std::unique_ptr<ByteSource> source, std::string name)
    : stream_(std::move(source), name), name_(std::move(name)) {
  read_prolog();
}

void XmlInput::read_prolog() {
  while (true) {
    const std::size_t before = in_.size();
    ended_ = !stream_.next(in_);
    total_read_ += in_.size() - before;
    if (auto prolog = read_xml_prolog(in_, name_)) {
      entities_ = std::move(prolog->entities);
      append_blank(out_, std::string_view(in_).substr(0, prolog->end));
      in_.erase(0, prolog->end);
      if (!prolog->encoding.empty()) in_ = stream_.declare(prolog->encoding, std::move(in_));
      return;
    }
    if (ended_ || in_.size() > kMaxProlog) {
      throw Error(ErrorCode::parse, name_ + ": no element in it; is this the file you mean?");
    }
  }
}

void XmlInput::note(XmlRepair kind) {
  if (repairs_.size() == kMaxPending) repairs_.pop_front();
  repairs_.push_back({total_given_ + (out_.size() - given_), kind});
}

std::optional<XmlRepair> XmlInput::take_repair(std::uint64_t offset) {
  if (repairs_.empty() || repairs_.front().offset > offset) return std::nullopt;
  const XmlRepair kind = repairs_.front().kind;
  repairs_.pop_front();
  return kind;
}

std::size_t XmlInput::read(char* out, std::size_t size) {
  while (given_ == out_.size()) {
    if (ended_ && at_ == in_.size()) return 0;
    out_.clear();
    given_ = 0;
    fill();
  }
  const std::size_t count = std::min(size, out_.size() - given_);
  std::copy_n(out_.data() + given_, count, out);
  given_ += count;
  total_given_ += count;
  return count;
}

void XmlInput::fill() {
  in_.erase(0, at_);
  at_ = 0;
  if (!ended_) {
    const std::size_t before = in_.size();
    ended_ = !stream_.next(in_);
    total_read_ += in_.size() - before;
  }
  if (ended_) {
    clean(in_.size());
  } else if (in_.size() > kLookahead) {
    clean(in_.size() - kLookahead);
  }
}

// Cleans what begins before stop; up to kLookahead bytes behind it may be looked at and taken.
void XmlInput::clean(std::size_t stop) {
  while (at_ < stop) {
    if (state_ == State::comment) {
      clean_comment(stop);
      continue;
    }
    std::size_t end = at_;
    while (end < stop) {
      if (is_plain(in_[end])) {
        ++end;
      } else if (is_two_byte(in_, end)) {
        end += 2;
      } else {
        break;
      }
    }
    out_.append(in_, at_, end - at_);
    at_ = end;
    if (at_ < stop) clean_special();
  }
}

// Takes the character at at_, which is not a plain one.
void XmlInput::clean_special() {
  const char c = in_[at_];
  if (c == '<') return clean_declaration();
  if (c == '&' && state_ == State::markup) return clean_reference();
  if (c == ']' || c == '&') {
    if (state_ == State::cdata && std::string_view(in_).substr(at_).starts_with("]]>")) state_ = State::markup;
    out_ += c;
    ++at_;
    return;
  }
  if (static_cast<unsigned char>(c) >= 0x80) return clean_wide();
  note(XmlRepair::control_character);
  ++at_;
}

// "<", and what may hide behind it.
void XmlInput::clean_declaration() {
  const std::string_view rest = std::string_view(in_).substr(at_);
  if (state_ == State::markup && rest.starts_with("<!--")) {
    state_ = State::comment;
    at_ += 4;
    return;
  }
  if (state_ == State::markup && rest.starts_with("<![CDATA[")) state_ = State::cdata;
  out_ += '<';
  ++at_;
}

void XmlInput::clean_comment(std::size_t stop) {
  const std::size_t found = in_.find("-->", at_);
  const bool ends = found != std::string::npos && found < stop;
  const std::size_t end = ends ? found : stop;
  const std::string_view comment = std::string_view(in_).substr(at_, end - at_);
  out_.append(static_cast<std::size_t>(std::count(comment.begin(), comment.end(), '\n')), '\n');
  at_ = ends ? found + 3 : stop;
  if (ends) state_ = State::markup;
}

// A sequence of three or four bytes, half a surrogate pair, or bytes that are nothing.
void XmlInput::clean_wide() {
  const std::string_view rest = std::string_view(in_).substr(at_);
  if (const std::size_t length = wide_length(rest)) {
    const std::string_view character = rest.substr(0, length);
    if (character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF") {
      note(XmlRepair::control_character);
    } else {
      out_ += character;
    }
    at_ += length;
    return;
  }
  const char32_t high = surrogate_at(in_, at_);
  if (high != 0) {
    const char32_t low = surrogate_at(in_, at_ + 3);
    if (is_high(high) && is_low(low)) {
      append_utf8(out_, join_surrogates(high, low));
      at_ += 6;
      return;
    }
  }
  note(high != 0 ? XmlRepair::lone_surrogate : XmlRepair::broken_bytes);
  append_utf8(out_, 0xFFFD);
  at_ += high != 0 ? 3 : 1;
}

void XmlInput::clean_reference() {
  const std::string_view reference = reference_at(in_, at_);
  if (clean_numeric(reference) || clean_named(reference)) return;
  note(XmlRepair::bare_ampersand);
  out_ += "&amp;";
  ++at_;
}

// "&#233;": as it is when XML allows the character.
bool XmlInput::clean_numeric(std::string_view reference) {
  const std::optional<char32_t> code = character_reference(reference);
  if (!code) return false;
  const std::size_t length = reference.size() + 2;
  if (is_xml_character(*code)) {
    out_.append(in_, at_, length);
    at_ += length;
    return true;
  }
  at_ += length;
  const std::string_view next = at_ < in_.size() && in_[at_] == '&' ? reference_at(in_, at_) : std::string_view();
  const std::optional<char32_t> low = character_reference(next);
  if (is_high(*code) && low && is_low(*low)) {
    append_utf8(out_, join_surrogates(*code, *low));
    at_ += next.size() + 2;
  } else if (is_high(*code) || is_low(*code)) {
    note(XmlRepair::lone_surrogate);
    append_utf8(out_, 0xFFFD);
  } else {
    note(XmlRepair::control_character);
  }
  return true;
}

bool XmlInput::clean_named(std::string_view reference) {
  if (reference.empty()) return false;
  const std::size_t length = reference.size() + 2;
  if (is_predefined(reference)) {
    out_.append(in_, at_, length);
  } else if (const auto declared = entities_.find(reference); declared != entities_.end()) {
    if (declared->second.empty()) note(XmlRepair::external_entity);
    append_entity(declared->second);
  } else if (const htmlEntityDesc* html =
                 htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(reference).c_str()))) {
    note(XmlRepair::undeclared_entity);
    append_utf8(out_, html->value);
  } else {
    return false;
  }
  at_ += length;
  return true;
}

void XmlInput::append_entity(std::string_view text) {
  total_expanded_ += text.size();
  if (total_expanded_ > kFreeExpansion && total_expanded_ > kMaxAmplification * total_read_) {
    throw Error(ErrorCode::parse, name_ + ": its entities multiply the file more than " +
                                      std::to_string(kMaxAmplification) + " times; a file that does this is refused");
  }
  out_ += text;
}

}  // namespace egiz::exchange
