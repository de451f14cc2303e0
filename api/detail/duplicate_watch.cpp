// SPDX-License-Identifier: Apache-2.0
#include "api/detail/duplicate_watch.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace egiz::detail {
namespace {

// Units without a date are older than all that have one.
std::chrono::sys_seconds date_of(const TranslationUnit& unit) {
  if (unit.changed) return *unit.changed;
  return unit.created.value_or(std::chrono::sys_seconds::min());
}

}  // namespace

DuplicateWatch::DuplicateWatch(const Memory& memory, DuplicateRule rule) : rule_(rule) {
  if (rule_ != DuplicateRule::skip) return;
  memory.for_each([&](UnitId, const TranslationUnit& unit) {
    sources_.insert(source_of(unit));
    return true;
  });
}

DuplicateWatch::Source DuplicateWatch::source_of(const TranslationUnit& unit) {
  std::vector<std::string> tags;
  for (const Variant& variant : unit.variants) tags.push_back(variant.language.tag());
  std::string text = tags.front();
  std::ranges::sort(tags);
  for (const std::string& tag : tags) text.append(1, '\0').append(tag);
  text.append(1, '\0').append(unit.variants.front().text);
  const std::uint64_t first = std::hash<std::string>{}(text);
  std::ranges::reverse(text);
  return {first, std::hash<std::string>{}(text)};
}

bool DuplicateWatch::lets_in(const TranslationUnit& unit) {
  if (rule_ == DuplicateRule::keep) return true;
  const bool is_new = sources_.insert(source_of(unit)).second;
  if (is_new || rule_ == DuplicateRule::newest) return true;
  ++passed_over_;
  return false;
}

std::size_t DuplicateWatch::remove_older(Memory& memory, const Progress& progress) {
  if (rule_ != DuplicateRule::newest) return 0;
  struct Newest {
    std::chrono::sys_seconds date;
    UnitId id;
  };
  std::map<Source, Newest> newest;
  std::vector<UnitChange> changes;
  memory.for_each([&](UnitId id, const TranslationUnit& unit) {
    const Source source = source_of(unit);
    if (!sources_.contains(source)) return true;
    const Newest found{date_of(unit), id};
    const auto [entry, is_first] = newest.try_emplace(source, found);
    if (is_first) return true;
    const bool is_newer = found.date >= entry->second.date;
    changes.push_back({is_newer ? entry->second.id : id, std::nullopt});
    if (is_newer) entry->second = found;
    return true;
  });
  memory.change_all(changes, progress);
  return changes.size();
}

}  // namespace egiz::detail
