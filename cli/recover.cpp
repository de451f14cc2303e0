// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

constexpr std::size_t kShown = 20;  // numbers of units

// "egiz: damaged.egiz: 3 units are lost: #4 #5 #9"
void print_units(const std::string& file, std::string_view what, const std::vector<UnitId>& units, std::ostream& err) {
  if (units.empty()) return;
  err << "egiz: " << file << ": " << units.size() << ' ' << what << ':';
  for (std::size_t i = 0; i < std::min(kShown, units.size()); ++i) err << " #" << units[i].value;
  err << (units.size() > kShown ? " ...\n" : "\n");
}

int run_recover(const Words& words, Io& io) {
  words.require_positional(1, 1, "a damaged MEMORY");
  const std::string& damaged = words.positional().front();
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the memory to make");
  const RecoverReport report = recover_memory(damaged, *output, show_progress(io, "recovering"));
  print_units(damaged, "units are lost", report.lost, io.err);
  print_units(damaged, "units have kept their texts and codes alone", report.texts_only, io.err);
  if (report.unsure > 0) {
    io.err << "egiz: " << damaged << ": of " << report.unsure
           << " units it cannot be told whether they had been removed before\n";
  }
  io.out << *output << ": " << report.recovered << " units recovered\n";
  return report.lost.empty() && report.texts_only.empty() ? kSuccess : kNothingFound;
}

}  // namespace

Command recover_command() {
  return {
      .name = "recover",
      .summary = "save what is whole of a damaged memory",
      .usage = {"recover DAMAGED -o MEMORY"},
      .description =
          "Copies every unit that is whole, with all it holds, into a new memory, and tells the numbers of those that\n"
          "are not. Each is compared with its checksum, so that nothing is saved that was not stored. What the file no\n"
          "longer leads to is looked for on every page: its header, schema and roots may be gone. The damaged file stays "
          "as\n"
          "it is. The history is not saved.",
      .options = {{"output", "MEMORY", "the memory to make", 'o'}},
      .examples = {"egiz recover memory.egiz -o saved.egiz"},
      .nothing_found = "units are lost, or something of them",
      .run = run_recover,
  };
}

}  // namespace egiz::cli
