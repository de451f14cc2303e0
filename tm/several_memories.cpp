// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include "tm/detail/memory_impl.h"
#include "tm/memory.h"

namespace egiz {
namespace {

// Adds the matches of one memory to those of others.
void join(std::vector<Match>& all, std::vector<Match> matches, std::size_t memory, double penalty) {
  for (Match& match : matches) {
    match.memory = memory;
    detail::take_for_memory(match, penalty);
    all.push_back(std::move(match));
  }
}

}  // namespace

std::vector<Match> find_in(std::span<const MemoryToAsk> memories, std::string_view text, const Language& from,
                           const Language& to, const FindOptions& options) {
  const detail::Query query(text, from, to, options);
  std::vector<Match> all;
  for (std::size_t i = 0; i < memories.size(); ++i) {
    join(all, memories[i].memory->impl_->gather(query), i, memories[i].penalty);
  }
  return detail::ranked(std::move(all), query);
}

std::vector<std::vector<Match>> find_all_in(std::span<const MemoryToAsk> memories, std::span<const std::string> texts,
                                            const Language& from, const Language& to, const FindOptions& options,
                                            const Progress& progress) {
  std::vector<std::vector<Match>> all(texts.size());
  for (std::size_t i = 0; i < memories.size(); ++i) {
    std::size_t text = 0;
    memories[i].memory->impl_->gather_all(
        texts, from, to, options, [&](const detail::Query& query, std::vector<Match> matches) {
          join(all[text], std::move(matches), i, memories[i].penalty);
          if (i + 1 == memories.size()) all[text] = detail::ranked(std::move(all[text]), query);
          if (++text % 1024 == 0) report_progress(progress, i * texts.size() + text, memories.size() * texts.size());
        });
  }
  return all;
}

}  // namespace egiz
