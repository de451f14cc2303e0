// SPDX-License-Identifier: Apache-2.0
#include "api/maintenance.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "api/checks.h"
#include "api/detail/add_from.h"
#include "base/error.h"
#include "text/match_key.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr std::size_t kUnitsPerReport = 1024;

// What units of one group have in common.
std::string identity_of(const TranslationUnit& unit, const std::optional<Language>& source) {
  std::vector<std::string> parts;
  for (const Variant& variant : unit.variants) {
    const bool is_compared = !source || source->covers(variant.language);
    parts.push_back(variant.language.tag() + '\0' +
                    (is_compared ? match_key(variant.text, variant.language) : std::string()));
  }
  std::ranges::sort(parts);
  std::string identity;
  for (const std::string& part : parts) identity.append(part).push_back('\0');
  return identity;
}

// Units whose identities have one hash, ascending: nearly all are duplicates, and only these are held as text.
std::vector<UnitId> likely_duplicates(const Memory& memory, const std::optional<Language>& source,
                                      const Progress& progress) {
  std::vector<std::pair<std::size_t, UnitId>> hashes;
  memory.for_each([&](UnitId id, const TranslationUnit& unit) {
    if (hashes.size() % kUnitsPerReport == 0) report_progress(progress, hashes.size(), memory.size());
    const bool is_compared = !source || unit.find(*source) != nullptr;
    if (is_compared) hashes.emplace_back(std::hash<std::string>()(identity_of(unit, source)), id);
    return true;
  });
  std::ranges::sort(hashes);
  std::vector<UnitId> ids;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const bool like_last = i > 0 && hashes[i - 1].first == hashes[i].first;
    const bool like_next = i + 1 < hashes.size() && hashes[i + 1].first == hashes[i].first;
    if (like_last || like_next) ids.push_back(hashes[i].second);
  }
  std::ranges::sort(ids);
  return ids;
}

int trust(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::reviewed:
      return 4;
    case Origin::Kind::human:
      return 3;
    case Origin::Kind::imported:
      return 2;
    case Origin::Kind::aligned:
      return 1;
    case Origin::Kind::machine:
      return 0;
  }
  return 0;
}

// How much a unit is worth keeping; greater is better.
using Worth = std::tuple<int, std::chrono::sys_seconds, double, std::int64_t>;

Worth worth_of(UnitId id, const TranslationUnit& unit) {
  const auto latest = unit.changed ? *unit.changed : unit.created.value_or(std::chrono::sys_seconds());
  return {trust(unit.origin.kind), latest, unit.origin.confidence, -id.value};
}

// Where the bytes of before and after begin and cease to be the same, on boundaries of characters.
std::pair<std::size_t, std::size_t> common_ends(std::string_view before, std::string_view after) {
  const auto is_inside = [](std::string_view text, std::size_t at) {
    return at < text.size() && is_utf8_continuation(text[at]);
  };
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  while (head > 0 && (is_inside(before, head) || is_inside(after, head))) --head;
  std::size_t tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  while (tail > 0 && is_inside(before, before.size() - tail)) --tail;
  return {head, tail};
}

void set_text(Variant& variant, const std::string& text) {
  const auto [head, tail] = common_ends(variant.text, text);
  const std::size_t tail_begin = variant.text.size() - tail;
  for (InlineCode& code : variant.codes) {
    if (code.offset <= head) continue;
    code.offset = code.offset < tail_begin ? head : text.size() - (variant.text.size() - code.offset);
  }
  variant.text = text;
}

}  // namespace

std::vector<NumberedUnit> find_units(const Memory& memory, const UnitSelection& selection, const Progress& progress) {
  std::vector<NumberedUnit> found;
  std::vector<UnitId> ids = selection.ids;
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  for (const UnitId id : ids) {
    auto unit = memory.get(id);
    if (!unit) {
      throw Error(ErrorCode::not_found, memory.path().string() + ": there is no unit " + std::to_string(id.value));
    }
    if (selection.filter.passes(*unit)) found.push_back({id, *std::move(unit)});
  }
  if (!ids.empty()) return found;
  std::size_t seen = 0;
  memory.for_each([&](UnitId id, const TranslationUnit& unit) {
    if (++seen % kUnitsPerReport == 0) report_progress(progress, seen, memory.size());
    if (selection.filter.passes(unit)) found.push_back({id, unit});
    return true;
  });
  return found;
}

