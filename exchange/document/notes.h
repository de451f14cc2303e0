// SPDX-License-Identifier: Apache-2.0
#pragma once

// What readers of documents count on the way: things left out, and languages stated.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/report.h"
#include "text/language.h"

namespace egiz::exchange {

// Things that were left out, by what they are: "comments", "deleted text".
class LeftOut {
 public:
  void add(std::string_view what, std::size_t times = 1);

  // One finding for each: {name, "comments left out: 3"}.
  std::vector<Finding> findings(std::string_view name) const;

 private:
  std::map<std::string, std::size_t, std::less<>> counts_;
};

// The languages a document states for its parts.
class LanguageVotes {
 public:
  // bytes of text are stated to be in the language that tag names.  An empty tag is no vote.
  void add(std::string_view tag, std::size_t bytes);

  // The language of the greatest part; nullopt when nothing was stated, or no language tag.
  std::optional<Language> winner() const;

 private:
  std::map<std::string, std::size_t, std::less<>> bytes_;
};

}  // namespace egiz::exchange
