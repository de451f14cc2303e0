// SPDX-License-Identifier: Apache-2.0

// Words and parts of texts in the units of memories.

#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/handles.h"
#include "bindings/c/egiz_query.h"

using namespace egiz::c;

struct egiz_fragments {
  std::string query;
  egiz::Language from;
  egiz::Language to;
  std::vector<egiz::Fragment> fragments;
  std::vector<egiz_hits> hits;  // of each
  MemoryNames memories;
};

namespace {

// The defaults stand in egiz_query.h for C compilers; they are those of the library.
constexpr egiz_concordance_options kConcordanceDefaults = EGIZ_CONCORDANCE_OPTIONS_INIT;
static_assert(kConcordanceDefaults.max_hits == egiz::ConcordanceOptions{}.max_hits);
constexpr egiz_fragment_options kFragmentDefaults = EGIZ_FRAGMENT_OPTIONS_INIT;
static_assert(kFragmentDefaults.min_words == egiz::FragmentOptions{}.min_words);
static_assert(kFragmentDefaults.max_hits == egiz::FragmentOptions{}.max_hits);

const egiz::ConcordanceHit& hit_in(const egiz_hits* hits, std::size_t index) {
  require(hits, "hits");
  require_index(index, hits->hits->size());
  return (*hits->hits)[index];
}

std::unique_ptr<egiz_hits> concordance(const egiz_memories& memories, std::string_view text, const char* language,
                                       const egiz_concordance_options* options) {
  const egiz::Language searched = language_in(language, "language");
  const auto given = options_in(options, kConcordanceDefaults);
  const std::optional<egiz::UnitFilter> filter = filter_in(given.filter);
  return std::make_unique<egiz_hits>(
      std::string(text), searched,
      egiz::concordance_in(memories.asked, text, searched,
                           {.max_hits = given.max_hits, .filter = filter ? &*filter : nullptr}),
      memories.names);
}

std::unique_ptr<egiz_fragments> fragments_of(const egiz_memories& memories, std::string_view text, const char* from,
                                             const char* to, const egiz_fragment_options* options) {
  const egiz::Language source = language_in(from, "from");
  const egiz::Language target = language_in(to, "to");
  const auto given = options_in(options, kFragmentDefaults);
  const std::optional<egiz::UnitFilter> filter = filter_in(given.filter);
  auto found = std::make_unique<egiz_fragments>(egiz_fragments{
      std::string(text),
      source,
      target,
      egiz::fragments_in(
          memories.asked, text, source, target,
          {.min_words = given.min_words, .max_hits = given.max_hits, .filter = filter ? &*filter : nullptr}),
      {},
      memories.names});
  for (const egiz::Fragment& fragment : found->fragments) {
    found->hits.emplace_back(found->query.substr(fragment.range.begin, fragment.range.size()), source, fragment.hits,
                             memories.names);
  }
  return found;
}

}  // namespace

egiz_status egiz_memory_concordance(egiz_hits** out, const egiz_memory* memory, const char* text, size_t size,
                                    const char* language, const egiz_concordance_options* options) {
  return create(out, [&] { return concordance(one_memory(memory), text_in(text, size, "text"), language, options); });
}

egiz_status egiz_memories_concordance(egiz_hits** out, const egiz_memories* memories, const char* text, size_t size,
                                      const char* language, const egiz_concordance_options* options) {
  return create(out,
                [&] { return concordance(memories_in(memories), text_in(text, size, "text"), language, options); });
}

void egiz_hits_free(egiz_hits* hits) { delete hits; }

size_t egiz_hits_count(const egiz_hits* hits) { return hits ? hits->hits->size() : 0; }

egiz_status egiz_hits_get(egiz_hit* out, const egiz_hits* hits, size_t index) {
  return call([&] {
    const egiz::ConcordanceHit& hit = hit_in(hits, index);
    struct_out(out, egiz_hit{sizeof(egiz_hit), hit.id.value, view(egiz::unit_text(hit.unit, hits->language)),
                             hit.highlights.size(), hit.memory});
  });
}

egiz_status egiz_hits_highlight(egiz_range* out, const egiz_hits* hits, size_t index, size_t highlight) {
  return call([&] {
    require(out, "out");
    const egiz::ConcordanceHit& hit = hit_in(hits, index);
    require_index(highlight, hit.highlights.size());
    *out = range(hit.highlights[highlight]);
  });
}

const egiz_unit* egiz_hits_unit(const egiz_hits* hits, size_t index) {
  return index < egiz_hits_count(hits) ? &hits->lent[index] : nullptr;
}

egiz_status egiz_hits_json(char** out, const egiz_hits* hits) {
  return call([&] {
    require(hits, "hits");
    string_out(out, egiz::concordance_json(hits->query, hits->language, *hits->hits, hits->memories));
  });
}

egiz_status egiz_memory_fragments(egiz_fragments** out, const egiz_memory* memory, const char* text, size_t size,
                                  const char* from, const char* to, const egiz_fragment_options* options) {
  return create(out, [&] { return fragments_of(one_memory(memory), text_in(text, size, "text"), from, to, options); });
}

egiz_status egiz_memories_fragments(egiz_fragments** out, const egiz_memories* memories, const char* text, size_t size,
                                    const char* from, const char* to, const egiz_fragment_options* options) {
  return create(out,
                [&] { return fragments_of(memories_in(memories), text_in(text, size, "text"), from, to, options); });
}

void egiz_fragments_free(egiz_fragments* fragments) { delete fragments; }

size_t egiz_fragments_count(const egiz_fragments* fragments) { return fragments ? fragments->fragments.size() : 0; }

egiz_status egiz_fragments_get(egiz_fragment* out, const egiz_fragments* fragments, size_t index) {
  return call([&] {
    require(fragments, "fragments");
    require_index(index, fragments->fragments.size());
    const egiz::Fragment& fragment = fragments->fragments[index];
    struct_out(out, egiz_fragment{sizeof(egiz_fragment), range(fragment.range), fragment.words});
  });
}

const egiz_hits* egiz_fragments_hits(const egiz_fragments* fragments, size_t index) {
  return index < egiz_fragments_count(fragments) ? &fragments->hits[index] : nullptr;
}

egiz_status egiz_fragments_json(char** out, const egiz_fragments* fragments) {
  return call([&] {
    require(fragments, "fragments");
    string_out(out, egiz::fragments_json(fragments->query, fragments->from, fragments->to, fragments->fragments,
                                         fragments->memories));
  });
}
