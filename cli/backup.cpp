// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

int run_backup(const Words& words, Io& io) {
  words.require_positional(2, 2, "a MEMORY and the file to write");
  const std::string& file = words.positional()[1];
  const Memory memory = Memory::open(words.positional()[0], OpenMode::read_only);
  back_up_memory(memory, file, words.has("overwrite"), show_progress(io, "copying"));
  io.err << file << ": " << Memory::open(file, OpenMode::read_only).size() << " units\n";
  return kSuccess;
}

}  // namespace

Command backup_command() {
  return {
      .name = "backup",
      .summary = "copy a memory, also while it is in use",
      .usage = {"backup MEMORY FILE [--overwrite]"},
      .description =
          "Copies the memory as it is at one moment; others may go on reading and writing it. The copy is a\n"
          "memory like any other, and appears whole or not at all.",
      .options = {kOverwrite},
      .examples = {"egiz backup memory.egiz memory-2026-11-22.egiz"},
      .nothing_found = "never",
      .run = run_backup,
  };
}

}  // namespace egiz::cli
