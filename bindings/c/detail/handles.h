// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands behind the opaque types that several files share.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api/egiz.h"
#include "bindings/c/detail/call.h"
#include "bindings/c/egiz.h"

// A document of its own, or one that an alignment lends.
struct egiz_document {
  std::shared_ptr<const egiz::LoadedDocument> loaded;
};

struct egiz_alignment {
  explicit egiz_alignment(egiz::AlignedDocuments documents)
      : aligned(std::make_shared<const egiz::AlignedDocuments>(std::move(documents))) {
    for (const egiz::LoadedDocument& loaded : aligned->documents) lent.push_back({{aligned, &loaded}});
  }

  std::shared_ptr<const egiz::AlignedDocuments> aligned;
  std::vector<egiz_document> lent;
};

// A unit of its own, or one that an answer lends (then only const egiz_unit* is given out).
struct egiz_unit {
  std::shared_ptr<egiz::TranslationUnit> unit;
};

struct egiz_memory {
  egiz::Memory memory;
};

// Names in JSON: none for one memory, the files of several.
using MemoryNames = std::vector<std::string>;

struct egiz_matches {
  egiz_matches(std::string text, egiz::Language from_language, egiz::Language to_language,
               std::vector<egiz::Match> found, MemoryNames names = {},
               const std::vector<egiz::InlineCode>* query_codes = nullptr)
      : query(std::move(text)),
        from(std::move(from_language)),
        to(std::move(to_language)),
        matches(std::make_shared<std::vector<egiz::Match>>(std::move(found))),
        memories(std::move(names)) {
    if (query_codes) codes = *query_codes;
    for (egiz::Match& match : *matches) {
      lent.push_back({{matches, &match.unit}});
      coded_targets.push_back(codes ? egiz::match_coded_target(match, *codes, from, to) : std::nullopt);
    }
  }

  std::string query;
  egiz::Language from;
  egiz::Language to;
  std::shared_ptr<std::vector<egiz::Match>> matches;
  MemoryNames memories;
  std::optional<std::vector<egiz::InlineCode>> codes;  // of the query, where they are known
  std::vector<std::optional<std::string>> coded_targets;
  std::vector<egiz_unit> lent;
};

struct egiz_hits {
  egiz_hits(std::string text, egiz::Language searched, std::vector<egiz::ConcordanceHit> found, MemoryNames names)
      : query(std::move(text)),
        language(std::move(searched)),
        hits(std::make_shared<std::vector<egiz::ConcordanceHit>>(std::move(found))),
        memories(std::move(names)) {
    for (egiz::ConcordanceHit& hit : *hits) lent.push_back({{hits, &hit.unit}});
  }

  std::string query;
  egiz::Language language;
  std::shared_ptr<std::vector<egiz::ConcordanceHit>> hits;
  MemoryNames memories;
  std::vector<egiz_unit> lent;
};

struct egiz_memories {
  std::vector<egiz::MemoryToAsk> asked;
  MemoryNames names;
};

namespace egiz::c {

// The memory alone, nameless as docs/json.md has it.
inline egiz_memories one_memory(const egiz_memory* memory) {
  require(memory, "memory");
  return {{{&memory->memory}}, {}};
}

inline const egiz_memories& memories_in(const egiz_memories* memories) {
  require(memories, "memories");
  return *memories;
}

}  // namespace egiz::c
