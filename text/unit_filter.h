// SPDX-License-Identifier: Apache-2.0
#pragma once

// UnitFilter: which units are wanted, for look-up, export and removal alike.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "text/unit.h"

namespace egiz {

// Units of which everything holds that is asked; what is empty does not matter.
struct UnitFilter {
  std::vector<Origin::Kind> origins;               // one of these
  double min_confidence = 0;                       // of aligned units
  Properties properties;                           // client, project, domain ...: the unit has each
  std::string document;                            // it comes from this document, alone or aligned with others
  std::vector<Language> languages;                 // it has each of these, or one that they cover
  std::optional<std::chrono::sys_seconds> since;   // changed, or created, not before
  std::optional<std::chrono::sys_seconds> before;  // and before; a unit without dates is not in a span of time
  std::string text;                                // stands in one of its texts, compared by match keys
  std::string by;                                  // who made it, or changed it last
  std::string note;                                // stands in one of its notes, compared by match keys

  bool is_empty() const;
  bool passes(const TranslationUnit& unit) const;
};

}  // namespace egiz
