// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/unit_builder.h"

#include <charconv>
#include <utility>

#include "exchange/detail/dates.h"
#include "exchange/detail/origin_name.h"
#include "exchange/tmx/names.h"

namespace egiz::exchange {
namespace {

constexpr std::string_view kUnitAttributes[] = {"tuid", "usagecount", "lastusagedate"};
constexpr std::string_view kVariantAttributes[] = {"usagecount", "lastusagedate"};

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

template <typename Names>
void keep_attributes(const Names& names, const XmlAttributes& attributes, Properties& properties) {
  for (const std::string_view name : names) {
    if (const auto value = attributes.find(name)) {
      properties.emplace(std::string(kAttributePrefix) + std::string(name), *value);
    }
  }
}

// memoQ writes its context as "<seg>text</seg>", in XML, as text of the property.
std::string unwrap_segment(std::string value) {
  constexpr std::string_view kOpen = "<seg>";
  constexpr std::string_view kClose = "</seg>";
  if (!value.starts_with(kOpen) || !value.ends_with(kClose)) return value;
  value.erase(value.size() - kClose.size());
  value.erase(0, kOpen.size());
  std::string text;
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::size_t special = std::min(rest.size(), rest.find_first_of("<&"));
    text += rest.substr(0, special);
    rest.remove_prefix(special);
    if (rest.empty()) break;
    const std::size_t end = rest.find(rest[0] == '<' ? '>' : ';');
    const std::string_view mark = rest.substr(0, end == std::string_view::npos ? 1 : end + 1);
    if (mark == "&lt;") text += '<';
    if (mark == "&gt;") text += '>';
    if (mark == "&amp;" || mark == "&") text += '&';
    if (mark == "&quot;") text += '"';
    if (mark == "&apos;") text += '\'';
    if (mark == "&#13;") text += '\r';
    rest.remove_prefix(mark.size());
  }
  return text;
}

// Trados: "source before | tags | translation before | tags", a bar in the text doubled.  Part i, counting from 0.
std::string trados_context_part(std::string_view value, std::size_t wanted) {
  std::string part;
  std::size_t index = 0;
  for (std::size_t i = 0; i < value.size() && index <= wanted; ++i) {
    const bool is_doubled = value.substr(i).starts_with("||");
    if (value.substr(i).starts_with(" | ")) {
      ++index;
      i += 2;
    } else if (index == wanted) {
      part += value[i];
    }
    if (is_doubled) ++i;
  }
  return part;
}

// An MD5 in hexadecimal, which some versions have where others have the text.
bool is_hash(std::string_view value) {
  return value.size() == 32 && value.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

void set_if_empty(std::string& member, std::string value) {
  if (member.empty()) member = std::move(value);
}

}  // namespace

void RawUnit::read_unit_attributes(const XmlAttributes& attributes) {
  if (attributes.size() == 0) return;
  source_language = attributes.find("srclang").value_or("");
  created = attributes.find("creationdate").value_or("");
  changed = attributes.find("changedate").value_or("");
  unit.created_by = attributes.find("creationid").value_or("");
  unit.changed_by = attributes.find("changeid").value_or("");
  keep_attributes(kUnitAttributes, attributes, unit.properties);
}

void RawUnit::start_variant(const XmlAttributes& attributes) {
  RawVariant& raw = variants.emplace_back();
  // TMX 1.4 says xml:lang, older files lang; where both stand, xml:lang counts.
  const auto language = attributes.find("xml", "lang");
  raw.language = language ? *language : attributes.find("lang").value_or("");
  if (attributes.size() == 1) return;
  raw.created = attributes.find("creationdate").value_or("");
  raw.changed = attributes.find("changedate").value_or("");
  raw.created_by = attributes.find("creationid").value_or("");
  raw.changed_by = attributes.find("changeid").value_or("");
  keep_attributes(kVariantAttributes, attributes, raw.variant.properties);
}

// Properties of a unit that have a place of their own.  value is taken when the answer is true.
bool RawUnit::read_known_property(std::string_view type, std::string& value) {
  if (type == kPropOrigin) {
    const auto kind = origin_kind(value);
    if (kind) unit.origin.kind = *kind;
    states_origin = states_origin || kind.has_value();
    return kind.has_value();
  }
  if (type == kPropConfidence) {
    const auto confidence = parse_number<double>(value);
    const bool is_valid = confidence && *confidence >= 0 && *confidence <= 1;
    if (is_valid) unit.origin.confidence = *confidence;
    return is_valid;
  }
  if (type == kPropPosition) {
    unit.context.position = parse_number<std::int64_t>(value);
    return unit.context.position.has_value();
  }
  std::string* place = nullptr;
  if (type == kPropDocument || type == "file") place = &unit.context.document;  // OmegaT: file, id, prev, next
  if (type == kPropContextId || type == "id" || type == "x-IdContext") place = &unit.context.id;
  if (type == "context") place = &unit.context.id;  // Transifex
  if (type == "prev" || type == "x-previous-source-text") place = &previous;
  if (type == "next" || type == "x-next-source-text") place = &next;
  if (type == "previousMd5Segment" && !is_hash(value)) place = &previous;  // Wordfast, GlobalLink
  if (type == "nextMd5Segment" && !is_hash(value)) place = &next;
  if (place == nullptr || !place->empty()) return false;
  *place = std::move(value);
  return true;
}

void RawUnit::add_property(const std::string& type, std::string value, bool is_of_variant) {
  if (is_of_variant && type == kPropLanguage) {
    variants.back().exact_language = std::move(value);
    return;
  }
  if (is_of_variant) {
    Variant& variant = variants.back().variant;
    std::string* place = nullptr;
    if (type == kPropPrevious || type == "context_prev") place = &variant.previous;
    if (type == kPropNext || type == "context_next") place = &variant.next;
    if (place != nullptr && place->empty()) {
      *place = type.starts_with("x-") ? unwrap_segment(std::move(value)) : std::move(value);
    } else {
      variant.properties.emplace(type, std::move(value));
    }
    return;
  }
  if (read_known_property(type, value)) return;
  if (type == "x-ContextContent") {
    set_if_empty(previous, trados_context_part(value, 0));
    set_if_empty(previous_target, trados_context_part(value, 2));
  } else if (type == "x-Origin" && !states_origin) {
    if (value == "MachineTranslation" || value == "MT") unit.origin.kind = Origin::Kind::machine;
    if (value == "Alignment") unit.origin.kind = Origin::Kind::aligned;
    states_origin = unit.origin.kind != Origin::Kind::imported;
  }
  unit.properties.emplace(type, std::move(value));
}

void RawUnit::add_note(std::string value, bool is_of_variant) {
  if (is_of_variant) {
    variants.back().variant.properties.emplace(kVariantNote, std::move(value));
  } else {
    unit.notes.push_back(std::move(value));
  }
}

std::optional<std::chrono::sys_seconds> RawUnit::date(std::string_view text) {
  if (text.empty()) return std::nullopt;
  auto date = parse_date(text);
  if (!date) faults.push_back("\"" + std::string(text.substr(0, 40)) + "\" is no date; left out");
  return date;
}

void RawUnit::settle_dates() {
  unit.created = date(created);
  unit.changed = date(changed);
  for (RawVariant& raw : variants) {
    const auto made = date(raw.created);
    const auto edited = date(raw.changed);
    if (!unit.created) unit.created = made;
    if (!unit.changed) unit.changed = edited;
    set_if_empty(unit.created_by, raw.created_by);
    set_if_empty(unit.changed_by, raw.changed_by);
    const auto keep = [&](const char* name, const std::string& value, bool is_news) {
      if (is_news) raw.variant.properties.emplace(std::string(kAttributePrefix) + name, value);
    };
    if (made) keep("creationdate", format_tmx_date(*made), made != unit.created);
    if (edited) keep("changedate", format_tmx_date(*edited), edited != unit.changed);
    keep("creationid", raw.created_by, !raw.created_by.empty() && raw.created_by != unit.created_by);
    keep("changeid", raw.changed_by, !raw.changed_by.empty() && raw.changed_by != unit.changed_by);
  }
}

}  // namespace egiz::exchange
