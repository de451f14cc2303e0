// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/docx_body.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace egiz::exchange {
namespace {

// Elements whose content is no text of the document, and what to call it when it is worth saying.
struct Skipped {
  std::string_view element;
  std::string_view what;
};

constexpr std::string_view kDeletedText = "deleted text";

constexpr Skipped kSkipped[] = {
    {"del", kDeletedText},     {"moveFrom", kDeletedText},   {"delText", ""},       {"delInstrText", ""},
    {"pPrChange", ""},         {"rPrChange", ""},            {"sectPrChange", ""},  {"tblPrChange", ""},
    {"tcPrChange", ""},        {"trPrChange", ""},           {"tblPrExChange", ""}, {"tblGridChange", ""},
    {"numberingChange", ""},   {"rt", "ruby glosses"},       {"binData", ""},       {"sdtPr", ""},
    {"sectPr", ""},            {"docPartPr", ""},            {"txbxStyle", ""},     {"chart", "charts"},
    {"relIds", "diagrams"},
};

bool is_off(std::string_view value) { return value == "0" || value == "false" || value == "off"; }

// A table of contents or an index repeats the document.
bool is_generated(std::string_view code) {
  const std::size_t begin = code.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  const std::string_view word = code.substr(begin, code.find_first_of(" \t\r\n\\", begin) - begin);
  return word == "TOC" || word == "INDEX" || word == "toc" || word == "index";
}

}  // namespace

bool DocxBody::start_skipped(const MarkupElement& element) {
  if (skip_depth_ > 0) {
    ++skip_depth_;
    return true;
  }
  if (element.name == "AlternateContent") {
    alternatives_.push_back(false);
  } else if ((element.name == "Choice" || element.name == "Fallback") && !alternatives_.empty()) {
    if (alternatives_.back()) {
      skip_depth_ = 1;
      return true;
    }
    alternatives_.back() = true;
  }
  for (const Skipped& skipped : kSkipped) {
    if (element.name != skipped.element) continue;
    // w:del among the properties of a paragraph's mark has no content: the mark itself was deleted.
    if (skipped.what == kDeletedText && in_run_properties_) {
      is_mark_deleted_ = !in_run_;
    } else if (!skipped.what.empty()) {
      context_.left_out.add(skipped.what);
    }
    skip_depth_ = 1;
    return true;
  }
  return false;
}

void DocxBody::start(const MarkupElement& element) {
  if (start_skipped(element)) return;
  const std::string_view name = element.name;
  if (name == "p") {
    is_hidden_ = false;
    is_mark_deleted_ = false;
    set_kind(ParagraphKind::text);
  } else if (name == "r") {
    in_run_ = true;
    is_hidden_ = false;
    language_ = context_.styles.language();
  } else if (name == "rPr") {
    in_run_properties_ = true;
  } else if (name == "t") {
    in_text_ = true;
  } else if (name == "tc") {
    ++frames_.back().cells;
    builder_.end();
  } else if (name == "txbxContent") {
    builder_.begin_aside();
    frames_.emplace_back();
    in_run_ = false;
  } else if (name == "footnote" || name == "endnote") {
    start_note(element);
  } else if (in_run_properties_ && in_run_) {
    if (name == "vanish" && !is_off(element.attribute("val"))) is_hidden_ = true;
    if (name == "lang" && element.has_attribute("val")) language_ = element.attribute("val");
  } else if (in_run_) {
    start_run_content(element);
  } else {
    start_paragraph_property(element);
  }
}

void DocxBody::start_paragraph_property(const MarkupElement& element) {
  const std::string_view value = element.attribute("val");
  if (element.name == "pStyle") {
    set_kind(context_.styles.kind(value));
  } else if (element.name == "numId" && value != "0" && kind_ == ParagraphKind::text) {
    set_kind(ParagraphKind::list_item);
  } else if (element.name == "outlineLvl" && value != "9") {
    set_kind(ParagraphKind::heading);
  }
}

