// SPDX-License-Identifier: Apache-2.0
#pragma once

// The styles of a docx: what kind of paragraph a style makes.

#include <map>
#include <string>
#include <string_view>

#include "text/document.h"

namespace egiz::exchange {

class DocxStyles {
 public:
  DocxStyles() = default;

  // xml is word/styles.xml; name is for messages.  Throws Error{parse}.
  DocxStyles(std::string_view xml, std::string_view name);

  // ParagraphKind::text for a style that is not known.
  ParagraphKind kind(std::string_view style_id) const;

  // The language of text that states none; empty when the styles state none either.
  const std::string& language() const { return language_; }

 private:
  struct Style {
    std::string name;  // in lower case, as Word has it in English whatever its own language
    std::string based_on;
    bool is_outlined = false;  // has an outline level: a heading
    bool is_numbered = false;
  };
  friend class DocxStylesHandler;

  std::map<std::string, Style, std::less<>> styles_;
  std::string language_;
};

}  // namespace egiz::exchange
