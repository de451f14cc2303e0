// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff/xliff_inline.h"

#include <charconv>
#include <utility>

#include "exchange/detail/xml_escape.h"
#include "exchange/detail/xml_prolog.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

using Kind = InlineCode::Kind;

std::string tag_as_xml(std::string_view element, const XmlAttributes& attributes, bool is_empty) {
  std::string xml = "<";
  xml += element;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    xml += ' ';
    if (!attributes.prefix(i).empty()) xml.append(attributes.prefix(i)).append(":");
    xml.append(attributes.name(i)).append("=\"");
    append_escaped_attribute(xml, attributes.value(i));
    xml += '"';
  }
  return xml += is_empty ? "/>" : ">";
}

std::string first_of(const XmlAttributes& attributes, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const auto value = attributes.find(name)) return std::string(*value);
  }
  return {};
}

// The native code that attribute refers to, or otherwise.
std::string native_of(const XmlAttributes& attributes, std::string_view attribute,
                      const std::map<std::string, std::string>& native, std::string otherwise) {
  const auto reference = attributes.find(attribute);
  const auto found = reference ? native.find(std::string(*reference)) : native.end();
  return found == native.end() ? std::move(otherwise) : found->second;
}

bool is_isolated_end(const XmlAttributes& attributes) { return attributes.find("pos") == "close"; }

}  // namespace

void XliffInline::add(Kind kind, std::string id, std::string original) {
  Piece& target = piece();
  target.codes.push_back({kind, target.text.size(), std::move(id), std::move(original)});
}

// bpt, ept, ph and it of 1.2: what stands in them is the native code.
void XliffInline::start_native(std::string_view element, const XmlAttributes& attributes) {
  Kind kind = Kind::standalone;
  if (element == "bpt") kind = Kind::opening;
  if (element == "ept") kind = Kind::closing;
  if (element == "it") kind = is_isolated_end(attributes) ? Kind::closing : Kind::opening;
  add(kind, first_of(attributes, {"rid", "id"}), "");
  native_depth_ = 1;
}

void XliffInline::start(std::string_view element, const XmlAttributes& attributes,
                        const std::map<std::string, std::string>& native) {
  if (native_depth_ > 0) {
    ++native_depth_;
    return;
  }
  Open open;
  open.element = element;
  const bool is_version_2_placeholder = element == "ph" && attributes.find("dataRef").has_value();
  if (element == "mrk" && attributes.find("mtype") == "seg") {
    open.is_piece = !is_in_piece_;
    if (open.is_piece) pieces_.push_back({first_of(attributes, {"mid"}), {}, {}});
    is_in_piece_ = true;
  } else if (element == "g" || element == "pc") {
    open.id = first_of(attributes, {"id"});
    open.closing = native_of(attributes, "dataRefEnd", native, "</" + open.element + ">");
    add(Kind::opening, open.id, native_of(attributes, "dataRefStart", native, tag_as_xml(element, attributes, false)));
  } else if (element == "x" || is_version_2_placeholder) {
    add(Kind::standalone, first_of(attributes, {"id"}),
        native_of(attributes, "dataRef", native, tag_as_xml(element, attributes, true)));
  } else if (element == "bx" || element == "sc") {
    add(Kind::opening, first_of(attributes, {"rid", "id"}),
        native_of(attributes, "dataRef", native, tag_as_xml(element, attributes, true)));
  } else if (element == "ex" || element == "ec") {
    add(Kind::closing, first_of(attributes, {"rid", "startRef", "id"}),
        native_of(attributes, "dataRef", native, tag_as_xml(element, attributes, true)));
  } else if (element == "cp") {
    const std::string hex = "#x" + first_of(attributes, {"hex"});
    const auto code = character_reference(hex);
    if (code && is_xml_character(*code)) append_utf8(piece().text, *code);
  } else if (element == "bpt" || element == "ept" || element == "ph" || element == "it") {
    start_native(element, attributes);
    return;
  }
  open_.push_back(std::move(open));
}

void XliffInline::end(std::string_view) {
  if (native_depth_ > 0) {
    --native_depth_;
    return;
  }
  if (open_.empty()) return;
  Open open = std::move(open_.back());
  open_.pop_back();
  if (open.is_piece) is_in_piece_ = false;
  if (open.closing) add(Kind::closing, std::move(open.id), std::move(*open.closing));
}

void XliffInline::text(std::string_view text) {
  if (native_depth_ > 0) {
    piece().codes.back().original += text;
  } else {
    piece().text += text;
  }
}

std::vector<XliffInline::Piece> XliffInline::finish() {
  std::vector<Piece> pieces = std::move(pieces_);
  if (pieces.empty()) pieces.push_back(std::move(whole_));
  *this = XliffInline();
  return pieces;
}

}  // namespace egiz::exchange
