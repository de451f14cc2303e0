// SPDX-License-Identifier: Apache-2.0
#pragma once

// What look-ups share on the command line: which memories are asked, what their matches lose, which units count.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/command.h"

namespace egiz::cli {

inline constexpr Option kPenalty = {"penalty", "NAME=POINTS", "points that matches lose; may be repeated", 0, true};

// How memories are asked.
struct Asking {
  std::vector<std::string> memories;               // as they are named on the command line
  std::map<std::string, double> memory_penalties;  // by that name
  PenaltySettings penalties;
  std::vector<PropertyPenalty> property_penalties;
  UnitFilter filter;

  // options with filter and penalties of this, which must outlive them.
  FindOptions find_options(FindOptions options) const;
};

// Reads kPenalty and the options of with_filter_options.  Throws UsageError.
Asking parse_asking(const Words& words, std::vector<std::string> memories);

// The memories that are asked, open.
class AskedMemories {
 public:
  explicit AskedMemories(const Asking& asking);

  std::span<const MemoryToAsk> asked() const { return asked_; }

 private:
  std::vector<Memory> memories_;
  std::vector<MemoryToAsk> asked_;
};

}  // namespace egiz::cli
