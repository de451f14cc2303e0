// SPDX-License-Identifier: Apache-2.0
#pragma once

// The segments of an XLIFF that is a tree.

#include <libxml/tree.h>

#include <cstddef>
#include <string>
#include <vector>

#include "text/unit.h"

namespace egiz::exchange {

// One segment, and where it stands.
struct XliffTreeSegment {
  xmlNode* unit = nullptr;      // <trans-unit>, or the <segment> of 2.x
  xmlNode* content = nullptr;   // <source>, or the <mrk> of a <seg-source>
  std::string mark;             // mid of that <mrk>; empty without
  bool is_translated = false;
  Variant source;               // without a language
  std::vector<xmlNode*> codes;  // the element of each code of source; both codes of a pair may have one
};

// Segments that may be translated, in the order of the tree.
std::vector<XliffTreeSegment> find_xliff_segments(xmlNode* root, bool is_version_2);

// Appends to parent the text of target, and for each of its codes a copy of elements[i], the element of a code.  False,
// with nothing appended, when these would not nest.
// REQUIRES: elements.size() == target.codes.size()
bool append_xliff_content(xmlNode* parent, const Variant& target, const std::vector<xmlNode*>& elements);

}  // namespace egiz::exchange
