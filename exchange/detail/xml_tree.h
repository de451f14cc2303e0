// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small words for libxml2's trees.

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace egiz::exchange {

inline const xmlChar* as_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

bool is_element(const xmlNode* node, std::string_view name);

// The first child element of that local name; nullptr when there is none.
xmlNode* child_element(const xmlNode* node, std::string_view name);

// The value of an attribute, whatever its namespace; empty when it is not there.
std::string attribute_of(const xmlNode* node, const char* name);

// Text that XML allows, as a last child of parent.
void append_text(xmlNode* parent, std::string_view text);

// An element in the namespace of beside, not yet in the tree.
xmlNode* make_element(xmlNode* beside, const char* name);

// An element with text, as a last child of parent and in its namespace unless another is given.
xmlNode* append_element(xmlNode* parent, const char* name, std::string_view text, xmlNs* space);

// A copy of node, with or without what stands in it, as a last child of parent.
xmlNode* append_copy(xmlNode* parent, xmlNode* node, bool with_children);

// Removes and frees the children of node.
void remove_children(xmlNode* node);

}  // namespace egiz::exchange
