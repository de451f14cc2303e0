// SPDX-License-Identifier: Apache-2.0
#pragma once

// The styles of an OpenDocument text.

#include <map>
#include <string>
#include <string_view>

#include "exchange/document/markup.h"
#include "text/document.h"

namespace egiz::exchange {

// Filled from styles.xml and from the automatic styles at the head of content.xml.
class OdtStyles {
 public:
  // Gives a start tag to the styles; all others are passed over.
  void add(const MarkupElement& element);

  // What kind of paragraph a style, or one that it is based on, makes.
  ParagraphKind kind(std::string_view style_name) const;

  // The language tag of a style; empty when neither it nor its parents state one.
  std::string_view language(std::string_view style_name) const;

  // The language of paragraphs without one.
  std::string_view default_language() const { return default_language_; }

 private:
  struct Style {
    std::string parent;
    std::string language;
  };

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_language_;
  Style* style_ = nullptr;
  bool is_default_ = false;  // in the default style of paragraphs
};

}  // namespace egiz::exchange
