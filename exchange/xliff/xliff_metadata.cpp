// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff/xliff_metadata.h"

#include <charconv>
#include <string_view>

#include "base/error.h"
#include "exchange/detail/dates.h"
#include "exchange/detail/origin_name.h"
#include "exchange/detail/written.h"

namespace egiz::exchange {
namespace {

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_confidence(const std::string& value, double& confidence) {
  double number = 0;
  if (!read_number(value, number) || !(number >= 0 && number <= 1)) return false;
  confidence = number;
  return true;
}

// ru and ru-RU.
bool is_near(const Language& a, const Language& b) { return a.covers(b) || b.covers(a); }

// "ru kk"
bool read_tags(const std::string& value, TranslationUnit& unit) {
  const std::size_t space = value.find(' ');
  if (space == std::string::npos) return false;
  try {
    const Language source(std::string_view(value).substr(0, space));
    const Language target(std::string_view(value).substr(space + 1));
    if (!is_near(source, unit.variants[0].language) || !is_near(target, unit.variants[1].language)) return false;
    unit.variants[0].language = source;
    unit.variants[1].language = target;
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool apply_own(TranslationUnit& unit, std::string_view name, const std::string& value) {
  if (name == "tags") return read_tags(value, unit);
  if (name == "confidence") return read_confidence(value, unit.origin.confidence);
  if (name == "created") return (unit.created = parse_date(value)).has_value();
  if (name == "changed") return (unit.changed = parse_date(value)).has_value();
  if (name == "position") {
    std::int64_t position = 0;
    if (read_number(value, position)) unit.context.position = position;
    return true;
  }
  if (name == "origin") {
    const auto kind = origin_kind(value);
    if (kind) unit.origin.kind = *kind;
    return kind.has_value();
  }
  if (name == "created-by") unit.created_by = value;
  if (name == "changed-by") unit.changed_by = value;
  return name == "created-by" || name == "changed-by";
}

constexpr std::string_view kOwn = "egiz:";

}  // namespace

std::vector<std::pair<std::string, std::string>> xliff_metadata(const TranslationUnit& unit, const std::string& tags) {
  std::vector<std::pair<std::string, std::string>> metadata;
  const auto add = [&](std::string_view name, std::string value) {
    if (!value.empty()) metadata.emplace_back(std::string(kOwn).append(name), std::move(value));
  };
  add("tags", tags);
  add("origin", std::string(origin_name(unit.origin.kind)));
  if (unit.origin.confidence != 1) add("confidence", shortest(unit.origin.confidence));
  if (unit.context.position) add("position", std::to_string(*unit.context.position));
  if (unit.created) add("created", format_iso_date(*unit.created));
  if (unit.changed) add("changed", format_iso_date(*unit.changed));
  add("created-by", unit.created_by);
  add("changed-by", unit.changed_by);
  for (const auto& [name, value] : unit.properties) {
    if (name != "state") metadata.emplace_back(name, value);
  }
  return metadata;
}

void apply_xliff_metadata(TranslationUnit& unit, std::span<const std::pair<std::string, std::string>> metadata) {
  for (const auto& [name, value] : metadata) {
    if (name.starts_with(kOwn) && apply_own(unit, std::string_view(name).substr(kOwn.size()), value)) continue;
    unit.properties.emplace(name, value);
  }
}

}  // namespace egiz::exchange
