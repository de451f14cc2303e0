// SPDX-License-Identifier: Apache-2.0
#include "exchange/jsonl/jsonl_reader.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "exchange/detail/dates.h"
#include "exchange/detail/line_reader.h"
#include "exchange/detail/origin_name.h"
#include "exchange/detail/reporter.h"
#include "exchange/detail/unit_check.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxDepth = 16;  // a unit has 4

// What is wrong with a line, in words; never leaves this file.
struct BadLine {
  std::string reason;
};

// Whether brackets nest deeper than a unit can: checked first, since the tree of "[[[[..." would be large.
bool nests_too_deep(std::string_view line) {
  std::size_t depth = 0;
  bool is_in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (is_in_string && c == '\\') {
      ++i;
    } else if (c == '"') {
      is_in_string = !is_in_string;
    } else if (!is_in_string && (c == '[' || c == '{')) {
      if (++depth > kMaxDepth) return true;
    } else if (!is_in_string && (c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

std::string text_of(const Json& value, std::string_view key) {
  if (value.is_string()) return value.get<std::string>();
  throw BadLine{"\"" + std::string(key) + "\" should be text"};
}

Language language_of(const std::string& tag) {
  try {
    return Language(tag);
  } catch (const Error&) {
    throw BadLine{"\"" + tag.substr(0, 40) + "\" is no language"};
  }
}

// A property's value: text, or several of them; numbers and truth values as they are written.
void add_property(Properties& properties, const std::string& key, const Json& value) {
  if (value.is_array()) {
    for (const Json& one : value) {
      if (one.is_structured()) throw BadLine{"the property \"" + key + "\" should be text or a list of texts"};
      add_property(properties, key, one);
    }
  } else if (value.is_string()) {
    properties.emplace(key, value.get<std::string>());
  } else if (value.is_primitive() && !value.is_null()) {
    properties.emplace(key, value.dump());
  } else if (value.is_object()) {
    throw BadLine{"the property \"" + key + "\" should be text or a list of texts"};
  }
}

Properties properties_of(const Json& value) {
  if (!value.is_object()) throw BadLine{"\"properties\" should be an object"};
  Properties properties;
  for (const auto& [key, one] : value.items()) add_property(properties, key, one);
  return properties;
}

std::chrono::sys_seconds date_of(const Json& value, std::string_view key) {
  const auto date = parse_date(text_of(value, key));
  if (!date) throw BadLine{"\"" + std::string(key) + "\" is no date like 2024-01-31T12:00:00Z"};
  return *date;
}

InlineCode::Kind code_kind(const std::string& name) {
  if (name == "opening") return InlineCode::Kind::opening;
  if (name == "closing") return InlineCode::Kind::closing;
  if (name == "standalone") return InlineCode::Kind::standalone;
  throw BadLine{"the kind of a code should be opening, closing or standalone"};
}

// Codes say where they stand in code points, ascending; in memory it is bytes.
std::vector<InlineCode> codes_of(const Json& value, std::string_view text) {
  if (!value.is_array()) throw BadLine{"\"codes\" should be a list"};
  std::vector<InlineCode> codes;
  std::size_t point = 0;
  std::size_t byte = 0;
  for (const Json& item : value) {
    if (!item.is_object() || !item.contains("at") || !item["at"].is_number_unsigned()) {
      throw BadLine{"a code should say where it stands: \"at\", in characters"};
    }
    const auto at = item["at"].get<std::uint64_t>();
    if (at < point) throw BadLine{"codes should be in the order of the text"};
    for (; point < at && byte < text.size(); ++point) next_code_point(text, byte);
    if (point < at) throw BadLine{"a code stands behind the end of its text"};
    InlineCode& code = codes.emplace_back();
    code.offset = byte;
    for (const auto& [key, one] : item.items()) {
      if (key == "kind") code.kind = code_kind(text_of(one, key));
      if (key == "id") code.id = text_of(one, key);
      if (key == "original") code.original = text_of(one, key);
    }
  }
  return codes;
}

Variant variant_of(const Json& value) {
  if (!value.is_object() || !value.contains("language") || !value.contains("text")) {
    throw BadLine{"a variant should have \"language\" and \"text\""};
  }
  Variant variant;
  variant.text = text_of(value["text"], "text");
  for (const auto& [key, one] : value.items()) {
    if (key == "language") variant.language = language_of(text_of(one, key));
    if (key == "codes") variant.codes = codes_of(one, variant.text);
    if (key == "previous") variant.previous = text_of(one, key);
    if (key == "next") variant.next = text_of(one, key);
    if (key == "properties") variant.properties = properties_of(one);
  }
  return variant;
}

std::vector<Variant> variants_of(const Json& value) {
  if (!value.is_array()) throw BadLine{"\"variants\" should be a list"};
  std::vector<Variant> variants;
  for (const Json& one : value) variants.push_back(variant_of(one));
  return variants;
}

void read_origin(Origin& origin, const Json& value, std::string_view key) {
  if (key == "confidence") {
    if (!value.is_number()) throw BadLine{"\"confidence\" should be a number from 0 to 1"};
    origin.confidence = value.get<double>();
    if (origin.confidence < 0 || origin.confidence > 1) throw BadLine{"\"confidence\" should be a number from 0 to 1"};
  } else {
    const auto kind = origin_kind(text_of(value, key));
    if (!kind) throw BadLine{"\"origin\" should be human, aligned, reviewed, machine or imported"};
    origin.kind = *kind;
  }
}

// {"variants": [...], ...}: what JsonlWriter writes.
TranslationUnit unit_of(const Json& line) {
  TranslationUnit unit;
  unit.origin.kind = Origin::Kind::imported;
  for (const auto& [key, value] : line.items()) {
    if (key == "variants") {
      unit.variants = variants_of(value);
    } else if (key == "document") {
      unit.context.document = text_of(value, key);
    } else if (key == "position") {
      if (!value.is_number_integer()) throw BadLine{"\"position\" should be a whole number"};
      unit.context.position = value.get<std::int64_t>();
    } else if (key == "id") {
      unit.context.id = text_of(value, key);
    } else if (key == "origin" || key == "confidence") {
      read_origin(unit.origin, value, key);
    } else if (key == "properties") {
      unit.properties = properties_of(value);
    } else if (key == "notes") {
      if (!value.is_array()) throw BadLine{"\"notes\" should be a list"};
      for (const Json& note : value) unit.notes.push_back(text_of(note, key));
    } else if (key == "created") {
      unit.created = date_of(value, key);
    } else if (key == "changed") {
      unit.changed = date_of(value, key);
    } else if (key == "created_by") {
      unit.created_by = text_of(value, key);
    } else if (key == "changed_by") {
      unit.changed_by = text_of(value, key);
    }
  }
  return unit;
}

bool looks_like_language(std::string_view key) {
  const std::size_t primary = std::min(key.size(), key.find_first_of("-_"));
  return primary == 2 || primary == 3;
}

// {"ru": "...", "kk": "...", "domain": "law"}, as many corpora have it, or that under "translation".
TranslationUnit plain_unit_of(const Json& line) {
  if (line.contains("translation") && line["translation"].is_object()) return plain_unit_of(line["translation"]);
  TranslationUnit unit;
  unit.origin.kind = Origin::Kind::imported;
  for (const auto& [key, value] : line.items()) {
    if (looks_like_language(key) && value.is_string()) {
      Variant& variant = unit.variants.emplace_back();
      variant.language = language_of(key);
      variant.text = value.get<std::string>();
    } else {
      add_property(unit.properties, key, value);
    }
  }
  return unit;
}

Json parse_line(std::string_view line) {
  if (nests_too_deep(line)) throw BadLine{"brackets nest too deep"};
  Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) throw BadLine{is_valid_utf8(line) ? "not JSON" : "not UTF-8"};
  if (!json.is_object()) throw BadLine{"not a JSON object"};
  return json;
}

}  // namespace

ReadReport read_jsonl(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                      const UnitReadOptions& options) {
  LineReader lines(std::move(source), name);
  Reporter reporter;
  bool has_object = false;
  while (const auto line = lines.next()) {
    if (line->find_first_not_of(" \t") == std::string_view::npos) continue;
    try {
      const Json json = parse_line(*line);
      has_object = true;
      TranslationUnit unit = json.contains("variants") ? unit_of(json) : plain_unit_of(json);
      std::string refusal = check_unit(unit, options);
      if (!refusal.empty()) throw BadLine{std::move(refusal)};
      reporter.delivered();
      if (!sink(std::move(unit))) break;
    } catch (const BadLine& bad) {
      if (!has_object) {
        throw Error(ErrorCode::parse, lines.place() + ": " + bad.reason + "; one JSON object a line was expected");
      }
      reporter.skipped(lines.place(), bad.reason + "; skipped");
    }
  }
  return reporter.take();
}

}  // namespace egiz::exchange
