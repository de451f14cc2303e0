// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

int run_merge(const Words& words, Io& io) {
  words.require_positional(2, SIZE_MAX, "a MEMORY and one other or more");
  const std::vector<std::string>& names = words.positional();
  with_memory(names.front(), [&](Memory& memory) {
    memory.set_author(io.author);
    for (std::size_t i = 1; i < names.size(); ++i) {
      const AddReport report = merge_memory(memory, names[i], show_progress(io, "merging"));
      io.out << names[i] << ": " << report.added << " added, " << report.merged << " there already\n";
    }
    return memory.size() > 0;
  });
  return kSuccess;
}

}  // namespace

Command merge_command() {
  return {
      .name = "merge",
      .summary = "add all units of memories to a memory",
      .usage = {"merge MEMORY OTHER..."},
      .description =
          "Adds the units of each OTHER to MEMORY, which is made when it is not there. A unit that is there already, "
          "with\n"
          "the same texts, takes over what the other knows of it: properties, notes, the more trusted origin. Each "
          "OTHER\n"
          "is one transaction. The order of merging does not matter, but for the numbers of the units.",
      .options = {kAuthor},
      .examples = {"egiz merge memory.egiz colleague.egiz", "egiz merge all.egiz 2024.egiz 2025.egiz 2026.egiz"},
      .nothing_found = "never",
      .run = run_merge,
  };
}

}  // namespace egiz::cli
