// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

int run_undo(const Words& words, Io& io) {
  words.require_positional(1, 1, "a MEMORY");
  const bool is_redo = words.has("redo");
  Memory memory = Memory::open(words.positional().front());
  const std::optional<std::int64_t> action = is_redo ? memory.redo() : memory.undo();
  if (!action) {
    io.err << "egiz: there is nothing to " << (is_redo ? "redo" : "undo") << '\n';
    return kNothingFound;
  }
  io.out << "action " << *action << (is_redo ? " redone" : " undone") << ", " << memory.size() << " units\n";
  return kSuccess;
}

}  // namespace

Command undo_command() {
  return {
      .name = "undo",
      .summary = "take back the last action on a memory",
      .usage = {"undo MEMORY [--redo]"},
      .description =
          "Makes every unit what it was before the last action that stands: an import, an edit, a removal. Once more\n"
          "takes back the action before it. --redo takes the last undo back, until something else is done. `egiz log`\n"
          "tells the actions.",
      .options = {{"redo", "", "take the last undo back"}},
      .examples = {"egiz undo memory.egiz", "egiz undo memory.egiz --redo"},
      .nothing_found = "there is nothing to take back",
      .run = run_undo,
  };
}

}  // namespace egiz::cli
