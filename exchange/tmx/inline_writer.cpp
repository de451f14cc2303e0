// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/inline_writer.h"

#include <string_view>
#include <vector>

#include "base/error.h"
#include "exchange/detail/code_pairs.h"
#include "exchange/detail/xml_escape.h"
#include "exchange/detail/xml_parser.h"
#include "exchange/tmx/inline_reader.h"

namespace egiz::exchange {
namespace {

// Whether elements stand where the TMX 1.4b DTD lets them and have the attributes that it allows.
class CodeChecker : public XmlHandler {
 public:
  void start(std::string_view element, const XmlAttributes& attributes) override {
    const bool is_inside_code = !open_.empty() && open_.back() != "sub" && open_.back() != "hi";
    is_valid_ = is_valid_ && (is_inside_code ? element == "sub" : is_code(element));
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      is_valid_ = is_valid_ && attributes.prefix(i).empty() && allows(element, attributes.name(i), attributes.value(i));
    }
    if (element == "bpt" || element == "ept") is_valid_ = is_valid_ && attributes.find("i");
    if (element == "it") is_valid_ = is_valid_ && attributes.find("pos");
    open_.emplace_back(element);
  }
  void end(std::string_view) override { open_.pop_back(); }
  void text(std::string_view) override {}

  bool is_valid() const { return is_valid_; }

 private:
  static bool is_code(std::string_view element) {
    return element == "bpt" || element == "ept" || element == "it" || element == "ph" || element == "ut" ||
           element == "hi";
  }

  static bool allows(std::string_view element, std::string_view name, std::string_view value) {
    if (name == "x") return element != "ept" && element != "sub";
    if (name == "i") return element == "bpt" || element == "ept";
    if (name == "type") return element != "ept" && element != "ut";
    if (name == "pos") return element == "it" && (value == "begin" || value == "end");
    if (name == "assoc") return element == "ph" && (value == "p" || value == "f" || value == "b");
    return name == "datatype" && element == "sub";
  }

  bool is_valid_ = true;
  std::vector<std::string> open_;
};

bool is_valid_element(const std::string& xml) {
  try {
    XmlInput input(open_memory(xml), "code");
    XmlParser parser(input);
    CodeChecker checker;
    parser.parse(checker);
    return checker.is_valid();
  } catch (const Error&) {
    return false;
  }
}

// Whether xml is one inline element of TMX, whole and valid.
bool is_tmx_element(const std::string& xml) {
  return looks_like_tmx_code(xml) && !xml.starts_with("</") && !xml.starts_with("<hi") && is_valid_element(xml);
}

// Whether xml is the start tag of a valid <hi>.
bool is_hi_start(const std::string& xml) {
  return xml.starts_with("<hi") && xml.find('>') == xml.size() - 1 && is_valid_element(xml + "</hi>");
}

void append_element(std::string& xml, std::string_view element, std::string_view attributes, std::string_view native) {
  xml.append("<").append(element).append(attributes);
  if (native.empty()) {
    xml += "/>";
    return;
  }
  xml += '>';
  append_escaped_text(xml, native);
  xml.append("</").append(element).append(">");
}

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  std::string xml = " ";
  xml.append(name).append("=\"");
  append_escaped_attribute(xml, value);
  return xml += '"';
}

void append_code(std::string& xml, const InlineCode& code, bool has_partner) {
  if (is_tmx_element(code.original)) {
    xml += code.original;
  } else if (code.kind == InlineCode::Kind::standalone) {
    append_element(xml, "ph", attribute("x", code.id), code.original);
  } else if (!has_partner) {
    const bool is_opening = code.kind == InlineCode::Kind::opening;
    append_element(xml, "it", attribute("pos", is_opening ? "begin" : "end") + attribute("x", code.id), code.original);
  } else if (code.kind == InlineCode::Kind::opening) {
    append_element(xml, "bpt", attribute("i", code.id) + attribute("x", code.id), code.original);
  } else {
    append_element(xml, "ept", attribute("i", code.id), code.original);
  }
}

}  // namespace

std::string segment_as_xml(const Variant& variant) {
  const std::vector<std::size_t> partners = find_partners(variant.codes);
  const std::vector<bool> is_highlight = find_nested(partners, [&](std::size_t opening) {
    return variant.codes[partners[opening]].original == "</hi>" && is_hi_start(variant.codes[opening].original);
  });
  const std::string_view text = variant.text;
  std::string xml;
  std::size_t at = 0;
  for (std::size_t i = 0; i < variant.codes.size(); ++i) {
    const InlineCode& code = variant.codes[i];
    append_escaped_text(xml, text.substr(at, code.offset - at));
    at = code.offset;
    if (is_highlight[i]) {
      xml += code.original;
    } else {
      append_code(xml, code, partners[i] != kNoPartner);
    }
  }
  append_escaped_text(xml, text.substr(at));
  return xml;
}

}  // namespace egiz::exchange
