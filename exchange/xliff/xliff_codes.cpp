// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff/xliff_codes.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "exchange/detail/code_pairs.h"
#include "exchange/detail/xml_escape.h"

namespace egiz::exchange {
namespace {

using Kind = InlineCode::Kind;

bool is_token(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '.' || c == ':';
  });
}

// An id for each code, that of the opening code for its closing one.
std::vector<std::string> code_ids(const std::vector<InlineCode>& codes, const std::vector<std::size_t>& partners) {
  std::set<std::string> known = {std::string(kSegmentId)};
  for (const InlineCode& code : codes) known.insert(code.id);
  std::set<std::string> taken = {std::string(kSegmentId)};
  std::vector<std::string> ids;
  std::size_t last = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (partners[i] != kNoPartner && partners[i] < i) {
      ids.push_back(ids[partners[i]]);
      continue;
    }
    std::string id = codes[i].id;
    if (!is_token(id) || !taken.insert(id).second) {
      do id = std::to_string(++last);
      while (known.contains(id));
      taken.insert(id);
    }
    ids.push_back(std::move(id));
  }
  return ids;
}

std::string attribute(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(value).append("\"");
}

}  // namespace

void XliffCodes::append_1_2(std::string& xml, const InlineCode& code, const std::string& id, bool has_partner) const {
  const bool is_opening = code.kind == Kind::opening;
  const std::string_view element = code.kind == Kind::standalone ? "ph" : !has_partner ? "it" : is_opening ? "bpt" : "ept";
  xml.append("<").append(element).append(attribute("id", id));
  if (element == "it") xml += attribute("pos", is_opening ? "open" : "close");
  if (has_partner) xml += attribute("rid", id);
  xml += '>';
  append_escaped_text(xml, code.original);
  xml.append("</").append(element).append(">");
}

void XliffCodes::append_2_1(std::string& xml, const InlineCode& code, const std::string& id, const std::string& end,
                            bool has_partner, bool is_nested) {
  const bool is_opening = code.kind == Kind::opening;
  if (is_nested && !is_opening) {
    xml += "</pc>";
    return;
  }
  const std::string data = data_id(code.original);
  if (code.kind == Kind::standalone) {
    xml += "<ph" + attribute("id", id) + attribute("dataRef", data) + "/>";
  } else if (is_nested) {
    const std::string end_data = data_id(end);
    xml += "<pc" + attribute("id", id) + attribute("dataRefStart", data) + attribute("dataRefEnd", end_data) + ">";
  } else {
    xml += is_opening ? "<sc" : "<ec";
    xml += attribute(is_opening || !has_partner ? "id" : "startRef", id);
    if (!has_partner) xml += attribute("isolated", "yes");
    xml += attribute("dataRef", data) + "/>";
  }
}

std::string XliffCodes::data_id(const std::string& native) {
  const auto same = std::ranges::find_if(native_, [&](const auto& entry) { return entry.second == native; });
  if (same != native_.end()) return same->first;
  return native_.emplace("d" + std::to_string(native_.size() + 1), native).first->first;
}

std::string XliffCodes::content(const Variant& variant) {
  const std::vector<InlineCode>& codes = variant.codes;
  const std::vector<std::size_t> partners = find_partners(codes);
  const std::vector<bool> is_nested = find_nested(partners, [](std::size_t) { return true; });
  const std::vector<std::string> ids = code_ids(codes, partners);
  const std::string_view text = variant.text;
  std::string xml;
  std::size_t at = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    append_escaped_text(xml, text.substr(at, codes[i].offset - at));
    at = codes[i].offset;
    const bool has_partner = partners[i] != kNoPartner;
    if (version_ == XliffVersion::v1_2) {
      append_1_2(xml, codes[i], ids[i], has_partner);
    } else {
      append_2_1(xml, codes[i], ids[i], has_partner ? codes[partners[i]].original : "", has_partner, is_nested[i]);
    }
  }
  append_escaped_text(xml, text.substr(at));
  return xml;
}

}  // namespace egiz::exchange
