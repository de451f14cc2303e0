// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

struct RemoveArgs {
  std::string memory;
  UnitSelection selection;
  bool dry_run = false;
};

RemoveArgs parse_remove(const Words& words) {
  words.require_positional(1, SIZE_MAX, "a MEMORY, and the ids of units");
  RemoveArgs args{.memory = words.positional().front(),
                  .selection = {.ids = {}, .filter = parse_filter(words)},
                  .dry_run = words.has("dry-run")};
  for (std::size_t i = 1; i < words.positional().size(); ++i) {
    args.selection.ids.push_back(parse_unit_id(words.positional()[i]));
  }
  args.selection.filter.languages = words.languages("languages");
  if (args.selection.is_empty())
    throw UsageError("name units by id, or say which with --text, --document or another filter");
  return args;
}

int run_remove(const Words& words, Io& io) {
  const RemoveArgs args = parse_remove(words);
  Memory memory = Memory::open(args.memory, args.dry_run ? OpenMode::read_only : OpenMode::read_write);
  memory.set_author(io.author);
  const std::vector<NumberedUnit> units = find_units(memory, args.selection, show_progress(io, "looking"));
  std::vector<UnitId> ids;
  for (const NumberedUnit& unit : units) {
    print_unit(unit.id, unit.unit, io.out);
    ids.push_back(unit.id);
  }
  if (!args.dry_run && !ids.empty()) remove_units(memory, ids, show_progress(io, "removing"));
  io.err << ids.size() << (args.dry_run ? " units would be removed\n" : " units removed\n");
  return ids.empty() ? kNothingFound : kSuccess;
}

}  // namespace

Command remove_command() {
  return {
      .name = "remove",
      .summary = "remove units from a memory",
      .usage = {"remove MEMORY ID... [--dry-run]",
                "remove MEMORY [--text TEXT] [--document NAME] [--client NAME] [--property NAME=VALUE] [--origin KIND] "
                "[--since DATE] [--before DATE] [--languages ru,kk] [--dry-run]"},
      .description =
          "Removes the units that have everything that is asked for, in one transaction, and shows each.\n"
          "With --dry-run it only shows them. A backup first is a good habit: egiz backup.",
      .options = with_filter_options({{"languages", "L,L", "units that have all of these languages"},
                                      {"dry-run", "", "show what would be removed, and change nothing"},
                                      kAuthor}),
      .examples = {"egiz remove memory.egiz 12 17", "egiz remove memory.egiz --document old.docx --dry-run",
                   "egiz remove memory.egiz --origin machine --property client=Ministry"},
      .nothing_found = "no unit fits",
      .run = run_remove,
  };
}

}  // namespace egiz::cli
