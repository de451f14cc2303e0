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
#include "exchange/tmx/names.h"

namespace egiz::exchange {
namespace {

constexpr std::array<const char*, 3> kUnitAttributes = {"tuid", "usagecount", "lastusagedate"};
constexpr std::array<const char*, 6> kVariantAttributes = {"usagecount", "lastusagedate", "creationdate",
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

// memoQ's context is XML in a text.  A text that looks like it has to be wrapped itself, or reading would unwrap it.
std::string context_text(const std::string& text, bool is_wrapped) {
  if (!is_wrapped && !text.starts_with("<seg>")) return text;
  std::string wrapped = "<seg>";
  append_escaped_text(wrapped, text);
  return wrapped += "</seg>";
}

// "source before | tags | translation before | tags", a bar in the text doubled; the tags are not known here.
std::string trados_context(const std::string& source, const std::string& target) {
  std::string context;
  for (const std::string* text : {&source, &target}) {
    for (const char c : *text) context.append(c == '|' ? 2 : 1, c);
    context += " |  | ";
  }
  context.resize(context.size() - 2);
  return context;
}

std::string_view trados_origin(Origin::Kind kind) {
  if (kind == Origin::Kind::aligned) return "Alignment";
  return kind == Origin::Kind::machine ? "MachineTranslation" : "TM";
}

}  // namespace

TmxWriter::TmxWriter(std::ostream& out, const UnitWriteOptions& options)
    : options_(options),
      dialect_(dialect_of(options.profile)),
      codes_(options.full_language_codes, options.language_codes),
      xml_(out) {
  if (!options_.languages.empty()) write_header(options_.languages.front());
}

void TmxWriter::write_header(const Language& source) {
  source_ = codes_.code_of(source);
  xml_.document_type("tmx", "tmx14.dtd");
  xml_.open("tmx");
  xml_.attribute("version", "1.4");
  xml_.open("header");
  xml_.attribute("creationtool", "egiz");
  xml_.attribute("creationtoolversion", version());
  xml_.attribute("segtype", "sentence");
  xml_.attribute("o-tmf", dialect_.original_format);
  xml_.attribute("adminlang", "en-US");
  xml_.attribute("srclang", source_);
  xml_.attribute("datatype", "plaintext");
  if (const std::string table = codes_.table(); !table.empty() && dialect_.has_own_properties) {
    write_property(kPropLanguages, table);
    xml_.end_line();
  }
  xml_.end();
  xml_.open("body");
}

void TmxWriter::write_property(std::string_view type, std::string_view value) {
  xml_.open("prop");
  xml_.attribute("type", type);
  xml_.text(value);
  xml_.end();
}

void TmxWriter::write_authors(const TranslationUnit& unit) {
  if (unit.created) xml_.attribute("creationdate", format_tmx_date(*unit.created));
  if (!unit.created_by.empty()) xml_.attribute("creationid", unit.created_by);
  if (unit.changed) xml_.attribute("changedate", format_tmx_date(*unit.changed));
  if (!unit.changed_by.empty()) xml_.attribute("changeid", unit.changed_by);
}

void TmxWriter::write_unit_attributes(const TranslationUnit& unit, const Language& source) {
  write_attributes(xml_, kUnitAttributes, unit.properties);
  if (!dialect_.has_authors_on_target) write_authors(unit);
  if (const std::string& code = codes_.code_of(source); code != source_) xml_.attribute("srclang", code);
}

// Properties of which only Egiz knows what they mean, or what Trados has for them.
void TmxWriter::write_origin(const Origin& origin) {
  if (dialect_.has_own_properties) {
    write_property(kPropOrigin, origin_name(origin.kind));
    if (origin.confidence != 1) write_property(kPropConfidence, shortest(origin.confidence));
  } else if (dialect_.context == Dialect::ContextPlace::trados) {
    write_property("x-Origin", trados_origin(origin.kind));
    if (origin.kind == Origin::Kind::aligned) {
      write_property("x-Quality:Integer", std::to_string(static_cast<int>(origin.confidence * 100)));
    }
  }
}

void TmxWriter::write_unit_context(const TranslationUnit& unit, const std::vector<const Variant*>& variants) {
  write_if(dialect_.document, unit.context.document);
  if (unit.context.position && dialect_.has_own_properties) {
    write_property(kPropPosition, std::to_string(*unit.context.position));
  }
  write_if(dialect_.context_id, unit.context.id);
  const Variant& source = *variants[0];
  if (dialect_.context == Dialect::ContextPlace::unit) {
    write_if(dialect_.previous, source.previous);
    write_if(dialect_.next, source.next);
  } else if (dialect_.context == Dialect::ContextPlace::trados && !source.previous.empty()) {
    write_if(dialect_.previous, trados_context(source.previous, variants[1]->previous));
  }
}

void TmxWriter::write_unit_properties(const TranslationUnit& unit, const std::vector<const Variant*>& variants) {
  for (const std::string& note : unit.notes) xml_.element("note", note);
  write_origin(unit.origin);
  write_unit_context(unit, variants);
  for (auto it = unit.properties.begin(); it != unit.properties.end(); ++it) {
    if (is_attribute(kUnitAttributes, unit.properties, it)) continue;
    const bool is_plain_name = it->first.find(':') == std::string::npos && !it->first.starts_with("x-");
    write_property(dialect_.has_typed_properties && is_plain_name ? "x-" + it->first + ":SingleString" : it->first,
                   it->second);
  }
}

void TmxWriter::write_if(std::string_view type, const std::string& value) {
  if (!type.empty() && !value.empty()) write_property(type, value);
}

void TmxWriter::write_variant(const TranslationUnit& unit, const Variant& variant, bool is_source) {
  const Properties& properties = variant.properties;
  xml_.open("tuv");
  const std::string& code = codes_.code_of(variant.language);
  xml_.attribute("xml:lang", code);
  write_attributes(xml_, kVariantAttributes, properties);
  if (dialect_.has_authors_on_target && !is_source) write_authors(unit);
  const auto [first_note, last_note] = properties.equal_range(std::string(kVariantNote));
  for (auto note = first_note; note != last_note; ++note) xml_.element("note", note->second);
  if (dialect_.has_own_properties && code == variant.language.tag() && codes_.is_taken(code)) {
    write_property(kPropLanguage, code);
  }
  if (dialect_.context == Dialect::ContextPlace::variant) {
    const auto context = [&](const std::string& text) {
      return text.empty() ? text : context_text(text, dialect_.wraps_context);
    };
    write_if(dialect_.previous, context(variant.previous));
    write_if(dialect_.next, context(variant.next));
  }
  for (auto it = properties.begin(); it != properties.end(); ++it) {
    if (it->first != kVariantNote && !is_attribute(kVariantAttributes, properties, it)) {
      write_property(it->first, it->second);
    }
  }
  xml_.open("seg");
  if (variant.codes.empty() || !options_.has_codes) {
    xml_.text(variant.text);
  } else {
    xml_.raw(segment_as_xml(variant));
  }
  xml_.end();
  xml_.close();
}

void TmxWriter::write(const TranslationUnit& unit) {
  const std::vector<const Variant*> variants = select_variants(unit, options_.languages);
  if (variants.size() < 2) {
    ++left_out_.without_language;
    return;
  }
  const Language& source = variants.front()->language;
  if (source_.empty()) write_header(source);
  xml_.open("tu");
  write_unit_attributes(unit, source);
  write_unit_properties(unit, variants);
  for (const Variant* variant : variants) write_variant(unit, *variant, variant == variants.front());
  xml_.close();
}

void TmxWriter::finish() {
  if (source_.empty()) write_header(Language("en"));
  xml_.close();
  xml_.end_line();
  xml_.finish();
}

}  // namespace egiz::exchange
