// SPDX-License-Identifier: Apache-2.0
#pragma once

// An XLIFF translated by what memories hold.

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>

#include "base/progress.h"
#include "exchange/xliff_file.h"
#include "tm/memory.h"

namespace egiz {

struct XliffTranslationOptions {
  std::optional<Language> from;  // nullopt: as the file states
  std::optional<Language> to;
  FindOptions find = {.min_similarity = 75};  // this, its filter and penalties
};

struct XliffTranslation {
  std::size_t segments = 0;       // that wanted a translation
  std::size_t translated = 0;     // that got one
  std::size_t without_codes = 0;  // of these: the match has other codes, so the text went in alone
};

// Fills the segments that have no translation with the best match: with the state translated at a score of 100, else
// needs-review, and with the match beside it as a proposal.  Codes are the same when there are as many, of the same
// kinds, in the same order.  Throws Error{invalid_argument} when a language is neither
// given nor stated in the file; what Memory::find_all throws.
XliffTranslation translate_xliff(XliffFile& file, std::span<const MemoryToAsk> memories,
                                 const XliffTranslationOptions& options = {}, const Progress& progress = {});

// Writes the file, whole or not at all.  Throws Error{exists}, Error{io}.
void write_xliff(const XliffFile& file, const std::filesystem::path& path, bool overwrite);

}  // namespace egiz
