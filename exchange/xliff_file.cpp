// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff_file.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/detail/written.h"
#include "exchange/detail/xliff_segments.h"
#include "exchange/detail/xml_tree.h"
#include "text/inline_codes.h"

namespace egiz {
namespace {

using exchange::as_xml;
using exchange::attribute_of;
using exchange::child_element;
using exchange::XliffTreeSegment;

constexpr std::size_t kMaxFile = std::size_t{256} << 20;  // bytes

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using DocumentPointer = std::unique_ptr<xmlDoc, FreeDocument>;

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

DocumentPointer parse_tree(std::string_view bytes, std::string_view name) {
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (context == nullptr) throw std::bad_alloc();
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  DocumentPointer document(xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                             nullptr, kOptions));
  if (document != nullptr && xmlDocGetRootElement(document.get()) != nullptr) return document;
  const xmlError* error = xmlCtxtGetLastError(context.get());
  std::string what = error != nullptr && error->message != nullptr ? error->message : "not well-formed";
  while (!what.empty() && (what.back() == '\n' || what.back() == '.')) what.pop_back();
  throw Error(ErrorCode::parse, std::string(name) + ":" + std::to_string(error != nullptr ? error->line : 1) + ": " +
                                    what + "; the file is no XML");
}

std::optional<Language> language_of(const std::string& tag) {
  try {
    return Language(tag);
  } catch (const Error&) {
    return std::nullopt;
  }
}

void set_attribute(xmlNode* node, const char* name, const std::string& value) {
  xmlSetProp(node, as_xml(name), as_xml(value.c_str()));
}

constexpr std::array<const char*, 4> kStates = {"new", "needs-review-translation", "translated", "final"};

// A <target> that was read or made: where the translation of a segment goes.
xmlNode* target_of(const XliffTreeSegment& segment) {
  if (xmlNode* target = child_element(segment.unit, "target")) return target;
  xmlNode* cut = child_element(segment.unit, "seg-source");
  xmlNode* before = cut != nullptr ? cut : child_element(segment.unit, "source");
  return xmlAddNextSibling(before, exchange::make_element(before, "target"));
}

// The <mrk> of target for a mark, or a new one, and the blanks that stand behind it in the source.
xmlNode* mark_of(xmlNode* target, const XliffTreeSegment& segment) {
  bool has_marks = false;
  for (xmlNode* node = target->children; node != nullptr; node = node->next) {
    if (!exchange::is_element(node, "mrk")) continue;
    if (attribute_of(node, "mid") == segment.mark) return node;
    has_marks = true;
  }
  if (!has_marks) exchange::remove_children(target);
  xmlNode* mark = exchange::append_copy(target, segment.content, false);
  const xmlNode* next = segment.content->next;
  if (next != nullptr && next->type == XML_TEXT_NODE && next->content != nullptr) {
    exchange::append_text(target, reinterpret_cast<const char*>(next->content));
  }
  return mark;
}

}  // namespace

class XliffFile::Impl {
 public:
  Impl(std::string_view bytes, std::string_view name) : document_(parse_tree(bytes, name)) {
    root_ = xmlDocGetRootElement(document_.get());
    if (!exchange::is_element(root_, "xliff")) {
      throw Error(ErrorCode::parse, std::string(name) + ": its root element is not <xliff>; is this the file you mean?");
    }
    is_version_2_ = attribute_of(root_, "version").starts_with('2');
    segments_ = exchange::find_xliff_segments(root_, is_version_2_);
  }

  std::optional<Language> language(const char* newer, const char* older) const {
    if (is_version_2_) return language_of(attribute_of(root_, newer));
    const xmlNode* file = child_element(root_, "file");
    return file == nullptr ? std::nullopt : language_of(attribute_of(file, older));
  }

  const std::vector<XliffTreeSegment>& segments() const { return segments_; }

  bool translate(XliffTreeSegment& segment, const Variant& match, const Variant& target, XliffState state) {
    xmlNode* const whole = target_of(segment);
    xmlNode* const place = segment.mark.empty() ? whole : mark_of(whole, segment);
    exchange::remove_children(place);
    const bool has_codes = append_with_codes(place, segment, match, target);
    if (!has_codes) exchange::append_text(place, target.text);
    set_state(segment, whole, has_codes ? state : std::min(state, XliffState::needs_review));
    segment.is_translated = true;
    return has_codes;
  }

  void propose(const XliffTreeSegment& segment, const XliffProposal& proposal) {
    if (is_version_2_) {
      propose_match(segment, proposal);
    } else {
      propose_alternative(segment, proposal);
    }
  }

