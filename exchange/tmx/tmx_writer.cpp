// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/tmx_writer.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/version.h"
#include "exchange/detail/dates.h"
#include "exchange/detail/origin_name.h"
#include "exchange/detail/selection.h"
#include "exchange/detail/written.h"
#include "exchange/detail/xml_escape.h"
#include "exchange/tmx/inline_writer.h"
#include "exchange/tmx/language_codes.h"
#include "exchange/tmx/names.h"

namespace egiz::exchange {
namespace {

constexpr std::array<const char*, 3> kUnitAttributes = {"tuid", "usagecount", "lastusagedate"};
constexpr std::array<const char*, 6> kVariantAttributes = {"usagecount",   "lastusagedate", "creationdate",
                                                           "creationid", "changedate",    "changeid"};

std::string attribute_property(std::string_view attribute) {
  return std::string(kAttributePrefix) + std::string(attribute);
}

// Writes the properties that stand for attributes.
template <typename Names>
void write_attributes(XmlWriter& xml, const Names& names, const Properties& properties) {
  if (properties.lower_bound(std::string(kAttributePrefix)) == properties.end()) return;
  for (const char* name : names) {
    const auto property = properties.find(attribute_property(name));
    if (property != properties.end()) xml.attribute(name, property->second);
  }
}

// Whether write_attributes has written the property: it stands for an attribute and is the first of its type.
template <typename Names>
bool is_attribute(const Names& names, const Properties& properties, Properties::const_iterator property) {
  if (!property->first.starts_with(kAttributePrefix) || properties.find(property->first) != property) return false;
  const std::string_view name = std::string_view(property->first).substr(kAttributePrefix.size());
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A text that looks like memoQ's wrapped context has to be wrapped itself, or reading would unwrap it.
std::string context_text(const std::string& text) {
  if (!text.starts_with("<seg>")) return text;
  std::string wrapped = "<seg>";
  append_escaped_text(wrapped, text);
  return wrapped += "</seg>";
}

}  // namespace

TmxWriter::TmxWriter(std::ostream& out, const UnitWriteOptions& options) : out_(out), options_(options), xml_(out) {
  if (!options_.languages.empty()) write_header(options_.languages.front());
}

std::string TmxWriter::code_of(const Language& language) const {
  return options_.full_language_codes ? full_language_code(language) : language.tag();
}

void TmxWriter::write_header(const Language& source) {
  source_ = code_of(source);
  xml_.document_type("tmx", "tmx14.dtd");
  xml_.line();
  xml_.start("tmx");
  xml_.attribute("version", "1.4");
  xml_.line();
  xml_.start("header");
  xml_.attribute("creationtool", "egiz");
  xml_.attribute("creationtoolversion", std::string(version()));
  xml_.attribute("segtype", "sentence");
  xml_.attribute("o-tmf", "egiz");
  xml_.attribute("adminlang", "en-US");
  xml_.attribute("srclang", source_);
  xml_.attribute("datatype", "plaintext");
  if (options_.full_language_codes) {
    write_property(std::string(kPropLanguages), full_language_codes());
    xml_.end_line();
  }
  xml_.end();
  xml_.line();
  xml_.start("body");
}

void TmxWriter::write_property(const std::string& type, const std::string& value) {
  xml_.line();
  xml_.start("prop");
  xml_.attribute("type", type);
  xml_.text(value);
  xml_.end();
}

void TmxWriter::write_unit_attributes(const TranslationUnit& unit, const Language& source) {
  write_attributes(xml_, kUnitAttributes, unit.properties);
  if (unit.created) xml_.attribute("creationdate", format_tmx_date(*unit.created));
  if (!unit.created_by.empty()) xml_.attribute("creationid", unit.created_by);
  if (unit.changed) xml_.attribute("changedate", format_tmx_date(*unit.changed));
  if (!unit.changed_by.empty()) xml_.attribute("changeid", unit.changed_by);
  if (const std::string code = code_of(source); code != source_) xml_.attribute("srclang", code);
}

void TmxWriter::write_unit_properties(const TranslationUnit& unit) {
  for (const std::string& note : unit.notes) xml_.element("note", note);
  write_property(std::string(kPropOrigin), std::string(origin_name(unit.origin.kind)));
  if (unit.origin.confidence != 1) write_property(std::string(kPropConfidence), shortest(unit.origin.confidence));
  if (!unit.context.document.empty()) write_property(std::string(kPropDocument), unit.context.document);
  if (unit.context.position) write_property(std::string(kPropPosition), std::to_string(*unit.context.position));
  if (!unit.context.id.empty()) write_property(std::string(kPropContextId), unit.context.id);
  for (auto it = unit.properties.begin(); it != unit.properties.end(); ++it) {
    if (!is_attribute(kUnitAttributes, unit.properties, it)) write_property(it->first, it->second);
  }
}

void TmxWriter::write_variant(const Variant& variant) {
  const Properties& properties = variant.properties;
  xml_.line();
  xml_.start("tuv");
  const std::string code = code_of(variant.language);
  xml_.attribute("xml:lang", code);
  write_attributes(xml_, kVariantAttributes, properties);
  const auto [first_note, last_note] = properties.equal_range(std::string(kVariantNote));
  for (auto note = first_note; note != last_note; ++note) xml_.element("note", note->second);
  if (options_.full_language_codes && code == variant.language.tag() && is_full_language_code(code)) {
    write_property(std::string(kPropLanguage), code);
  }
  if (!variant.previous.empty()) write_property(std::string(kPropPrevious), context_text(variant.previous));
  if (!variant.next.empty()) write_property(std::string(kPropNext), context_text(variant.next));
  for (auto it = properties.begin(); it != properties.end(); ++it) {
    if (it->first != kVariantNote && !is_attribute(kVariantAttributes, properties, it)) {
      write_property(it->first, it->second);
    }
  }
  xml_.line();
  xml_.start("seg");
  if (variant.codes.empty()) {
    xml_.text(variant.text);
  } else {
    xml_.raw(segment_as_xml(variant));
  }
  xml_.end();
  xml_.end_line();
  xml_.end();
}

void TmxWriter::write(const TranslationUnit& unit) {
  const std::vector<const Variant*> variants = select_variants(unit, options_.languages);
  if (variants.size() < 2) {
    ++left_out_;
    return;
  }
  const Language& source = variants.front()->language;
  if (source_.empty()) write_header(source);
  xml_.line();
  xml_.start("tu");
  write_unit_attributes(unit, source);
  write_unit_properties(unit);
  for (const Variant* variant : variants) write_variant(*variant);
  xml_.end_line();
  xml_.end();
}

void TmxWriter::finish() {
  if (source_.empty()) write_header(Language("en"));
  xml_.end_line();
  xml_.end();
  xml_.end_line();
  xml_.finish();
}

}  // namespace egiz::exchange
