// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/inline_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/detail/xml_escape.h"

namespace egiz::exchange {
namespace {

constexpr std::array<std::string_view, 5> kCodes = {"bpt", "ept", "it", "ph", "ut"};

bool is_code(std::string_view element) { return std::find(kCodes.begin(), kCodes.end(), element) != kCodes.end(); }

bool is_numbered_by_i(std::string_view element) { return element == "bpt" || element == "ept"; }

std::string attributes_as_xml(const XmlAttributes& attributes) {
  std::string xml;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    xml += ' ';
    if (!attributes.prefix(i).empty()) xml.append(attributes.prefix(i)).append(":");
    xml.append(attributes.name(i)).append("=\"");
    append_escaped_attribute(xml, attributes.value(i));
    xml += '"';
  }
  return xml;
}

// Whether kind and id keep all that the attributes say.
bool keeps_all(std::string_view element, const XmlAttributes& attributes, std::string_view id) {
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const std::string_view name = attributes.name(i);
    if (name == "i" && is_numbered_by_i(element)) continue;
    if (name == "x" && element != "ept" && attributes.value(i) == id) continue;
    if (name == "pos" && element == "it") continue;
    return false;
  }
  return true;
}

InlineCode::Kind kind_of(std::string_view element, const XmlAttributes& attributes) {
  if (element == "bpt") return InlineCode::Kind::opening;
  if (element == "ept") return InlineCode::Kind::closing;
  if (element != "it") return InlineCode::Kind::standalone;
  const std::string_view position = attributes.find("pos").value_or("begin");
  return position == "end" || position == "close" ? InlineCode::Kind::closing : InlineCode::Kind::opening;
}

std::string element_as_xml(std::string_view element, std::string_view attributes, std::string_view content) {
  std::string xml = "<";
  xml.append(element).append(attributes);
  if (content.empty()) return xml += "/>";
  return xml.append(">").append(content).append("</").append(element).append(">");
}

}  // namespace

bool looks_like_tmx_code(std::string_view text) {
  if (!text.starts_with('<')) return false;
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>"));
  return is_code(name) || name == "hi";
}

void InlineReader::start(std::string_view element, const XmlAttributes& attributes) {
  if (open_) {
    open_->is_plain = false;
    open_->content.append("<").append(element).append(attributes_as_xml(attributes)).append(">");
    ++open_->depth;
  } else if (is_code(element)) {
    start_code(element, attributes);
  } else {
    start_wrapper(element, attributes);
  }
}

void InlineReader::end(std::string_view element) {
  if (open_ && open_->depth > 0) {
    open_->content.append("</").append(element).append(">");
    --open_->depth;
  } else if (open_) {
    finish_code();
  } else if (!wrappers_.empty()) {
    finish_wrapper();
  }
}

void InlineReader::text(std::string_view text) {
  if (!open_) {
    text_ += text;
    return;
  }
  open_->native += text;
  append_escaped_text(open_->content, text);
}

void InlineReader::start_code(std::string_view element, const XmlAttributes& attributes) {
  Code code;
  code.kind = kind_of(element, attributes);
  code.element = element;
  code.id = attributes.find(is_numbered_by_i(element) ? "i" : "x").value_or("");
  code.attributes = attributes_as_xml(attributes);
  code.is_plain = keeps_all(element, attributes, code.id);
  open_ = std::move(code);
}

void InlineReader::finish_code() {
  Code code = std::move(*open_);
  open_.reset();
  const bool is_native = code.is_plain && !looks_like_tmx_code(code.native);
  add(code.kind, std::move(code.id),
      is_native ? std::move(code.native) : element_as_xml(code.element, code.attributes, code.content));
}

void InlineReader::start_wrapper(std::string_view element, const XmlAttributes& attributes) {
  const std::string id = std::string(element) + std::to_string(++wrapper_count_);
  wrappers_.push_back({std::string(element), id, codes_.size()});
  add(InlineCode::Kind::opening, id, "<" + std::string(element) + attributes_as_xml(attributes) + ">");
}

// An unknown element with nothing in it, "<br/>", is one code.
void InlineReader::finish_wrapper() {
  Wrapper wrapper = std::move(wrappers_.back());
  wrappers_.pop_back();
  InlineCode& opening = codes_[wrapper.code];
  const bool is_empty = wrapper.code + 1 == codes_.size() && opening.offset == text_.size();
  if (is_empty && wrapper.element != "hi") {
    opening.kind = InlineCode::Kind::standalone;
    opening.original.insert(opening.original.size() - 1, "/");
  } else {
    add(InlineCode::Kind::closing, std::move(wrapper.id), "</" + wrapper.element + ">");
  }
}

void InlineReader::add(InlineCode::Kind kind, std::string id, std::string original) {
  codes_.push_back({kind, text_.size(), std::move(id), std::move(original)});
}

void InlineReader::finish(Variant& variant) {
  variant.text = std::move(text_);
  variant.codes = std::move(codes_);
  *this = InlineReader();
}

}  // namespace egiz::exchange
