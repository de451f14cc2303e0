// SPDX-License-Identifier: Apache-2.0
#include "tm/best_matches.h"

#include <string>
#include <utility>

namespace egiz {

std::vector<std::optional<Match>> best_matches_all(const Memory& memory, std::span<const TextInContext> texts,
                                                   const Language& from, const Language& to, double min_similarity,
                                                   const Progress& progress) {
  std::vector<std::string> queries;
  queries.reserve(texts.size());
  for (const TextInContext& text : texts) queries.emplace_back(text.text);
  auto answers = memory.find_all(queries, from, to, {.min_similarity = min_similarity, .max_matches = 1}, progress);
  std::vector<std::optional<Match>> best(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // Only what is there word for word can be in context; it is asked for again, with its neighbours.
    if (!answers[i].empty() && answers[i].front().kind != MatchKind::fuzzy) {
      answers[i] =
          memory.find(texts[i].text, from, to,
                      {.min_similarity = 100, .max_matches = 1, .previous = texts[i].previous, .next = texts[i].next});
    }
    if (!answers[i].empty()) best[i] = std::move(answers[i].front());
  }
  return best;
}

}  // namespace egiz
