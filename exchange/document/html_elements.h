// SPDX-License-Identifier: Apache-2.0
#pragma once

// What elements of HTML mean to a reader of text.

#include <string_view>

#include "exchange/document/markup.h"
#include "text/document.h"

namespace egiz::exchange {

enum class HtmlRole {
  inline_,    // part of a line: <b>, <span>, and what is not known
  block,      // starts and ends a paragraph, without a kind of its own: <p>, <div>
  heading,
  list_item,
  table_cell,
  caption,
  preformatted,
  line_break,
  left_out,   // with everything in it
  footnote,        // the text of a note
  footnotes,       // a list whose items are notes
  footnote_mark,   // the number that refers to a note, or back
};

HtmlRole role_of(const MarkupElement& element);

// What is worth telling of an element that is left out: "navigation"; empty for scripts and the like.
std::string_view what_is_left_out(const MarkupElement& element);

}  // namespace egiz::exchange
