// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/html_body.h"

#include <algorithm>
#include <iterator>

namespace egiz::exchange {
namespace {

bool is_paragraph_role(HtmlRole role) {
  switch (role) {
    case HtmlRole::block:
    case HtmlRole::heading:
    case HtmlRole::list_item:
    case HtmlRole::table_cell:
    case HtmlRole::caption:
    case HtmlRole::preformatted:
    case HtmlRole::footnote:
    case HtmlRole::footnotes:
      return true;
    default:
      return false;
  }
}

}  // namespace

ParagraphKind HtmlBody::kind_inside(HtmlRole role) const {
  const ParagraphKind outer = open_.empty() ? ParagraphKind::text : open_.back().kind;
  if (outer == ParagraphKind::footnote) return outer;
  switch (role) {
    case HtmlRole::heading:
      return outer == ParagraphKind::table_cell ? outer : ParagraphKind::heading;
    case HtmlRole::list_item:
      return outer == ParagraphKind::table_cell ? outer : ParagraphKind::list_item;
    case HtmlRole::table_cell:
      return ParagraphKind::table_cell;
    case HtmlRole::caption:
      return ParagraphKind::caption;
    case HtmlRole::footnote:
      return ParagraphKind::footnote;
    default:
      return outer;
  }
}

void HtmlBody::start(const MarkupElement& element) {
  if (skip_depth_ > 0) {
    ++skip_depth_;
    return;
  }
  HtmlRole role = role_of(element);
  const bool is_in_list_of_notes =
      std::any_of(open_.begin(), open_.end(), [](const Open& open) { return open.role == HtmlRole::footnotes; });
  if (role == HtmlRole::list_item && is_in_list_of_notes && !in_note_) role = HtmlRole::footnote;
  if (role == HtmlRole::footnote && in_note_) role = HtmlRole::block;
  // A link of a note leads back to its mark.
  if (in_note_ && element.name == "a" && element.attribute("href").starts_with('#')) role = HtmlRole::footnote_mark;
  start_note_parts(element, role);
  if (role == HtmlRole::left_out || role == HtmlRole::footnote_mark) {
    if (const std::string_view what = what_is_left_out(element); !what.empty()) left_out_.add(what);
    skip_depth_ = 1;
    return;
  }
  open(element, role);
  if (role == HtmlRole::line_break) builder_.line_break();
  if (role == HtmlRole::preformatted) ++preformatted_;
  if (role == HtmlRole::footnote) {
    builder_.end();
    builder_.begin_detached();
    in_note_ = true;
  }
  if (is_paragraph_role(role)) builder_.start(open_.back().kind);
}

void HtmlBody::start_note_parts(const MarkupElement& element, HtmlRole role) {
  if (role == HtmlRole::footnote) notes_.emplace_back();
  if (role == HtmlRole::footnote_mark && !in_note_) {
    const std::string_view link = element.attribute("href");
    const std::size_t hash = link.find('#');
    if (hash != std::string_view::npos) marks_.emplace_back(builder_.finished(), link.substr(hash + 1));
  } else if (in_note_ || role == HtmlRole::footnote) {
    for (const std::string_view name : {"id", "name"}) {
      const std::string_view id = element.attribute(name);
      if (!id.empty()) notes_.back().ids.emplace_back(id);
    }
  }
}

void HtmlBody::open(const MarkupElement& element, HtmlRole role) {
  std::string language = open_.empty() ? std::string() : open_.back().language;
  for (const std::string_view name : {"xml:lang", "lang"}) {
    if (element.has_attribute(name)) language = element.attribute(name);
  }
  const ParagraphKind kind = kind_inside(role);
  open_.push_back({role, kind, std::move(language)});
}

void HtmlBody::end(std::string_view) {
  if (skip_depth_ > 0) {
    --skip_depth_;
    return;
  }
  if (open_.empty()) return;
  const HtmlRole role = open_.back().role;
  open_.pop_back();
  if (role == HtmlRole::preformatted) --preformatted_;
  if (role == HtmlRole::footnote) {
    notes_.back().paragraphs = builder_.end_detached();
    in_note_ = false;
  }
  if (is_paragraph_role(role)) builder_.start(open_.empty() ? ParagraphKind::text : open_.back().kind);
}

void HtmlBody::text(std::string_view text) {
  if (skip_depth_ > 0 || open_.empty()) return;
  languages_.add(open_.back().language, text.size());
  if (preformatted_ == 0) {
    builder_.append_collapsed(text);
    return;
  }
  for (;;) {
    const std::size_t end = text.find('\n');
    builder_.append(text.substr(0, end));
    if (end == std::string_view::npos) return;
    builder_.line_break();
    text.remove_prefix(end + 1);
  }
}

std::vector<Paragraph> HtmlBody::take() {
  std::vector<Paragraph> body = builder_.take();
  std::vector<Paragraph> out;
  const auto add_note = [&](Note& note) {
    std::move(note.paragraphs.begin(), note.paragraphs.end(), std::back_inserter(out));
    note.paragraphs.clear();
  };
  std::map<std::string, std::size_t> notes_by_id;
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    for (const std::string& id : notes_[i].ids) notes_by_id.emplace(id, i);
  }
  auto mark = marks_.begin();
  for (std::size_t i = 0; i < body.size(); ++i) {
    out.push_back(std::move(body[i]));
    for (; mark != marks_.end() && mark->first <= i; ++mark) {
      const auto found = notes_by_id.find(mark->second);
      if (found != notes_by_id.end()) add_note(notes_[found->second]);
    }
  }
  for (Note& note : notes_) add_note(note);
  return out;
}

}  // namespace egiz::exchange
