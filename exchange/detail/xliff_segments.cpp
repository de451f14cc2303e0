// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/xliff_segments.h"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/detail/xml_tree.h"

namespace egiz::exchange {
namespace {

using Kind = InlineCode::Kind;

struct CodeElement {
  std::string_view name;
  Kind kind;
};

// Elements that are one code; what stands in them is native.
constexpr std::array<CodeElement, 9> kCodes = {{{"bpt", Kind::opening},
                                                {"bx", Kind::opening},
                                                {"sc", Kind::opening},
                                                {"ept", Kind::closing},
                                                {"ex", Kind::closing},
                                                {"ec", Kind::closing},
                                                {"it", Kind::opening},
                                                {"ph", Kind::standalone},
                                                {"x", Kind::standalone}}};

bool wraps_text(const xmlNode* node) { return is_element(node, "g") || is_element(node, "pc"); }

bool is_segment_mark(const xmlNode* node) {
  return is_element(node, "mrk") && attribute_of(node, "mtype") == "seg";
}

// The text and the codes of an element.
class ContentReader {
 public:
  explicit ContentReader(XliffTreeSegment& segment) : segment_(segment) {}

  void read(xmlNode* parent) {
    for (xmlNode* node = parent->children; node != nullptr; node = node->next) {
      const bool is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
      if (is_text && node->content != nullptr) {
        segment_.source.text += reinterpret_cast<const char*>(node->content);
      } else if (node->type == XML_ELEMENT_NODE) {
        read_element(node);
      }
    }
  }

 private:
  void read_element(xmlNode* node) {
    if (wraps_text(node)) {
      add(Kind::opening, node);
      read(node);
      add(Kind::closing, node);
      return;
    }
    const auto code = std::ranges::find_if(kCodes, [&](const CodeElement& entry) { return is_element(node, entry.name); });
    if (code == kCodes.end()) return read(node);  // <mrk>: about the text, not in it
    const bool ends = code->name == "it" && attribute_of(node, "pos") == "close";
    add(ends ? Kind::closing : code->kind, node);
  }

  void add(Kind kind, xmlNode* node) {
    segment_.source.codes.push_back({kind, segment_.source.text.size(), {}, {}});
    segment_.codes.push_back(node);
  }

  XliffTreeSegment& segment_;
};

bool has_text(const xmlNode* node) {
  xmlChar* content = xmlNodeGetContent(node);
  const std::string text = content == nullptr ? "" : reinterpret_cast<const char*>(content);
  xmlFree(content);
  return text.find_first_not_of(" \t\r\n") != std::string::npos;
}

void find_marks(xmlNode* parent, std::vector<xmlNode*>& marks) {
  for (xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (is_segment_mark(node)) {
      marks.push_back(node);
    } else if (node->type == XML_ELEMENT_NODE) {
      find_marks(node, marks);
    }
  }
}

void add_segment(std::vector<XliffTreeSegment>& segments, xmlNode* unit, xmlNode* content, const xmlNode* target) {
  XliffTreeSegment& segment = segments.emplace_back();
  segment.unit = unit;
  segment.content = content;
  segment.is_translated = target != nullptr && has_text(target);
  ContentReader(segment).read(content);
}

void add_segments(std::vector<XliffTreeSegment>& segments, xmlNode* unit) {
  xmlNode* const source = child_element(unit, "source");
  if (source == nullptr) return;
  xmlNode* const target = child_element(unit, "target");
  std::vector<xmlNode*> marks, target_marks;
  if (xmlNode* cut = child_element(unit, "seg-source")) find_marks(cut, marks);
  if (marks.empty()) return add_segment(segments, unit, source, target);
  if (target != nullptr) find_marks(target, target_marks);
  for (xmlNode* mark : marks) {
    const std::string id = attribute_of(mark, "mid");
    const auto same = std::ranges::find_if(target_marks, [&](xmlNode* other) { return attribute_of(other, "mid") == id; });
    add_segment(segments, unit, mark, same == target_marks.end() ? nullptr : *same);
    segments.back().mark = id;
  }
}

void find_segments(xmlNode* parent, bool is_version_2, std::vector<XliffTreeSegment>& segments) {
  for (xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || attribute_of(node, "translate") == "no") continue;
    if (is_element(node, is_version_2 ? "segment" : "trans-unit")) {
      add_segments(segments, node);
    } else {
      find_segments(node, is_version_2, segments);
    }
  }
}

bool nests(const Variant& target, const std::vector<xmlNode*>& elements) {
  std::vector<xmlNode*> open;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (!wraps_text(elements[i])) continue;
    if (target.codes[i].kind == Kind::opening) {
      open.push_back(elements[i]);
    } else if (open.empty() || open.back() != elements[i]) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

}  // namespace

std::vector<XliffTreeSegment> find_xliff_segments(xmlNode* root, bool is_version_2) {
  std::vector<XliffTreeSegment> segments;
  find_segments(root, is_version_2, segments);
  return segments;
}

bool append_xliff_content(xmlNode* parent, const Variant& target, const std::vector<xmlNode*>& elements) {
  if (!nests(target, elements)) return false;
  const std::string_view text = target.text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    append_text(parent, text.substr(at, target.codes[i].offset - at));
    at = target.codes[i].offset;
    if (wraps_text(elements[i]) && target.codes[i].kind == Kind::closing) {
      parent = parent->parent;
      continue;
    }
    const bool wraps = wraps_text(elements[i]);
    xmlNode* copy = append_copy(parent, elements[i], !wraps);
    if (wraps) parent = copy;
  }
  append_text(parent, text.substr(at));
  return true;
}

}  // namespace egiz::exchange
