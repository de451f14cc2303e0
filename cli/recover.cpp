// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

constexpr std::size_t kShown = 20;  // numbers of lost units

int run_recover(const Words& words, Io& io) {
  words.require_positional(1, 1, "a damaged MEMORY");
  const std::string& damaged = words.positional().front();
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the memory to make");
  const RecoverReport report = recover_memory(damaged, *output, show_progress(io, "recovering"));
  if (!report.lost.empty()) {
    io.err << "egiz: " << damaged << ": " << report.lost.size() << " units are lost:";
    for (std::size_t i = 0; i < std::min(kShown, report.lost.size()); ++i) io.err << " #" << report.lost[i].value;
    io.err << (report.lost.size() > kShown ? " ...\n" : "\n");
  }
  io.out << *output << ": " << report.recovered << " units recovered\n";
  return report.lost.empty() ? kSuccess : kNothingFound;
}

}  // namespace

Command recover_command() {
  return {
      .name = "recover",
      .summary = "save what is whole of a damaged memory",
      .usage = {"recover DAMAGED -o MEMORY"},
      .description =
          "Copies every unit that is whole, with all it holds, into a new memory, and tells the numbers of those that\n"
          "are not. Each is compared with its checksum, so that nothing is saved that was not stored. The damaged file\n"
          "stays as it is. The history is not saved.",
      .options = {{"output", "MEMORY", "the memory to make", 'o'}},
      .examples = {"egiz recover memory.egiz -o saved.egiz"},
      .nothing_found = "units are lost",
      .run = run_recover,
  };
}

}  // namespace egiz::cli
