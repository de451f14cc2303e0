// SPDX-License-Identifier: Apache-2.0
#pragma once

// Texts to look up as users write them: plain, or with inline codes (text/inline_codes.h).

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/inline_codes.h"
#include "tm/memory.h"

namespace egiz {

class QueryTexts {
 public:
  // have_codes: tags in the lines are codes; else they are text.
  QueryTexts(std::vector<std::string> lines, bool have_codes);

  std::size_t size() const { return lines_.size(); }
  const std::string& line(std::size_t i) const { return lines_[i]; }
  std::string_view text(std::size_t i) const { return coded_[i].text; }
  const std::vector<InlineCode>* codes(std::size_t i) const { return have_codes_ ? &coded_[i].codes : nullptr; }

  // The answers to all, in order, as find_all_in gives them.
  std::vector<std::vector<Match>> find_all(std::span<const MemoryToAsk> memories, const Language& from,
                                           const Language& to, const FindOptions& options,
                                           const Progress& progress = {}) const;

  // The answer to one, as find_in gives it.
  std::vector<Match> find(std::size_t i, std::span<const MemoryToAsk> memories, const Language& from,
                          const Language& to, FindOptions options) const;

 private:
  std::vector<std::string> lines_;
  std::vector<CodedText> coded_;
  bool have_codes_;
};

// The target of a match with the codes of the query in their places, in one line; nullopt where the codes of the match
// are others, or numbers were adjusted, which moves what stands around the codes.
// REQUIRES: match answers a query from from to to
std::optional<std::string> match_coded_target(const Match& match, std::span<const InlineCode> codes,
                                              const Language& from, const Language& to);

}  // namespace egiz
