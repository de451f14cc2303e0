// SPDX-License-Identifier: Apache-2.0
#include "cli/asked_memories.h"

#include <algorithm>
#include <charconv>

#include "cli/units.h"

namespace egiz::cli {
namespace {

// NAME=POINTS, where NAME is a penalty, one of the memories, or a property: "machine=20", "old.egiz=5", "client=Old=5".
void parse_penalty(const std::string& word, Asking& asking) {
  const std::size_t equals = std::min(word.rfind('='), word.size());
  std::string name = word.substr(0, equals);
  const std::string number = word.substr(std::min(equals + 1, word.size()));
  double points = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), points);
  if (error != std::errc() || end != number.data() + number.size() || !(points >= 0 && points <= 100)) {
    throw UsageError("--penalty " + word + ": wanted is NAME=POINTS, points from 0 to 100");
  }
  if (std::ranges::find(asking.memories, name) != asking.memories.end()) {
    asking.memory_penalties[name] = points;
    return;
  }
  if (const std::size_t property = name.find('='); property != name.npos) {
    asking.property_penalties.push_back({name.substr(0, property), name.substr(property + 1), points});
    return;
  }
  std::string reason = name;
  std::ranges::replace(reason, '-', ' ');
  double* setting = find_penalty(asking.penalties, reason);
  if (setting == nullptr) {
    throw UsageError(
        "--penalty " + word + ": " + name +
        " is no penalty (case, punctuation, spelling, numbers, several-targets, region, aligned, machine, codes), "
        "no memory that is asked, and no property (client=Old)");
  }
  *setting = points;
}

}  // namespace

FindOptions Asking::find_options(FindOptions options) const {
  options.filter = &filter;
  options.penalties = penalties;
  options.penalties.properties = property_penalties;
  return options;
}

Asking parse_asking(const Words& words, std::vector<std::string> memories) {
  Asking asking{.memories = std::move(memories),
                .memory_penalties = {},
                .penalties = {},
                .property_penalties = {},
                .filter = parse_filter(words)};
  for (const std::string& word : words.values("penalty")) parse_penalty(word, asking);
  return asking;
}

AskedMemories::AskedMemories(const Asking& asking) {
  memories_.reserve(asking.memories.size());
  for (const std::string& name : asking.memories) {
    memories_.push_back(Memory::open(name, OpenMode::read_only));
    const auto penalty = asking.memory_penalties.find(name);
    asked_.push_back({&memories_.back(), penalty == asking.memory_penalties.end() ? 0 : penalty->second});
  }
}

}  // namespace egiz::cli
