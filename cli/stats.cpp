// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

int run_stats(const Words& words, Io& io) {
  words.require_positional(1, 1, "one MEMORY");
  const bool as_json = words.choice("format", kFormats, "text") == "json";
  const Memory memory = Memory::open(words.positional().front(), OpenMode::read_only);
  if (as_json) {
    io.out << stats_json(memory) << '\n';
    return kSuccess;
  }
  io.out << "units\t" << memory.size() << '\n';
  for (const Memory::LanguageCount& count : memory.languages()) {
    io.out << count.language.tag() << '\t' << count.units << " units\t" << count.characters << " characters\n";
  }
  return kSuccess;
}

}  // namespace

Command stats_command() {
  return {
      .name = "stats",
      .summary = "tell what a memory holds",
      .usage = {"stats MEMORY [--format text|json]"},
      .description = "Counts the units, and for each language its units and characters.",
      .options = {{"format", "FORMAT", "text or json"}},
      .examples = {"egiz stats memory.egiz"},
      .nothing_found = "never",
      .run = run_stats,
  };
}

}  // namespace egiz::cli
