// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

struct UndoArgs {
  std::string memory;
  std::optional<std::int64_t> action;
  bool is_redo = false;
};

UndoArgs parse_undo(const Words& words) {
  words.require_positional(1, 1, "a MEMORY");
  UndoArgs args{.memory = words.positional().front(), .action = std::nullopt, .is_redo = words.has("redo")};
  if (words.has("action")) args.action = static_cast<std::int64_t>(words.count("action", 0));
  if (args.action && args.is_redo) throw UsageError("--redo takes the last undo back; leave out --action");
  return args;
}

std::optional<std::int64_t> undo_or_redo(Memory& memory, const UndoArgs& args) {
  if (args.is_redo) return memory.redo();
  if (!args.action) return memory.undo();
  memory.undo(*args.action);
  return args.action;
}

int run_undo(const Words& words, Io& io) {
  const UndoArgs args = parse_undo(words);
  Memory memory = Memory::open(args.memory);
  memory.set_author(io.author);
  const std::optional<std::int64_t> action = undo_or_redo(memory, args);
  if (!action) {
    io.err << "egiz: there is nothing to " << (args.is_redo ? "redo" : "undo") << '\n';
    return kNothingFound;
  }
  io.out << "action " << *action << (args.is_redo ? " redone" : " undone") << ", " << memory.size() << " units\n";
  return kSuccess;
}

}  // namespace

Command undo_command() {
  return {
      .name = "undo",
      .summary = "take back the last action on a memory, or another one",
      .usage = {"undo MEMORY [--redo]", "undo MEMORY --action N"},
      .description =
          "Makes every unit what it was before the last action that stands: an import, an edit, a removal. Once more\n"
          "takes back the action before it. --redo takes the last undo back, until something else is done. `egiz log`\n"
          "tells the actions.\n\n"
          "--action takes back one action whatever was done since to other units. When a later one that stands touched a\n"
          "unit of it, nothing is done, and that action is named.",
      .options = {{"redo", "", "take the last undo back"}, {"action", "N", "take back this action alone"}, kAuthor},
      .examples = {"egiz undo memory.egiz", "egiz undo memory.egiz --redo", "egiz undo memory.egiz --action 12"},
      .nothing_found = "there is nothing to take back",
      .run = run_undo,
  };
}

}  // namespace egiz::cli
