// SPDX-License-Identifier: Apache-2.0
#pragma once

// One function a command; each lives in the file of its name.

#include "cli/command.h"

namespace egiz::cli {

Command align_command();
Command add_command();
Command pair_command();
Command import_command();
Command export_command();
Command convert_command();
Command lint_command();
Command query_command();
Command concordance_command();
Command stats_command();
Command text_command();
Command check_command();
Command review_command();
Command analyse_command();
Command pretranslate_command();
Command edit_command();
Command remove_command();
Command review_command();
Command dedupe_command();
Command merge_command();
Command backup_command();
Command recover_command();
Command extract_command();
Command log_command();
Command undo_command();
Command repair_command();
Command segment_command();
Command identify_command();
Command eval_command();

// Options that several commands share.
inline constexpr Option kOverwrite{"overwrite", "", "write over files that are there"};
inline constexpr Option kLimits{"limits", "NAME=N,...",
                                "what a file may ask for: file, text, entries, entry, unpacked, ratio, depth, time, "
                                "output, memory (docs/formats.md), as in ratio=1000,unpacked=2G"};
inline constexpr Option kAuthor{"author", "NAME", "who does it, for the log; default EGIZ_AUTHOR, else the user's name"};
inline constexpr Option kThreads{"threads", "N", "threads to use; 0, the default, is all cores"};

inline constexpr Option kLexicon{"lexicon", "FILE",
                                 "words that translate each other, TSV or TBX, beside the built-in ones"};
inline constexpr Option kLexiconMemory{"memory", "MEMORY", "a memory whose units teach words"};
inline constexpr Option kMoves{"moves", "", "align passages that stand elsewhere in another document, too"};

// The lexicon that --lexicon and --memory make; nullopt without them.  What could not be used is told on io.err.
std::optional<Lexicon> lexicon_of(const Words& words, Io& io);

}  // namespace egiz::cli
