// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/html_elements.h"

#include <algorithm>
#include <iterator>

namespace egiz::exchange {
namespace {

struct Row {
  std::string_view name;
  HtmlRole role;
};

// Sorted by name.
constexpr Row kRoles[] = {
    {"address", HtmlRole::block},      {"article", HtmlRole::block},    {"aside", HtmlRole::block},
    {"audio", HtmlRole::left_out},     {"blockquote", HtmlRole::block}, {"body", HtmlRole::block},
    {"br", HtmlRole::line_break},      {"caption", HtmlRole::caption},  {"center", HtmlRole::block},
    {"dd", HtmlRole::list_item},       {"details", HtmlRole::block},    {"dialog", HtmlRole::block},
    {"dir", HtmlRole::block},          {"div", HtmlRole::block},        {"dl", HtmlRole::block},
    {"dt", HtmlRole::list_item},       {"fieldset", HtmlRole::block},   {"figcaption", HtmlRole::caption},
    {"figure", HtmlRole::block},       {"footer", HtmlRole::block},     {"form", HtmlRole::block},
    {"h1", HtmlRole::heading},         {"h2", HtmlRole::heading},       {"h3", HtmlRole::heading},
    {"h4", HtmlRole::heading},         {"h5", HtmlRole::heading},       {"h6", HtmlRole::heading},
    {"head", HtmlRole::left_out},      {"header", HtmlRole::block},     {"hr", HtmlRole::block},
    {"iframe", HtmlRole::left_out},    {"legend", HtmlRole::caption},   {"li", HtmlRole::list_item},
    {"main", HtmlRole::block},         {"menu", HtmlRole::block},       {"nav", HtmlRole::left_out},
    {"noscript", HtmlRole::left_out},  {"object", HtmlRole::left_out},  {"ol", HtmlRole::block},
    {"option", HtmlRole::left_out},    {"p", HtmlRole::block},          {"pre", HtmlRole::preformatted},
    {"rp", HtmlRole::left_out},        {"rt", HtmlRole::left_out},      {"script", HtmlRole::left_out},
    {"section", HtmlRole::block},      {"select", HtmlRole::left_out},  {"style", HtmlRole::left_out},
    {"summary", HtmlRole::block},      {"svg", HtmlRole::left_out},     {"table", HtmlRole::block},
    {"tbody", HtmlRole::block},        {"td", HtmlRole::table_cell},    {"template", HtmlRole::left_out},
    {"textarea", HtmlRole::left_out},  {"tfoot", HtmlRole::block},      {"th", HtmlRole::table_cell},
    {"thead", HtmlRole::block},        {"title", HtmlRole::left_out},   {"tr", HtmlRole::block},
    {"ul", HtmlRole::block},           {"video", HtmlRole::left_out},
};

bool contains(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// LibreOffice writes the header and footer of pages so.
bool is_running_head(const MarkupElement& element) {
  const std::string_view title = element.attribute("title");
  return element.name == "div" && (title == "header" || title == "footer");
}

bool is_hidden(const MarkupElement& element) {
  if (element.has_attribute("hidden")) return true;
  const std::string_view style = element.attribute("style");
  return contains(style, "display:none") || contains(style, "display: none") || contains(style, "visibility:hidden") ||
         contains(style, "visibility: hidden");
}

// Notes, as EPUB, pandoc, LibreOffice and Word mark them.
HtmlRole note_role(const MarkupElement& element) {
  const std::string_view role = element.attribute("role");
  const std::string_view type = element.attribute("epub:type");
  const std::string_view css_class = element.attribute("class");
  if (element.name == "a") {
    const bool is_mark = role == "doc-noteref" || role == "doc-backlink" || contains(type, "noteref") ||
                         contains(type, "backlink") || css_class == "sdfootnoteanc" || css_class == "sdfootnotesym" ||
                         css_class == "sdendnoteanc" || css_class == "sdendnotesym" || css_class == "footnote-ref" ||
                         css_class == "footnote-back" || contains(element.attribute("style"), "mso-footnote-id") ||
                         contains(element.attribute("style"), "mso-endnote-id");
    return is_mark ? HtmlRole::footnote_mark : HtmlRole::inline_;
  }
  if (role == "doc-endnotes" || role == "doc-footnotes" || contains(type, "footnotes") || contains(type, "endnotes") ||
      contains(type, "rearnotes") || css_class == "footnotes") {
    return HtmlRole::footnotes;
  }
  const std::string_view id = element.attribute("id");
  const std::string_view style = element.attribute("style");
  const bool is_note = role == "doc-footnote" || role == "doc-endnote" || contains(type, "footnote") ||
                       contains(type, "endnote") || contains(type, "rearnote") || id.starts_with("sdfootnote") ||
                       id.starts_with("sdendnote") || style == "mso-element:footnote" || style == "mso-element:endnote";
  return is_note && element.name != "sup" && element.name != "span" ? HtmlRole::footnote : HtmlRole::inline_;
}

}  // namespace

HtmlRole role_of(const MarkupElement& element) {
  if (is_hidden(element) || is_running_head(element)) return HtmlRole::left_out;
  if (const HtmlRole note = note_role(element); note != HtmlRole::inline_) return note;
  const auto* const row = std::lower_bound(std::begin(kRoles), std::end(kRoles), element.name,
                                           [](const Row& a, std::string_view name) { return a.name < name; });
  return row != std::end(kRoles) && row->name == element.name ? row->role : HtmlRole::inline_;
}

std::string_view what_is_left_out(const MarkupElement& element) {
  if (is_hidden(element)) return "hidden parts";
  if (is_running_head(element)) return "headers and footers";
  if (element.name == "nav") return "navigation";
  if (element.name == "select" || element.name == "textarea") return "form fields";
  if (element.name == "iframe" || element.name == "object") return "embedded objects";
  return {};
}

}  // namespace egiz::exchange
