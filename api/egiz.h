// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole facade: what a user of Egiz asks for, one call each.
//
//   egiz::Memory memory = egiz::open_or_create_memory("memory.egiz");
//   egiz::add_documents(memory, std::vector<std::filesystem::path>{"a.ru.txt", "a.kk.txt"});
//   for (const egiz::Match& match : memory.find("Добрый день!", egiz::Language("ru"), egiz::Language("kk"))) ...

#include "api/align_list.h"
#include "api/alignment.h"
#include "api/analysis.h"
#include "api/checks.h"
#include "api/conversion.h"
#include "api/documents.h"
#include "api/extraction.h"
#include "api/folders.h"
#include "api/json.h"
#include "api/lexicons.h"
#include "api/maintenance.h"
#include "api/memories.h"
#include "api/pair_aligner.h"
#include "api/pairing.h"
#include "api/query_texts.h"
#include "api/repair.h"
#include "api/review.h"
#include "api/threads.h"
#include "api/xliff_translation.h"
#include "base/allocation.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/version.h"
#include "exchange/ladder.h"
#include "exchange/output_file.h"
#include "exchange/table_writer.h"
#include "exchange/tmx_lint.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"
#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/history.h"
#include "tm/memory.h"
#include "tm/recover.h"
#include "tm/word_diff.h"
