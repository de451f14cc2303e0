// SPDX-License-Identifier: Apache-2.0
#include "tm/best_matches.h"

#include <utility>

namespace egiz {

std::vector<std::optional<Match>> best_matches_all(std::span<const MemoryToAsk> memories,
                                                   std::span<const TextInContext> texts, const Language& from,
                                                   const Language& to, const FindOptions& options,
                                                   const Progress& progress) {
  FindOptions one = options;
  one.max_matches = 1;
  one.context_id = {};
  std::vector<std::optional<Match>> best(texts.size());
  auto answers = find_all_in(memories, texts, from, to, one, progress);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!answers[i].empty()) best[i] = std::move(answers[i].front());
  }
  return best;
}

}  // namespace egiz
