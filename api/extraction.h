// SPDX-License-Identifier: Apache-2.0
#pragma once

// The part of a memory that a project needs.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "api/documents.h"
#include "base/progress.h"
#include "tm/memory.h"

namespace egiz {

struct ExtractOptions {
  std::optional<Language> from;  // of the documents; nullopt: identified, each on its own
  std::vector<Language> to;      // languages wanted; empty: every other one of the memory
  bool segmented = false;
  SentenceRules rules = {};
  double min_similarity = 70;   // 0 to 100
  std::size_t max_matches = 5;  // for each segment and language; 0 is all
};

struct ExtractReport {
  std::size_t segments = 0;  // of the documents
  std::size_t matched = 0;   // those with a match
  std::size_t units = 0;     // written
  std::vector<Finding> findings;
};

// Makes a memory of the units that match segments of the documents, whole, in the order of their ids, which are new
// ones.  A look-up of those segments with these options gives there what it gives in the large memory.  The new memory
// appears whole or not at all.  Throws what load_document throws; Error{exists} when file is there, Error{io}.
ExtractReport extract_memory(const Memory& memory, std::span<const std::filesystem::path> documents,
                             const ExtractOptions& options, const std::filesystem::path& file,
                             const Progress& progress = {});

}  // namespace egiz
