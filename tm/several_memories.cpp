// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/language_choice.h"
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

// A hit of one memory, and what puts it before those of others.
struct PlacedHit {
  std::size_t length = 0;  // of the key of the text that was searched, in letters
  ConcordanceHit hit;
};

std::map<std::string, std::string> texts_of(const TranslationUnit& unit) {
  std::map<std::string, std::string> texts;
  for (const Variant& variant : unit.variants) texts.emplace(variant.language.tag(), variant.text);
  return texts;
}

}  // namespace

std::vector<ConcordanceHit> concordance_in(std::span<const MemoryToAsk> memories, std::string_view text,
                                           const Language& language, const ConcordanceOptions& options) {
  std::vector<PlacedHit> all;
  std::map<std::map<std::string, std::string>, std::size_t> told;  // and by which memory
  for (std::size_t i = 0; i < memories.size(); ++i) {
    for (ConcordanceHit& hit : memories[i].memory->concordance(text, language, options)) {
      if (memories.size() > 1 && told.try_emplace(texts_of(hit.unit), i).first->second != i) continue;
      hit.memory = i;
      const Variant& variant = *detail::answering_variant(hit.unit, language);
      all.push_back({count_code_points(match_key(variant.text, variant.language)), std::move(hit)});
    }
  }
  std::ranges::stable_sort(all, {}, &PlacedHit::length);  // each memory gives its own in this order
  if (options.max_hits != 0 && all.size() > options.max_hits) all.resize(options.max_hits);
  std::vector<ConcordanceHit> hits;
  for (PlacedHit& placed : all) hits.push_back(std::move(placed.hit));
  return hits;
}

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
  return find_all_in(memories, detail::with_context(texts, options), from, to, options, progress);
}

std::vector<std::vector<Match>> find_all_in(std::span<const MemoryToAsk> memories, std::span<const TextInContext> texts,
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
  report_progress(progress, texts.size(), texts.size());
  return all;
}

}  // namespace egiz
