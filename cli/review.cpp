// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

int write_table(Memory& memory, const std::string& file, const Words& words, Io& io) {
  const ReviewOptions options{.below = words.number("below", 0.9, 0, 1),
                              .with_findings = words.has("findings"),
                              .languages = words.languages("languages"),
                              .filter = parse_filter(words),
                              .overwrite = words.has("overwrite")};
  const std::size_t rows = write_review(memory, file, options, show_progress(io, "looking"));
  io.err << file << ": " << rows << " units to review\n";
  return rows > 0 ? kSuccess : kNothingFound;
}

int apply_table(Memory& memory, const std::string& file, const Words& words, Io& io) {
  const ReviewReport report = apply_review(memory, file, words.value("by").value_or(""), show_progress(io, "changing"));
  for (const Finding& finding : report.findings) io.err << finding.place << ": " << finding.reason << '\n';
  io.err << file << ": " << report.rows << " rows: " << report.accepted << " accepted, " << report.corrected
         << " corrected, " << report.removed << " removed, " << report.untouched << " untouched\n";
  return report.findings.empty() ? kSuccess : kNothingFound;
}

int run_review(const Words& words, Io& io) {
  words.require_positional(1, 1, "a MEMORY");
  const auto output = words.value("output");
  const auto table = words.value("apply");
  if (output.has_value() == table.has_value()) {
    throw UsageError("wanted is -o FILE, to write the table, or --apply FILE, to read it back");
  }
  Memory memory = Memory::open(words.positional()[0], output ? OpenMode::read_only : OpenMode::read_write);
  memory.set_author(io.author);
  return output ? write_table(memory, *output, words, io) : apply_table(memory, *table, words, io);
}

}  // namespace

Command review_command() {
  return {
      .name = "review",
      .summary = "write doubtful units as a table, and read it back corrected",
      .usage = {"review MEMORY -o FILE [--below 0.9] [--findings] [--languages ru,kk] [--document NAME]",
                "review MEMORY --apply FILE [--by NAME]"},
      .description =
          "With -o it writes the aligned units of whose rightness the aligner is less sure than --below, as a table\n"
          "that a spreadsheet opens (.xlsx, .tsv, .csv): the unit's number, how sure, a column for the verdict, the\n"
          "texts, what `egiz check` finds, the document.\n"
          "\n"
          "Correct the texts there; write ok into the column verdict where a row is right as it is, remove where it\n"
          "must go, and leave the rest empty. With --apply the table is read back: units that were corrected or\n"
          "accepted become reviewed. All of it is one transaction. A row whose unit was changed by somebody else\n"
          "meanwhile is told and left out.",
      .options = with_filter_options(
          {{"output", "FILE", "the table to write: .xlsx, .tsv or .csv", 'o'},
           {"apply", "FILE", "the table to read back"},
           {"below", "P", "units less sure than this, 0 to 1; default 0.9"},
           {"findings", "", "also units in which egiz check finds something, whatever their origin"},
           {"languages", "L,L", "these languages, in this order; else all of the memory"},
           {"by", "NAME", "who reviewed"},
           kAuthor,
           kOverwrite}),
      .examples = {"egiz review memory.egiz -o doubtful.xlsx --languages ru,kk",
                   "egiz review memory.egiz --apply doubtful.xlsx --by Aigul"},
      .nothing_found = "nothing to review; with --apply: rows were left out, each is told",
      .run = run_review,
  };
}

}  // namespace egiz::cli
