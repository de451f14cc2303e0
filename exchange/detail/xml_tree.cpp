// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xml_tree.h"

#include <new>

#include "exchange/detail/xml_prolog.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

// text without the characters that XML forbids; libxml2 escapes the rest.
std::string xml_characters(std::string_view text) {
  std::string allowed;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_xml_character(next_code_point(text, at))) allowed += text.substr(begin, at - begin);
  }
  return allowed;
}

template <typename Pointer>
Pointer not_null(Pointer pointer) {
  if (pointer == nullptr) throw std::bad_alloc();
  return pointer;
}

}  // namespace

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && name == reinterpret_cast<const char*>(node->name);
}

xmlNode* child_element(const xmlNode* node, std::string_view name) {
  for (xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_element(child, name)) return child;
  }
  return nullptr;
}

std::string attribute_of(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, as_xml(name));
  if (value == nullptr) return {};
  std::string text = reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

void append_text(xmlNode* parent, std::string_view text) {
  const std::string allowed = xml_characters(text);
  if (allowed.empty()) return;
  xmlAddChild(parent, not_null(xmlNewDocText(parent->doc, as_xml(allowed.c_str()))));
}

xmlNode* make_element(xmlNode* beside, const char* name) {
  return not_null(xmlNewDocNode(beside->doc, beside->ns, as_xml(name), nullptr));
}

xmlNode* append_element(xmlNode* parent, const char* name, std::string_view text, xmlNs* space) {
  xmlNode* element = make_element(parent, name);
  xmlAddChild(parent, element);
  if (space != nullptr) xmlSetNs(element, space);
  append_text(element, text);
  return element;
}

xmlNode* append_copy(xmlNode* parent, xmlNode* node, bool with_children) {
  constexpr int kWithChildren = 1;
  constexpr int kAttributesOnly = 2;
  constexpr int kWithoutRedundantNamespaces = 1;
  xmlNode* copy =
      not_null(xmlDocCopyNode(node, parent->doc, with_children ? kWithChildren : kAttributesOnly));
  xmlAddChild(parent, copy);
  xmlDOMWrapReconcileNamespaces(nullptr, copy, kWithoutRedundantNamespaces);
  return copy;
}

void remove_children(xmlNode* node) {
  while (xmlNode* child = node->children) {
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
}

}  // namespace egiz::exchange
