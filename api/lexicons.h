// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lexicon that the aligner is given: the built-in one, the user's files, and what a memory lends.

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "align/lexicon.h"
#include "exchange/lexicon_reader.h"
#include "tm/memory.h"

namespace egiz {

// What the units of a memory teach: those of up to four words in each of two languages or more are entries, up to
// 200,000; of the others, unless they were aligned and are not sure, up to 20,000 are examples, taken from the whole
// memory.
Lexicon lexicon_of(const Memory& memory);

struct LexiconSources {
  std::vector<std::filesystem::path> files = {};     // as read_lexicon takes them
  std::optional<std::filesystem::path> memory = {};  // a memory that lends its units

  bool empty() const { return files.empty() && !memory; }
};

struct LoadedLexicon {
  Lexicon lexicon;  // with the built-in entries
  std::vector<Finding> findings;
};

// Throws what read_lexicon and Memory::open throw.
LoadedLexicon load_lexicon(const LexiconSources& sources);

}  // namespace egiz
