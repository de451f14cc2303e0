// SPDX-License-Identifier: Apache-2.0
#pragma once

// The end of a sentence as it is written: marks, what closes, what is noted.

#include <cstddef>
#include <string_view>

namespace egiz::detail {

//   ... закончена?!».[3] Потом
//               ^ mark   ^ end
struct SentenceEnd {
  std::size_t mark = 0;       // the first mark
  std::size_t end = 0;        // behind the last thing that belongs to the sentence
  bool is_full_stop = false;  // exactly one mark, and it is a full stop
  bool asks_or_exclaims = false;
  bool trails_off = false;              // an ellipsis, or two full stops
  bool is_closed = false;               // a quotation mark or bracket closes behind the mark
  bool is_bracketed = false;            // a bracket does
  bool has_mark_behind_closer = false;  // and another mark follows it: "(etc.)."
  bool has_note = false;                // a footnote mark stands behind it
  bool is_smile = false;                // no marks but ":)", "))" or ")"
};

// Reads the end of a sentence that begins at mark.
// REQUIRES: a mark (CharKind::mark) stands there
SentenceEnd read_sentence_end(std::string_view text, std::size_t mark);

// Reads the smile whose first bracket stands at bracket: Russian chats end sentences with as much as a ")".
// REQUIRES: text[bracket] is ')' or '(', and closes or opens nothing
SentenceEnd read_smile(std::string_view text, std::size_t bracket);

}  // namespace egiz::detail
