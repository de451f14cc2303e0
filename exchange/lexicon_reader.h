// SPDX-License-Identifier: Apache-2.0
#pragma once

// A user's lexicon: files of words that translate each other.

#include <filesystem>
#include <string_view>
#include <vector>

#include "align/lexicon.h"
#include "exchange/report.h"

namespace egiz {

struct LexiconFile {
  std::vector<LexiconEntry> entries;  // each has words in two languages or more
  ReadReport report;                  // entries that were passed over, and why
};

// Reads a lexicon by its content:
// - TSV in any encoding that decode knows: the first line names the languages, as "ru<TAB>kk<TAB>en", every other line
// is
//   an entry, synonyms are apart by "|"; lines that are empty or begin with # are passed over
// - TBX 2 and 3 (ISO 30042): <termEntry> or <conceptEntry>, its <langSet> or <langSec>, and their <term>s
// Throws Error{not_found}, Error{io}; Error{parse} with file:line for what is neither; Error{unsupported} above 256 MB.
LexiconFile read_lexicon(const std::filesystem::path& file);

// The same for bytes in memory; name is for messages.
LexiconFile read_lexicon(std::string_view bytes, std::string_view name);

}  // namespace egiz
