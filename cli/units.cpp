// SPDX-License-Identifier: Apache-2.0
#include "cli/units.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <ostream>
#include <sstream>

#include "cli/unit_input.h"

namespace egiz::cli {
namespace {

std::optional<std::chrono::sys_seconds> parse_day(const Words& words, const std::string& option) {
  const auto word = words.value(option);
  if (!word) return std::nullopt;
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  char rest = 0;
  const bool is_read = word->size() == 10 && std::sscanf(word->c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) == 3;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!is_read || !date.ok()) throw UsageError("--" + option + " " + *word + ": wanted is a day such as 2026-01-31");
  return std::chrono::sys_days(date);
}

}  // namespace

UnitId parse_unit_id(const std::string& word) {
  const std::size_t begin = word.starts_with('#') ? 1 : 0;
  UnitId id;
  const char* end = word.data() + word.size();
  const auto [parsed, error] = std::from_chars(word.data() + begin, end, id.value);
  if (error != std::errc() || parsed != end || id.value < 1)
    throw UsageError(word + ": wanted is the number of a unit");
  return id;
}

std::pair<std::string, std::string> parse_assignment(const std::string& word, std::string_view option) {
  const std::size_t equals = word.find('=');
  if (equals == word.npos || equals == 0) throw UsageError(std::string(option) + " " + word + ": wanted is NAME=VALUE");
  return {word.substr(0, equals), word.substr(equals + 1)};
}

Origin::Kind parse_origin(const std::string& name) {
  for (const auto kind : {Origin::Kind::human, Origin::Kind::aligned, Origin::Kind::reviewed, Origin::Kind::machine,
                          Origin::Kind::imported}) {
    if (origin_name(kind) == name) return kind;
  }
  throw UsageError("--origin " + name + ": wanted is one of human, aligned, reviewed, machine, imported");
}

std::vector<Option> with_filter_options(std::vector<Option> options) {
  const Option filters[] = {
      {"text", "TEXT", "units with this in a text of any language; case and spacing do not matter"},
      {"document", "NAME", "units from this document"},
      {"client", "NAME", "units with this client; also --project, --domain"},
      {"project", "NAME", "units with this project"},
      {"domain", "NAME", "units with this domain"},
      {"property", "NAME=VALUE", "units with this property; may be repeated", 0, true},
      {"origin", "KIND", "human, aligned, reviewed, machine or imported units; several with commas"},
      {"min-confidence", "N", "of aligned units those of at least this confidence, 0 to 1"},
      {"since", "DATE", "units changed, or made, on this day (2026-01-31) or later"},
      {"before", "DATE", "units changed, or made, before this day"},
      {"made-by", "NAME", "units that this person made, or changed last"},
      {"note", "TEXT", "units with this in a note; case and spacing do not matter"},
  };
  options.insert(options.end(), std::begin(filters), std::end(filters));
  return options;
}

UnitFilter parse_filter(const Words& words) {
  UnitFilter filter{.origins = {},
                    .min_confidence = words.number("min-confidence", 0, 0, 1),
                    .properties = {},
                    .document = words.value("document").value_or(""),
                    .languages = {},
                    .since = parse_day(words, "since"),
                    .before = parse_day(words, "before"),
                    .text = words.value("text").value_or(""),
                    .by = words.value("made-by").value_or(""),
                    .note = words.value("note").value_or("")};
  for (const char* name : {"client", "project", "domain"}) {
    if (const auto value = words.value(name)) filter.properties.emplace(name, *value);
  }
  for (const std::string& word : words.values("property")) filter.properties.insert(parse_assignment(word, "--property"));
  std::istringstream origins(words.value("origin").value_or(""));
  for (std::string name; std::getline(origins, name, ',');) filter.origins.push_back(parse_origin(name));
  return filter;
}

std::string with_brackets(std::string text, std::span<const ByteRange> ranges) {
  for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
    text.insert(range->end, "]");
    text.insert(range->begin, "[");
  }
  return text;
}

bool print_import(const std::string& file, const ImportResult& result, Io& io) {
  print_findings(result.read, io.err);
  io.out << file << ": " << result.read.read << " read, " << result.added.added << " added, " << result.added.merged
         << " there already, " << result.read.skipped << " skipped";
  if (result.passed_over > 0) io.out << ", " << result.passed_over << " duplicates passed over";
  if (result.replaced > 0) io.out << ", " << result.replaced << " older ones removed";
  io.out << '\n';
  return result.read.skipped == 0;
}

void print_unit(UnitId id, const TranslationUnit& unit, std::ostream& out) {
  out << '#' << id.value;
  for (const Variant& variant : unit.variants) out << "  " << variant.language.tag() << ' ' << variant.text;
  out << '\n';
}

}  // namespace egiz::cli
