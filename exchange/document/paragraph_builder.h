// SPDX-License-Identifier: Apache-2.0
#pragma once

// ParagraphBuilder: pieces of text, as a format has them, to paragraphs.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/document_limits.h"
#include "exchange/document_reader.h"

namespace egiz::exchange {

// Collects the paragraphs of a document in reading order.  Soft hyphens and byte order marks are dropped, control
// characters are spaces, white space at the ends of a paragraph goes, and empty paragraphs are not there.
//
// A line break inside a paragraph is a space, except that after . ! ? … : ; and where two follow each other it ends the
// paragraph: people break lines to part list items as often as to fill a line.
class ParagraphBuilder {
 public:
  // name is for messages; both must outlive the builder.
  ParagraphBuilder(std::string_view name, const DocumentLimits& limits);

  // Ends the open paragraph and starts one of kind.
  void start(ParagraphKind kind);

  // Ends the open paragraph, if there is one; text that follows is of ParagraphKind::text.
  void end();

  // Appends text as it is; a tab or line end is a space.  Throws Error{unsupported} when the document is too long.
  void append(std::string_view text);

  // Appends text with every run of white space as one space, also across calls.
  void append_collapsed(std::string_view text);

  void line_break();

  // What is read between these two (a footnote, a text box) comes behind the paragraph that is open now.
  void begin_aside();
  void end_aside();

  // The same, for what was read before.
  void add_aside(const std::vector<Paragraph>& paragraphs);

  // What is read between these two is not in the document, but given to the caller.
  void begin_detached() { begin_aside(); }
  std::vector<Paragraph> end_detached();

  // True when the open paragraph has text.
  bool has_text() const { return !frames_.back().text.empty(); }

  // Paragraphs that have ended and are not in an aside.
  std::size_t finished() const { return frames_.front().done.size(); }

  // Ends the open paragraph and gives everything.
  std::vector<Paragraph> take();

 private:
  // A stream of paragraphs; the first is the document, the others are asides that are open.
  struct Frame {
    std::string text;  // of the open paragraph; '\n' is a line break
    ParagraphKind kind = ParagraphKind::text;
    std::vector<Paragraph> done;
    std::vector<Paragraph> waiting;  // asides of the open paragraph
  };

  void add_text(std::string_view text, bool collapse);
  void count(std::size_t bytes);

  std::string_view name_;
  const DocumentLimits& limits_;
  std::vector<Frame> frames_;
  std::size_t bytes_ = 0;
};

// text without white space (no-break spaces too) at either end.
std::string_view trim_spaces(std::string_view text);

}  // namespace egiz::exchange
