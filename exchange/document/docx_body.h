// SPDX-License-Identifier: Apache-2.0
#pragma once

// The text of one part of a docx: its body, or its footnotes.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/document/docx_styles.h"
#include "exchange/document/markup.h"
#include "exchange/document/notes.h"
#include "exchange/document/paragraph_builder.h"

namespace egiz::exchange {

// Paragraphs by the number of their note.
using DocxNotes = std::map<std::string, std::vector<Paragraph>, std::less<>>;

// What all parts of a docx share.
struct DocxContext {
  std::string_view name;  // for messages
  const DocumentLimits& limits;
  DocxStyles styles;
  DocxNotes footnotes;
  DocxNotes endnotes;
  LanguageVotes languages;
  LeftOut left_out;
};

// WordprocessingML to paragraphs (ECMA-376 part 1, 17).  Text of insertions is taken, of deletions not; of a field its
// result; of alternative contents the first; a text box comes behind the paragraph that it hangs on.
class DocxBody final : public MarkupHandler {
 public:
  explicit DocxBody(DocxContext& context) : context_(context), builder_(context.name, context.limits), frames_(1) {}

  void start(const MarkupElement& element) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  std::vector<Paragraph> take() { return builder_.take(); }

  // For a part of footnotes or endnotes: the notes that have been read.
  DocxNotes& notes() { return notes_; }

 private:
  // A stream of paragraphs: the part itself, or a text box in it.
  struct Frame {
    std::size_t cells = 0;  // table cells that are open
  };
  // A field between its begin and its end.
  struct Field {
    bool is_result = false;  // behind "separate"
    bool is_left_out = false;
    std::string code;
  };

  bool start_skipped(const MarkupElement& element);
  void start_paragraph_property(const MarkupElement& element);
  void start_run_content(const MarkupElement& element);
  void start_note(const MarkupElement& element);
  void field_character(std::string_view type);
  void set_kind(ParagraphKind kind);
  void add(std::string_view text);
  bool is_shown() const;

  DocxContext& context_;
  ParagraphBuilder builder_;
  std::vector<Frame> frames_;
  std::vector<Field> fields_;
  std::vector<bool> alternatives_;  // for each AlternateContent that is open: has a branch been taken?
  DocxNotes notes_;
  std::string note_id_;
  bool in_note_ = false;
  std::size_t skip_depth_ = 0;  // elements open since the one that is left out; 0 when none is
  bool in_text_ = false;        // in w:t
  bool in_code_ = false;        // in w:instrText
  bool in_run_ = false;
  bool in_run_properties_ = false;
  bool is_hidden_ = false;        // the run is
  bool is_mark_deleted_ = false;  // the paragraph's: it goes on in the next one
  bool is_continued_ = false;     // this paragraph goes on with the last one
  ParagraphKind kind_ = ParagraphKind::text;
  std::string language_;  // of the run
};

}  // namespace egiz::exchange
