// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

int run_dedupe(const Words& words, Io& io) {
  words.require_positional(1, 1, "one MEMORY");
  const bool dry_run = words.has("dry-run");
  Memory memory = Memory::open(words.positional().front(), dry_run ? OpenMode::read_only : OpenMode::read_write);
  memory.set_author(io.author);
  std::vector<UnitId> extra;
  for (const DuplicateGroup& group :
       find_duplicates(memory, words.language("source"), show_progress(io, "comparing"))) {
    for (const UnitId id : group.extra) {
      io.out << "for #" << group.kept.value << ": ";
      print_unit(id, memory.get(id).value(), io.out);
      extra.push_back(id);
    }
  }
  if (!dry_run && !extra.empty()) remove_units(memory, extra, show_progress(io, "removing"));
  io.err << extra.size() << (dry_run ? " units would be removed\n" : " units removed\n");
  return kSuccess;
}

}  // namespace

Command dedupe_command() {
  return {
      .name = "dedupe",
      .summary = "remove units that say the same as another",
      .usage = {"dedupe MEMORY [--source ru] [--dry-run]"},
      .description =
          "Units say the same when their texts differ in nothing but case, spacing, quotes, dashes, ё and look-alike\n"
          "letters, in every language. Of such units the most trusted is kept (reviewed, human, imported, aligned,\n"
          "machine), then the one changed last. Each that goes is shown with the number of the one that stays.\n\n"
          "With --source units say the same when their texts in that language do and they have the same languages: "
          "one\n"
          "translation of each source is left.",
      .options = {{"source", "LANGUAGE", "compare the texts in this language alone"},
                  {"dry-run", "", "show what would be removed, and change nothing"},
                  kAuthor},
      .examples = {"egiz dedupe memory.egiz --dry-run", "egiz dedupe memory.egiz --source ru"},
      .nothing_found = "never",
      .run = run_dedupe,
  };
}

}  // namespace egiz::cli
