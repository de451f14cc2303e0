// SPDX-License-Identifier: Apache-2.0
#pragma once

// XLIFF 1.2 and 2.1, out: segments with translations, states and proposals.

#include <iosfwd>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "text/unit.h"

namespace egiz {

enum class XliffVersion { v1_2, v2_1 };

// How far a segment has come: "new" and "initial" in the two versions; "needs-review-translation" and "initial" with
// the sub-state "egiz:needs-review"; "translated"; "final" and approved.
enum class XliffState { untranslated, needs_review, translated, final };

// What a memory would say for a segment: <alt-trans>, <mtc:match>.
struct XliffProposal {
  const Variant* source = nullptr;
  const Variant* target = nullptr;
  double score = 0;    // 0 to 100
  std::string origin;  // the name of the memory
};

// What is written for one segment.  Pointers are the caller's and live during the call.
struct XliffSegment {
  std::string document;               // <file original>: a new one begins where it changes
  std::string name;                   // the key of the segment in its document; may be empty
  const Variant* source = nullptr;    // never null
  const Variant* target = nullptr;    // nullptr: not translated
  XliffState state = XliffState::untranslated;
  std::string exact_state;            // a state of XLIFF, written when the version has it
  bool is_machine = false;            // made by a machine
  std::vector<std::string> notes;
  std::vector<std::pair<std::string, std::string>> metadata;  // names and values, for who knows them
  std::vector<XliffProposal> proposals;                       // best first
};

// Writes segments one after another.  Texts keep their blanks; their codes become bpt, ept, it and ph (1.2), or pc, sc,
// ec and ph with their native codes in <originalData> (2.1).
class XliffWriter {
 public:
  virtual ~XliffWriter() = default;

  // Throws Error{io} when it cannot be written.
  virtual void write(const XliffSegment& segment) = 0;

  // Ends the document.  Throws Error{io}.
  virtual void finish() = 0;
};

// source and target are the language codes as they shall stand there.  stream must outlive the writer.
std::unique_ptr<XliffWriter> open_xliff_writer(std::ostream& stream, XliffVersion version, std::string source,
                                               std::string target);

}  // namespace egiz
