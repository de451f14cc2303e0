// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/odt_body.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace egiz::exchange {
namespace {

constexpr std::size_t kMostSpaces = 1'000;  // in one <text:s>: nobody needs more, and a bomb would

struct Skipped {
  std::string_view element;
  std::string_view what;
};

constexpr std::string_view kContents = "tables of contents";

// Elements whose content is no text of the document, and what to call it when it is worth saying.
constexpr Skipped kSkipped[] = {
    {"tracked-changes", "deleted text"},   {"annotation", "comments"},         {"note-citation", ""},
    {"forms", "form fields"},              {"event-listeners", ""},            {"ruby-text", "ruby glosses"},
    {"covered-table-cell", ""},            {"table-of-content", kContents},    {"alphabetical-index", kContents},
    {"illustration-index", kContents},     {"table-index", kContents},         {"object-index", kContents},
    {"user-index", kContents},             {"bibliography", kContents},        {"hidden-text", "hidden text"},
    {"hidden-paragraph", "hidden text"},   {"variable-decls", ""},             {"sequence-decls", ""},
    {"user-field-decls", ""},              {"binary-data", ""},                {"script", ""},
    {"meta", ""},                          {"settings", ""},                   {"master-styles", ""},
    {"font-face-decls", ""},               {"scripts", ""},
};

}  // namespace

bool OdtBody::start_skipped(const MarkupElement& element) {
  if (skip_depth_ > 0) {
    ++skip_depth_;
    return true;
  }
  // The title and description of a drawing; text has fields of the same names.
  const bool is_description =
      (element.name == "title" || element.name == "desc") && element.namespace_.ends_with("svg-compatible:1.0");
  const auto* const skipped = std::find_if(std::begin(kSkipped), std::end(kSkipped), [&](const Skipped& candidate) {
    return candidate.element == element.name;
  });
  if (skipped == std::end(kSkipped) && !is_description) return false;
  if (element.name == "meta" && in_body_) return false;  // an annotation of text that is shown
  if (skipped != std::end(kSkipped) && !skipped->what.empty()) left_out_.add(skipped->what);
  skip_depth_ = 1;
  return true;
}

void OdtBody::start(const MarkupElement& element) {
  if (start_skipped(element)) return;
  if (!in_body_) {
    styles_.add(element);
    in_body_ = element.name == "body";
    if (!in_body_) return;
    open_.push_back({Place::other, ParagraphKind::text, std::string(styles_.default_language())});
    return;
  }
  Open open{Place::other, open_.back().around, open_.back().language};
  start_text(element, open);
  open_.push_back(std::move(open));
}

void OdtBody::start_text(const MarkupElement& element, Open& open) {
  const std::string_view name = element.name;
  const std::string_view style = element.attribute("style-name");
  if (name == "p" || name == "h") {
    ParagraphKind kind = name == "h" ? ParagraphKind::heading : styles_.kind(style);
    const bool is_bound = open.around == ParagraphKind::footnote || open.around == ParagraphKind::table_cell;
    if (is_bound || kind == ParagraphKind::text) kind = open.around;
    builder_.start(kind);
    open.place = Place::paragraph;
  } else if (name == "s") {
    std::size_t count = 1;
    const std::string_view digits = element.attribute("c");
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    builder_.append(std::string(std::min(count, kMostSpaces), ' '));
  } else if (name == "tab") {
    builder_.append(" ");
  } else if (name == "line-break") {
    builder_.line_break();
  } else if (name == "note" || name == "text-box") {
    open.place = name == "note" ? Place::note : Place::text_box;
    open.around = name == "note" ? ParagraphKind::footnote : ParagraphKind::text;
    builder_.begin_aside();
  } else if (name == "table-cell") {
    open.place = Place::cell;
    if (open.around != ParagraphKind::footnote) open.around = ParagraphKind::table_cell;
  } else if (name == "list" || name == "numbered-paragraph") {
    open.place = Place::list;
    if (open.around == ParagraphKind::text) open.around = ParagraphKind::list_item;
  } else if (name == "span" || name == "a") {
    open.place = Place::span;
  }
  if (open.place == Place::paragraph || open.place == Place::span) {
    if (const std::string_view language = styles_.language(style); !language.empty()) open.language = language;
  }
}

void OdtBody::end(std::string_view) {
  if (skip_depth_ > 0) {
    --skip_depth_;
    return;
  }
  if (open_.empty()) return;
  const Place place = open_.back().place;
  open_.pop_back();
  if (open_.empty()) in_body_ = false;
  if (place == Place::paragraph) builder_.end();
  if (place == Place::note || place == Place::text_box) builder_.end_aside();
}

void OdtBody::text(std::string_view text) {
  if (skip_depth_ > 0) return;
  // Between paragraphs there is only the white space of the file.
  const auto is_inside = [](const Open& open) { return open.place == Place::paragraph; };
  if (std::none_of(open_.rbegin(), open_.rend(), is_inside)) return;
  if (open_.back().place == Place::note || open_.back().place == Place::text_box) return;
  builder_.append_collapsed(text);
  languages_.add(open_.back().language, text.size());
}

}  // namespace egiz::exchange
