// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/docx_styles.h"

#include "exchange/document/markup.h"

namespace egiz::exchange {
namespace {

constexpr int kDeepestBase = 20;  // styles based on styles: a chain, or a ring in a damaged file

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

class DocxStylesHandler final : public MarkupHandler {
 public:
  explicit DocxStylesHandler(DocxStyles& styles) : styles_(styles) {}

  void start(const MarkupElement& element) override {
    const std::string_view value = element.attribute("val");
    if (element.name == "style") {
      style_ = &styles_.styles_[std::string(element.attribute("styleId"))];
    } else if (element.name == "docDefaults") {
      in_defaults_ = true;
    } else if (in_defaults_ && element.name == "lang") {
      styles_.language_ = value;
    } else if (style_ == nullptr) {
      return;
    } else if (element.name == "name") {
      style_->name = lower_case(value);
    } else if (element.name == "basedOn") {
      style_->based_on = value;
    } else if (element.name == "outlineLvl") {
      style_->is_outlined = value != "9";  // 9 is body text
    } else if (element.name == "numId") {
      style_->is_numbered = value != "0";
    }
  }

  void end(std::string_view name) override {
    if (name == "style") style_ = nullptr;
    if (name == "docDefaults") in_defaults_ = false;
  }

  void text(std::string_view) override {}

 private:
  DocxStyles& styles_;
  DocxStyles::Style* style_ = nullptr;
  bool in_defaults_ = false;
};

DocxStyles::DocxStyles(std::string_view xml, std::string_view name) {
  DocxStylesHandler handler(*this);
  parse_xml(xml, name, handler);
}

ParagraphKind DocxStyles::kind(std::string_view style_id) const {
  auto style = styles_.find(style_id);
  for (int depth = 0; style != styles_.end() && depth < kDeepestBase; ++depth) {
    const Style& at = style->second;
    if (at.name.starts_with("heading") || at.name == "title" || at.name == "subtitle") return ParagraphKind::heading;
    if (at.name == "caption") return ParagraphKind::caption;
    if (at.is_outlined) return ParagraphKind::heading;
    if (at.is_numbered || at.name.starts_with("list")) return ParagraphKind::list_item;
    style = styles_.find(at.based_on);
  }
  return ParagraphKind::text;
}

}  // namespace egiz::exchange
