// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/consistency.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>

#include "text/match_key.h"
#include "tm/detail/hash.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kRivalsNamed = 3;

std::uint64_t key_hash(const Variant& variant) { return hash_bytes(match_key(variant.text, variant.language)); }

// "#3, #7, #12 and 4 more".
std::string rivals_of(const Saying& saying, std::span<const Saying> group) {
  std::vector<std::int64_t> rivals;
  for (const Saying& other : group) {
    if (other.target != saying.target) rivals.push_back(other.unit);
  }
  std::ranges::sort(rivals);
  std::string named;
  for (std::size_t i = 0; i < std::min(rivals.size(), kRivalsNamed); ++i) {
    named += (i == 0 ? "#" : ", #") + std::to_string(rivals[i]);
  }
  if (rivals.size() > kRivalsNamed) named += " and " + std::to_string(rivals.size() - kRivalsNamed) + " more";
  return named;
}

// Calls tell for every unit of a source that has several targets.
template <class Tell>
void for_each_conflict(std::vector<Saying> sayings, const Tell& tell) {
  std::ranges::sort(sayings, {}, [](const Saying& s) { return std::tuple(s.source, s.target, s.unit); });
  for (auto begin = sayings.begin(); begin != sayings.end();) {
    const auto end = std::find_if(begin, sayings.end(), [&](const Saying& s) { return s.source != begin->source; });
    const std::span<const Saying> group(begin, end);
    if (group.front().target != group.back().target) {
      for (const Saying& saying : group) tell(saying, group);
    }
    begin = end;
  }
}

std::vector<Saying> turned(std::vector<Saying> sayings) {
  for (Saying& saying : sayings) {
    std::swap(saying.source, saying.target);
    std::swap(saying.source_size, saying.target_size);
  }
  return sayings;
}

void sort_by_id(std::vector<CheckFinding>& findings) { std::ranges::stable_sort(findings, {}, &CheckFinding::id); }

}  // namespace

Saying make_saying(UnitId id, const Variant& source, const Variant& target) {
  return {key_hash(source), key_hash(target), id.value, static_cast<std::uint32_t>(source.text.size()),
          static_cast<std::uint32_t>(target.text.size())};
}

void Consistency::add(const Language& source, const Language& target, const Saying& saying) {
  sayings_[{source, target}].push_back(saying);
}

std::vector<CheckFinding> Consistency::several_targets() const {
  std::vector<CheckFinding> findings;
  for (const auto& [languages, sayings] : sayings_) {
    const Language& source = languages.first;
    const Language& target = languages.second;
    for_each_conflict(sayings, [&](const Saying& saying, std::span<const Saying> group) {
      findings.push_back(
          {UnitId{saying.unit},
           "severaltargets",
           target,
           {0, saying.target_size},
           "the same in " + source.tag() + " has another " + target.tag() + " in " + rivals_of(saying, group)});
    });
  }
  sort_by_id(findings);
  return findings;
}

std::vector<CheckFinding> Consistency::several_sources() const {
  std::vector<CheckFinding> findings;
  for (const auto& [languages, sayings] : sayings_) {
    const Language& source = languages.first;
    const Language& target = languages.second;
    for_each_conflict(turned(sayings), [&](const Saying& saying, std::span<const Saying> group) {
      findings.push_back(
          {UnitId{saying.unit},
           "severalsources",
           source,
           {0, saying.target_size},
           "the same in " + target.tag() + " has another " + source.tag() + " in " + rivals_of(saying, group)});
    });
  }
  sort_by_id(findings);
  return findings;
}

}  // namespace egiz::detail
