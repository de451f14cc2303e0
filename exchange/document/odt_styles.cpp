// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/odt_styles.h"

namespace egiz::exchange {
namespace {

constexpr int kDeepestParent = 20;  // styles have parents: a chain, or a ring in a damaged file

// "ru" and "RU" to "ru-RU"; "none" is text that is not to be spell-checked.
std::string tag_of(std::string_view language, std::string_view country) {
  if (language.empty() || language == "none" || language == "zxx") return {};
  std::string tag(language);
  if (!country.empty() && country != "none") tag.append("-").append(country);
  return tag;
}

}  // namespace

void OdtStyles::add(const MarkupElement& element) {
  if (element.name == "style") {
    style_ = &styles_[std::string(element.attribute("name"))];
    style_->parent = element.attribute("parent-style-name");
    is_default_ = false;
  } else if (element.name == "default-style") {
    style_ = nullptr;
    is_default_ = element.attribute("family") == "paragraph";
  } else if (element.name == "text-properties") {
    std::string tag = tag_of(element.attribute("language"), element.attribute("country"));
    if (style_ != nullptr) {
      style_->language = std::move(tag);
    } else if (is_default_) {
      default_language_ = std::move(tag);
    }
  }
}

ParagraphKind OdtStyles::kind(std::string_view style_name) const {
  std::string_view name = style_name;
  for (int depth = 0; depth < kDeepestParent; ++depth) {
    if (name == "Title" || name == "Subtitle" || name.starts_with("Heading")) return ParagraphKind::heading;
    if (name == "Caption") return ParagraphKind::caption;
    if (name == "List") return ParagraphKind::list_item;
    const auto style = styles_.find(name);
    if (style == styles_.end()) break;
    name = style->second.parent;
  }
  return ParagraphKind::text;
}

std::string_view OdtStyles::language(std::string_view style_name) const {
  auto style = styles_.find(style_name);
  for (int depth = 0; style != styles_.end() && depth < kDeepestParent; ++depth) {
    if (!style->second.language.empty()) return style->second.language;
    style = styles_.find(style->second.parent);
  }
  return {};
}

}  // namespace egiz::exchange
