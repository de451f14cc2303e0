// SPDX-License-Identifier: Apache-2.0
#pragma once

// The content of an OpenDocument text to its paragraphs.

#include <string>
#include <string_view>
#include <vector>

#include "exchange/document/markup.h"
#include "exchange/document/notes.h"
#include "exchange/document/odt_styles.h"
#include "exchange/document/paragraph_builder.h"

namespace egiz::exchange {

// OpenDocument 1.3 part 3.  Tracked insertions are taken, deletions not; notes and text boxes come behind the paragraph
// that they hang on; tables of contents and other indexes are left out.
class OdtBody final : public MarkupHandler {
 public:
  // styles: from styles.xml; those of the content are added.
  OdtBody(std::string_view name, const DocumentLimits& limits, OdtStyles styles)
      : styles_(std::move(styles)), builder_(name, limits) {}

  void start(const MarkupElement& element) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  std::vector<Paragraph> take() { return builder_.take(); }
  const LanguageVotes& languages() const { return languages_; }
  const LeftOut& left_out() const { return left_out_; }

 private:
  enum class Place { other, paragraph, span, note, text_box, cell, list };

  struct Open {
    Place place = Place::other;
    ParagraphKind around = ParagraphKind::text;  // of paragraphs in it
    std::string language;
  };

  bool start_skipped(const MarkupElement& element);
  void start_text(const MarkupElement& element, Open& open);

  OdtStyles styles_;
  ParagraphBuilder builder_;
  LanguageVotes languages_;
  LeftOut left_out_;
  std::vector<Open> open_;
  std::size_t skip_depth_ = 0;  // elements open since the one that is left out; 0 when none is
  bool in_body_ = false;
};

}  // namespace egiz::exchange