  void write(std::ostream& out) const {
    xmlChar* text = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document_.get(), &text, &size, "UTF-8");
    if (text == nullptr) throw std::bad_alloc();
    out.write(reinterpret_cast<const char*>(text), size);
    xmlFree(text);
    out.flush();
    exchange::check_written(out);
  }

  std::vector<XliffTreeSegment>& segments() { return segments_; }

 private:
  static bool append_with_codes(xmlNode* place, const XliffTreeSegment& segment, const Variant& match,
                                const Variant& target) {
    const std::vector<InlineCode>& codes = segment.source.codes;
    if (!have_same_codes(codes, match.codes)) return false;
    std::vector<xmlNode*> elements;
    for (const std::size_t code : match_codes(match, target)) elements.push_back(segment.codes[code]);
    return elements.size() == target.codes.size() && elements.size() == codes.size() &&
           exchange::append_xliff_content(place, target, elements);
  }

  // In 1.2 the state is that of the least of the marks of one <target>.
  void set_state(const XliffTreeSegment& segment, xmlNode* target, XliffState state) const {
    if (is_version_2_) {
      set_attribute(segment.unit, "state", state == XliffState::translated ? "translated" : "initial");
      if (state == XliffState::needs_review) set_attribute(segment.unit, "subState", "egiz:needs-review");
      return;
    }
    const auto index = [](XliffState s) { return static_cast<std::size_t>(s); };
    const std::string known = attribute_of(target, "state");
    const bool keeps_known = !segment.mark.empty() && known == kStates[index(XliffState::needs_review)];
    if (!keeps_known) set_attribute(target, "state", kStates[index(state)]);
  }

  static void propose_alternative(const XliffTreeSegment& segment, const XliffProposal& proposal) {
    xmlNode* alternative = exchange::append_element(segment.unit, "alt-trans", "", nullptr);
    if (!segment.mark.empty()) set_attribute(alternative, "mid", segment.mark);
    set_attribute(alternative, "match-quality", exchange::shortest(proposal.score));
    if (!proposal.origin.empty()) set_attribute(alternative, "origin", proposal.origin);
    exchange::append_element(alternative, "source", proposal.source->text, nullptr);
    exchange::append_element(alternative, "target", proposal.target->text, nullptr);
  }

  // Modules stand before everything else in a <unit>.
  static void propose_match(const XliffTreeSegment& segment, const XliffProposal& proposal) {
    const std::string id = attribute_of(segment.unit, "id");
    xmlNode* const unit = segment.unit->parent;
    if (id.empty() || unit->children == nullptr) return;
    xmlNode* matches = child_element(unit, "matches");
    if (matches == nullptr) {
      matches = xmlAddPrevSibling(unit->children, exchange::make_element(unit, "matches"));
      xmlSetNs(matches, xmlNewNs(matches, as_xml("urn:oasis:names:tc:xliff:matches:2.0"), as_xml("mtc")));
    }
    xmlNode* match = exchange::append_element(matches, "match", "", matches->ns);
    set_attribute(match, "ref", "#" + id);
    set_attribute(match, "similarity", exchange::shortest(proposal.score));
    if (!proposal.origin.empty()) set_attribute(match, "origin", proposal.origin);
    exchange::append_element(match, "source", proposal.source->text, unit->ns);
    exchange::append_element(match, "target", proposal.target->text, unit->ns);
  }

  DocumentPointer document_;
  xmlNode* root_ = nullptr;
  bool is_version_2_ = false;
  std::vector<XliffTreeSegment> segments_;
};

bool is_xliff(const std::filesystem::path& file) {
  std::string head(4096, '\0');
  head.resize(exchange::open_bytes(file)->read(head.data(), head.size()));
  std::erase(head, '\0');  // UTF-16
  return head.find("<xliff") != std::string::npos;
}

XliffFile XliffFile::read(const std::filesystem::path& file) {
  return parse(exchange::read_all(*exchange::open_bytes(file), kMaxFile, file.string()), file.string());
}

XliffFile XliffFile::parse(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kMaxFile) throw Error(ErrorCode::unsupported, std::string(name) + ": is larger than 256 MB");
  return XliffFile(std::make_unique<Impl>(bytes, name));
}

XliffFile::XliffFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
XliffFile::XliffFile(XliffFile&&) noexcept = default;
XliffFile& XliffFile::operator=(XliffFile&&) noexcept = default;
XliffFile::~XliffFile() = default;

std::optional<Language> XliffFile::source_language() const { return impl_->language("srcLang", "source-language"); }
std::optional<Language> XliffFile::target_language() const { return impl_->language("trgLang", "target-language"); }
std::size_t XliffFile::size() const { return impl_->segments().size(); }
const Variant& XliffFile::source(std::size_t segment) const { return impl_->segments()[segment].source; }
bool XliffFile::is_translated(std::size_t segment) const { return impl_->segments()[segment].is_translated; }

bool XliffFile::translate(std::size_t segment, const Variant& match, const Variant& target, XliffState state) {
  return impl_->translate(impl_->segments()[segment], match, target, state);
}

void XliffFile::propose(std::size_t segment, const XliffProposal& proposal) {
  impl_->propose(impl_->segments()[segment], proposal);
}

void XliffFile::write(std::ostream& out) const { impl_->write(out); }

}  // namespace egiz
