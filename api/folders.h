// SPDX-License-Identifier: Apache-2.0
#pragma once

// Many groups of documents into a memory: a folder, or a table of groups.

#include <filesystem>
#include <span>
#include <vector>

#include "api/memories.h"
#include "api/pairing.h"
#include "base/progress.h"
#include "exchange/report.h"
#include "tm/memory.h"

namespace egiz {

// Aligns and adds each group.  Pairs of one pair of languages are aligned in batches and learn from each other; a batch
// has as many groups, in order, as have 100,000 segments together, which bounds the memory.  options.languages and
// options.fixed are not used.  A group that fails is told in its result and takes no other with it.  One result a
// group.
std::vector<AddDocumentsResult> add_groups(Memory& memory, std::span<const DocumentGroup> groups,
                                           const AddDocumentsOptions& options = {}, const Progress& progress = {});

struct AddFolderResult {
  std::vector<AddDocumentsResult> groups;  // and files of units behind them
  std::vector<AloneDocument> alone;  // documents that no other translates
  std::vector<Finding> left_out;     // files that could not be read
};

// Pairs the documents of a folder (api/pairing.h; groups that names make are trusted, and judged by their alignment)
// and adds the groups, and imports every file that is bilingual: TMX, XLIFF, PO, JSONL, XLSX.  options.languages are PairFolderOptions::languages.  Throws Error{not_found} when folder is
// none, Error{cancelled}: what was added before stays.
AddFolderResult add_folder(Memory& memory, const std::filesystem::path& folder, const AddDocumentsOptions& options = {},
                           const Progress& progress = {});

}  // namespace egiz
