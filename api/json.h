// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers as JSON: the shapes that the command line, the bindings and the server share (docs/json.md).

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/evaluate.h"
#include "api/alignment.h"
#include "api/analysis.h"
#include "api/checks.h"
#include "api/pairing.h"
#include "exchange/document_reader.h"
#include "exchange/tmx_lint.h"
#include "text/document.h"
#include "tm/history.h"
#include "tm/memory.h"

namespace egiz {

// {"query","from","to","matches":[{"score","similarity","kind","source","target","id","origin","confidence",
// "document","position","created","changed","penalties":[{"reason","points"}],"word_similarity","adjusted",
// "diff":[[kind,text]],"memory","coded_target"}]}, on one line; target is adjusted, diff goes from source to the text of
// query, memories are the names of those asked, "" when they are not given.  coded_target is match_coded_target, null
// where that is nothing or codes are nullptr; with codes, query is a line that holds them.
std::string matches_json(std::string_view query, const Language& from, const Language& to,
                         std::span<const Match> matches, std::span<const std::string> memories = {},
                         const std::vector<InlineCode>* codes = nullptr);

// {"query","in","hits":[{"id","highlights":[[begin,end]],"variants":{"ru":"..."},"memory"}]}, on one line; highlights are
// byte offsets, memories the names of those asked, "" when they are not given.
std::string concordance_json(std::string_view query, const Language& language, std::span<const ConcordanceHit> hits,
                             std::span<const std::string> memories = {});

// {"query","from","to","fragments":[{"begin","end","words","text","hits":[{"id","highlights":[[begin,end]],"source",
// "target","memory"}]}]}, on one line; byte offsets into the query and into source, memories as in concordance_json.
std::string fragments_json(std::string_view query, const Language& from, const Language& to,
                           std::span<const Fragment> fragments, std::span<const std::string> memories = {});

// {"kind","text"}, on one line.
std::string paragraph_json(const Paragraph& paragraph);

// {"begin","end","paragraph","text"}, on one line; byte offsets into the document.
std::string segment_json(const Document& document, std::size_t segment);

// {"documents":["a.ru.txt",...],"languages":["ru",...],"parallelism","beads":[{"sides":[[begin,end],...],"confidence",
// "texts":["...",...]}],"untranslated":[{"documents":[0,1],"sides":[[begin,end],[begin,end]]}],"moves":[...]}, on one
// line; sides count segments.
std::string alignment_json(const AlignedDocuments& aligned);

// {"groups":[{"files":[{"name","language"},...],"confidence","names"}],"denied":[...],"alone":[{"name","language"}],
// "left_out":[{"place","reason"}]}, on one line; names tells whether names say so too.
std::string pairing_json(const PairFolderReport& report);

// The unit as a line of JSONL, as the unit readers and writers know it.  Throws Error{invalid_argument}
// when it has not two variants with text.
std::string unit_json(const TranslationUnit& unit);

// {"strict":{"precision","recall","f1"},"lax":{...},"null":{"f1"}}, on one line.
std::string score_json(const AlignmentScore& score);

// {"units","languages":[{"language","units","characters"}]}, on one line.
std::string stats_json(const Memory& memory);

// {"file","language","confidence"}, on one line.
std::string identification_json(std::string_view file, const Language& language, double confidence);

// {"id","check","language","begin","end","text","message"}, on one line; byte offsets into the variant's text.
std::string finding_json(const ReportedFinding& finding);

// {"files":[{"name","bands":[{"band","segments","words","characters","characters_with_spaces","pages"}],"total":{...}}],
// "total":{...}}, on one line; every band, also an empty one; pages to two places.
std::string analysis_json(const AnalysisReport& report);

// {"source","target","score","kind","origin","unit","paragraph","memory"}, on one line; all but source and paragraph are
// null where there is no match.
std::string pretranslated_segment_json(const Pretranslation& pretranslation, std::size_t segment);

// {"number","at","added","changed","removed","undoes","stands","author"}, on one line.
std::string action_json(const Action& action);

// {"kind","first","last","before":{"ru":"..."}}, on one line; before is null where nothing is kept.
std::string action_step_json(const ActionStep& step);

// {"file","units","faults":[{"place","rule","message","programs":[...]}],"counts":{"rule":n}}, on one line.
std::string lint_json(std::string_view file, const TmxLintReport& report);

// A point in time as ISO 8601, UTC: "2026-11-22T13:05:00Z".
std::string iso_time(std::chrono::sys_seconds time);

// "human", "aligned", "reviewed", "machine", "imported".
std::string_view origin_name(Origin::Kind kind);

// "text", "heading", "list_item", "table_cell", "footnote", "caption".
std::string_view paragraph_kind_name(ParagraphKind kind);

// What a match says in a language of its query: in the language itself, or else in the one that answered for it.
// REQUIRES: match answers a query from or to language
const Variant& match_variant(const Match& match, const Language& language);

// The text of match_variant.
const std::string& match_text(const Match& match, const Language& language);

// The same of a unit.  REQUIRES: it answers in language
const Variant& unit_variant(const TranslationUnit& unit, const Language& language);
const std::string& unit_text(const TranslationUnit& unit, const Language& language);

// What to put in: the text of a match in the language asked for, with the numbers of the query when it was adjusted.
// REQUIRES: match answers a query to language
const std::string& match_target(const Match& match, const Language& language);

// "context", "exact", "fuzzy".
std::string_view match_kind_name(MatchKind kind);

}  // namespace egiz