std::vector<DuplicateGroup> find_duplicates(const Memory& memory, const std::optional<Language>& source,
                                            const Progress& progress) {
  struct Best {
    Worth worth;
    std::size_t group;
  };
  std::vector<DuplicateGroup> groups;
  std::unordered_map<std::string, Best> bests;  // by identity
  for (const UnitId id : likely_duplicates(memory, source, progress)) {
    const TranslationUnit unit = memory.get(id).value();
    const Worth worth = worth_of(id, unit);
    const auto [best, is_first] = bests.try_emplace(identity_of(unit, source), Best{worth, groups.size()});
    if (is_first) {
      groups.push_back({id, {}});
      continue;
    }
    DuplicateGroup& group = groups[best->second.group];
    const bool is_better = worth > best->second.worth;
    if (is_better) best->second.worth = worth;
    group.extra.push_back(is_better ? std::exchange(group.kept, id) : id);
  }
  std::erase_if(groups, [](const DuplicateGroup& group) { return group.extra.empty(); });
  for (DuplicateGroup& group : groups) std::ranges::sort(group.extra);
  return groups;
}

void remove_units(Memory& memory, const std::vector<UnitId>& ids, const Progress& progress) {
  std::vector<UnitChange> changes;
  for (const UnitId id : ids) changes.push_back({id, std::nullopt});
  memory.change_all(changes, progress);
}

TranslationUnit edited(TranslationUnit unit, const UnitEdit& edit) {
  for (const auto& [language, text] : edit.texts) {
    const auto variant = std::ranges::find(unit.variants, language, &Variant::language);
    if (text.empty()) {
      if (variant != unit.variants.end()) unit.variants.erase(variant);
    } else if (variant != unit.variants.end()) {
      set_text(*variant, text);
    } else {
      unit.variants.push_back({language, text, {}, {}, {}, {}});
    }
  }
  for (const auto& [name, value] : edit.properties) unit.properties.erase(name);
  for (const auto& [name, value] : edit.properties) {
    if (!value.empty()) unit.properties.emplace(name, value);
  }
  if (edit.origin) unit.origin = {*edit.origin, 1};
  if (edit.note) unit.notes.push_back(*edit.note);
  if (!edit.changed_by.empty()) unit.changed_by = edit.changed_by;
  return unit;
}

TranslationUnit edit_unit(Memory& memory, UnitId id, const UnitEdit& edit) {
  auto unit = memory.get(id);
  if (!unit) {
    throw Error(ErrorCode::not_found, memory.path().string() + ": there is no unit " + std::to_string(id.value));
  }
  memory.update(id, edited(*std::move(unit), edit));
  return *memory.get(id);
}

AddReport merge_memory(Memory& into, const std::filesystem::path& from, const Progress& progress) {
  std::error_code ignored;
  if (std::filesystem::equivalent(into.path(), from, ignored)) {
    throw Error(ErrorCode::invalid_argument, from.string() + ": a memory cannot be merged into itself");
  }
  const auto read = [&](const UnitSink& sink) {
    const Memory other = Memory::open(from, OpenMode::read_only);
    other.for_each([&](UnitId, const TranslationUnit& unit) { return sink(TranslationUnit(unit)); });
  };
  return detail::add_from(into, read, progress);
}

void back_up_memory(const Memory& memory, const std::filesystem::path& file, bool overwrite, const Progress& progress) {
  std::error_code ignored;
  if (std::filesystem::equivalent(memory.path(), file, ignored)) {
    throw Error(ErrorCode::invalid_argument, file.string() + ": a memory cannot be its own backup");
  }
  if (!overwrite || !std::filesystem::exists(file, ignored)) return memory.back_up(file, progress);
  if (!is_memory_file(file)) {
    throw Error(ErrorCode::exists, file.string() + ": this is no memory, and is not written over; choose another name");
  }
  std::filesystem::path fresh = file;
  fresh += ".new";
  memory.back_up(fresh, progress);
  Memory::erase(file);
  std::filesystem::rename(fresh, file);
}

}  // namespace egiz