void DocxBody::start_run_content(const MarkupElement& element) {
  const std::string_view name = element.name;
  if (name == "tab" || name == "ptab") {
    add(" ");
  } else if (name == "br" || name == "cr") {
    if (is_shown()) builder_.line_break();
  } else if (name == "noBreakHyphen") {
    add("\xE2\x80\x91");
  } else if (name == "instrText") {
    in_code_ = true;
  } else if (name == "fldChar") {
    field_character(element.attribute("fldCharType"));
  } else if (name == "footnoteReference" || name == "endnoteReference") {
    const DocxNotes& notes = name == "footnoteReference" ? context_.footnotes : context_.endnotes;
    const auto note = notes.find(element.attribute("id"));
    if (note != notes.end() && is_shown()) builder_.add_aside(note->second);
  } else if (name == "commentReference") {
    context_.left_out.add("comments");
  } else if (name == "sym") {
    const std::string_view code = element.attribute("char");
    unsigned value = 0;
    std::from_chars(code.data(), code.data() + code.size(), value, 16);
    const bool is_private = value >= 0xE000 && value <= 0xF8FF;  // a place in the font, not a character
    if (value < 0x20 || value > 0xFFFD || is_private || (value >= 0xD800 && value < 0xE000)) {
      context_.left_out.add("characters of symbol fonts");
      return;
    }
    std::string symbol;
    append_utf8(symbol, value);
    add(symbol);
  }
}

void DocxBody::start_note(const MarkupElement& element) {
  // Word keeps the line between text and notes as notes of their own.
  const std::string_view type = element.attribute("type");
  if (!type.empty() && type != "normal") {
    skip_depth_ = 1;
    return;
  }
  note_id_ = element.attribute("id");
  in_note_ = true;
  builder_.begin_detached();
}

void DocxBody::field_character(std::string_view type) {
  if (type == "begin") {
    fields_.push_back({});
  } else if (fields_.empty()) {
    return;
  } else if (type == "separate") {
    Field& field = fields_.back();
    field.is_result = true;
    field.is_left_out = is_generated(field.code);
    if (field.is_left_out) context_.left_out.add("tables of contents");
  } else if (type == "end") {
    fields_.pop_back();
  }
}

void DocxBody::end(std::string_view name) {
  if (skip_depth_ > 0) {
    --skip_depth_;
    return;
  }
  if (name == "p") {
    is_continued_ = is_mark_deleted_ && builder_.has_text();
    if (!is_continued_) builder_.end();
  } else if (name == "r") {
    in_run_ = false;
  } else if (name == "rPr") {
    in_run_properties_ = false;
  } else if (name == "t") {
    in_text_ = false;
  } else if (name == "instrText") {
    in_code_ = false;
  } else if (name == "tc") {
    if (frames_.back().cells > 0) --frames_.back().cells;
  } else if (name == "txbxContent") {
    builder_.end_aside();
    frames_.pop_back();
    in_run_ = true;  // the one that the text box hangs in
  } else if ((name == "footnote" || name == "endnote") && in_note_) {
    notes_[note_id_] = builder_.end_detached();
    in_note_ = false;
  } else if (name == "AlternateContent" && !alternatives_.empty()) {
    alternatives_.pop_back();
  }
}

void DocxBody::text(std::string_view text) {
  if (skip_depth_ > 0) return;
  if (in_code_ && !fields_.empty() && !fields_.back().is_result) {
    fields_.back().code += text;
  } else if (in_text_) {
    if (is_hidden_) context_.left_out.add("hidden text");
    add(text);
  }
}

void DocxBody::add(std::string_view text) {
  if (!is_shown()) return;
  builder_.append(text);
  context_.languages.add(language_, text.size());
}

void DocxBody::set_kind(ParagraphKind kind) {
  if (is_continued_) return;
  kind_ = in_note_                     ? ParagraphKind::footnote
          : frames_.back().cells > 0 ? ParagraphKind::table_cell
                                     : kind;
  builder_.start(kind_);
}

// Is text that is met now text of the document?
bool DocxBody::is_shown() const {
  return !is_hidden_ && std::all_of(fields_.begin(), fields_.end(),
                                    [](const Field& field) { return field.is_result && !field.is_left_out; });
}

}  // namespace egiz::exchange
