// SPDX-License-Identifier: Apache-2.0
#pragma once

// The elements of a page to its paragraphs.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/document/html_elements.h"
#include "exchange/document/markup.h"
#include "exchange/document/notes.h"
#include "exchange/document/paragraph_builder.h"

namespace egiz::exchange {

class HtmlBody final : public MarkupHandler {
 public:
  HtmlBody(std::string_view name, const DocumentLimits& limits) : builder_(name, limits) {}

  void start(const MarkupElement& element) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The paragraphs, each followed by its notes; notes that nothing refers to come last.
  std::vector<Paragraph> take();

  const LanguageVotes& languages() const { return languages_; }
  const LeftOut& left_out() const { return left_out_; }

 private:
  struct Open {
    HtmlRole role;
    ParagraphKind kind;    // of the paragraphs in it
    std::string language;  // of the text in it
  };
  // A note, and the names that links may call it by.
  struct Note {
    std::vector<std::string> ids;
    std::vector<Paragraph> paragraphs;
  };

  void open(const MarkupElement& element, HtmlRole role);
  void start_note_parts(const MarkupElement& element, HtmlRole role);
  ParagraphKind kind_inside(HtmlRole role) const;

  ParagraphBuilder builder_;
  LanguageVotes languages_;
  LeftOut left_out_;
  std::vector<Open> open_;
  std::size_t skip_depth_ = 0;  // elements open since the one that is left out; 0 when none is
  std::size_t preformatted_ = 0;
  bool in_note_ = false;
  std::vector<Note> notes_;
  std::vector<std::pair<std::size_t, std::string>> marks_;  // paragraphs finished before the mark, and the note's name
};

}  // namespace egiz::exchange
