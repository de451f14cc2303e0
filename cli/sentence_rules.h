// SPDX-License-Identifier: Apache-2.0
#pragma once

// The options that say what sentences are cut by, of every command that cuts documents.

#include <filesystem>
#include <optional>

#include "cli/command.h"

namespace egiz::cli {

inline constexpr Option kSegmented{"segmented", "",
                                   "the documents have one segment a line, empty lines end paragraphs"};
inline constexpr Option kSrx{"srx", "FILE", "cut by the SRX 2.0 rules of FILE instead of the built-in rules"};
inline constexpr Option kAbbreviations{"abbreviations", "FILE",
                                       "add the abbreviations of FILE to the built-in rules; see docs/segmentation.md"};

struct SentenceRulesArgs {
  std::optional<std::filesystem::path> srx;
  std::optional<std::filesystem::path> abbreviations;
};

// Throws UsageError when both are given, or one with --segmented.
SentenceRulesArgs parse_sentence_rules(const Words& words);

// Reads the files and tells what was left out of them.
SentenceRules load_sentence_rules(const SentenceRulesArgs& args, Io& io);

}  // namespace egiz::cli
