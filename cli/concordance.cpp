// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

struct ConcordanceArgs {
  std::string memory;
  std::string text;
  Language language;
  std::size_t max_hits = 0;
  UnitFilter filter;
  bool as_json = false;
};

ConcordanceArgs parse_concordance(const Words& words) {
  words.require_positional(2, 2, "a MEMORY and a TEXT");
  return {.memory = words.positional()[0],
          .text = words.positional()[1],
          .language = words.required_language("in"),
          .max_hits = words.count("max", ConcordanceOptions().max_hits),
          .filter = parse_filter(words),
          .as_json = words.choice("format", kFormats, "text") == "json"};
}

// The searched text with [brackets] around what was found, then the others.
void print_hit(const ConcordanceHit& hit, const Language& language, std::ostream& out) {
  const Variant* searched = hit.unit.find(language);
  out << '#' << hit.id.value << "\n  " << searched->language.tag() << "  "
      << with_brackets(searched->text, hit.highlights) << '\n';
  for (const Variant& variant : hit.unit.variants) {
    if (&variant != searched) out << "  " << variant.language.tag() << "  " << variant.text << '\n';
  }
}

int run_concordance(const Words& words, Io& io) {
  const ConcordanceArgs args = parse_concordance(words);
  const Memory memory = Memory::open(args.memory, OpenMode::read_only);
  const std::vector<ConcordanceHit> hits = memory.concordance(
      args.text, args.language, {.max_hits = args.max_hits, .filter = &args.filter});
  if (args.as_json) {
    io.out << concordance_json(args.text, args.language, hits) << '\n';
  } else {
    for (const ConcordanceHit& hit : hits) print_hit(hit, args.language, io.out);
  }
  return hits.empty() ? kNothingFound : kSuccess;
}

}  // namespace

Command concordance_command() {
  return {
      .name = "concordance",
      .summary = "find words in the units of a memory",
      .usage = {"concordance MEMORY TEXT --in kk [--max 20] [--client NAME] [--document NAME] [--format text|json]"},
      .description =
          "Finds the units whose text in one language holds every word of TEXT. A word that ends in * is a beginning\n"
          "(шешім* finds шешіміне); words in \"double quotes\" stay together.",
      .options = with_filter_options({{"in", "LANGUAGE", "the language to search"},
                                      {"max", "N", "most hits; default 20, 0 is all"},
                                      {"format", "FORMAT", "text or json"}}),
      .examples = {"egiz concordance memory.egiz \"шешім*\" --in kk"},
      .nothing_found = "no unit holds the words",
      .run = run_concordance,
  };
}

}  // namespace egiz::cli
