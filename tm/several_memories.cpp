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

std::map<std::string, std::string> texts_of(const TranslationUnit& unit) {
  std::map<std::string, std::string> texts;
  for (const Variant& variant : unit.variants) texts.emplace(variant.language.tag(), variant.text);
  return texts;
}

// The hits that several memories gave, each its own in order, as one memory would give them.
class JoinedHits {
 public:
  explicit JoinedHits(const Language& language) : language_(language) {}

  void add(std::vector<ConcordanceHit> hits, std::size_t memory) {
    for (ConcordanceHit& hit : hits) {
      if (told_.try_emplace(texts_of(hit.unit), memory).first->second != memory) continue;
      hit.memory = memory;
      const Variant& variant = *detail::answering_variant(hit.unit, language_);
      placed_.push_back({count_code_points(match_key(variant.text, variant.language)), std::move(hit)});
    }
  }

  std::vector<ConcordanceHit> take(std::size_t max_hits) {
    std::ranges::stable_sort(placed_, {}, &Placed::length);
    if (max_hits != 0 && placed_.size() > max_hits) placed_.resize(max_hits);
    std::vector<ConcordanceHit> hits;
    for (Placed& placed : placed_) hits.push_back(std::move(placed.hit));
    return hits;
  }

 private:
  struct Placed {
    std::size_t length = 0;  // of the key of the text that was searched, in letters
    ConcordanceHit hit;
  };

  const Language& language_;
  std::vector<Placed> placed_;
  std::map<std::map<std::string, std::string>, std::size_t> told_;  // and by which memory
};

// A part of the query that memories hold.
struct HeldPart {
  ByteRange range;
  std::size_t words = 0;
  JoinedHits hits;

  bool is_within(const HeldPart& other) const {
    return other.range.begin <= range.begin && range.end <= other.range.end && other.range != range;
  }
};

}  // namespace

std::vector<ConcordanceHit> concordance_in(std::span<const MemoryToAsk> memories, std::string_view text,
                                           const Language& language, const ConcordanceOptions& options) {
  if (memories.size() == 1) return memories.front().memory->concordance(text, language, options);
  JoinedHits hits(language);
  for (std::size_t i = 0; i < memories.size(); ++i) {
    hits.add(memories[i].memory->concordance(text, language, options), i);
  }
  return hits.take(options.max_hits);
}

// A memory that holds one of the longest parts of all has it among its own longest ones.
std::vector<Fragment> fragments_in(std::span<const MemoryToAsk> memories, std::string_view text, const Language& from,
                                   const Language& to, const FragmentOptions& options) {
  if (memories.size() == 1) return memories.front().memory->fragments(text, from, to, options);
  std::vector<HeldPart> parts;
  for (std::size_t i = 0; i < memories.size(); ++i) {
    for (Fragment& fragment : memories[i].memory->fragments(text, from, to, options)) {
      auto part = std::ranges::find(parts, fragment.range, &HeldPart::range);
      if (part == parts.end()) {
        parts.push_back({fragment.range, fragment.words, JoinedHits(from)});
        part = std::prev(parts.end());
      }
      part->hits.add(std::move(fragment.hits), i);
    }
  }
  std::vector<Fragment> longest;
  for (HeldPart& part : parts) {
    const auto holds_it = [&part](const HeldPart& other) { return part.is_within(other); };
    if (std::ranges::any_of(parts, holds_it)) continue;
    longest.push_back({part.range, part.words, part.hits.take(options.max_hits)});
  }
  std::ranges::sort(longest, {}, [](const Fragment& fragment) {
    return std::pair(-static_cast<std::ptrdiff_t>(fragment.words), fragment.range.begin);
  });
  return longest;
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
