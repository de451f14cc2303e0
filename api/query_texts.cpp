// SPDX-License-Identifier: Apache-2.0
#include "api/query_texts.h"

#include <utility>

#include "api/json.h"

namespace egiz {

QueryTexts::QueryTexts(std::vector<std::string> lines, bool have_codes)
    : lines_(std::move(lines)), have_codes_(have_codes) {
  coded_.reserve(lines_.size());
  for (const std::string& line : lines_) coded_.push_back(have_codes ? parse_coded_text(line) : CodedText{line, {}});
}

std::vector<std::vector<Match>> QueryTexts::find_all(std::span<const MemoryToAsk> memories, const Language& from,
                                                     const Language& to, const FindOptions& options,
                                                     const Progress& progress) const {
  std::vector<TextInContext> texts;
  for (std::size_t i = 0; i < size(); ++i) texts.push_back({text(i), options.previous, options.next, codes(i)});
  return find_all_in(memories, texts, from, to, options, progress);
}

std::vector<Match> QueryTexts::find(std::size_t i, std::span<const MemoryToAsk> memories, const Language& from,
                                    const Language& to, FindOptions options) const {
  options.codes = codes(i);
  return find_in(memories, text(i), from, to, options);
}

std::optional<std::string> match_coded_target(const Match& match, std::span<const InlineCode> codes,
                                              const Language& from, const Language& to) {
  const Variant& target = match_variant(match, to);
  if (!match.adjusted) return target_with_codes(codes, match_variant(match, from), target);
  if (!codes.empty() || !target.codes.empty()) return std::nullopt;
  return match.adjusted;
}

}  // namespace egiz
