// SPDX-License-Identifier: Apache-2.0
#include "cli/units.h"

#include <array>
#include <charconv>
#include <ostream>

namespace egiz::cli {

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

std::optional<Origin::Kind> parse_origin(const Words& words) {
  static constexpr std::array<std::string_view, 5> kNames = {"human", "aligned", "reviewed", "machine", "imported"};
  if (!words.has("origin")) return std::nullopt;
  const std::string name = words.choice("origin", kNames, "");
  for (const auto kind : {Origin::Kind::human, Origin::Kind::aligned, Origin::Kind::reviewed, Origin::Kind::machine,
                          Origin::Kind::imported}) {
    if (origin_name(kind) == name) return kind;
  }
  return std::nullopt;
}

void print_unit(UnitId id, const TranslationUnit& unit, std::ostream& out) {
  out << '#' << id.value;
  for (const Variant& variant : unit.variants) out << "  " << variant.language.tag() << ' ' << variant.text;
  out << '\n';
}

}  // namespace egiz::cli
