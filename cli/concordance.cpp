// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/asked_memories.h"
#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

struct ConcordanceArgs {
  Asking asking;
  std::string text;
  Language language;
  std::size_t max_hits = 0;
  bool as_json = false;
};

ConcordanceArgs parse_concordance(const Words& words) {
  words.require_positional(2, SIZE_MAX, "a MEMORY, or several, and a TEXT");
  return {.asking = parse_asking(words, {words.positional().begin(), words.positional().end() - 1}),
          .text = words.positional().back(),
          .language = words.required_language("in"),
          .max_hits = words.count("max", ConcordanceOptions().max_hits),
          .as_json = words.choice("format", kFormats, "text") == "json"};
}

// The searched text with [brackets] around what was found, then the others.
void print_hit(const ConcordanceHit& hit, const ConcordanceArgs& args, std::ostream& out) {
  const std::vector<std::string>& memories = args.asking.memories;
  const Variant& searched = unit_variant(hit.unit, args.language);
  out << '#' << hit.id.value << (memories.size() > 1 ? "  " + memories[hit.memory] : "") << "\n  "
      << searched.language.tag() << "  " << with_brackets(searched.text, hit.highlights) << '\n';
  for (const Variant& variant : hit.unit.variants) {
    if (&variant != &searched) out << "  " << variant.language.tag() << "  " << variant.text << '\n';
  }
}

int run_concordance(const Words& words, Io& io) {
  const ConcordanceArgs args = parse_concordance(words);
  const AskedMemories memories(args.asking);
  const std::vector<ConcordanceHit> hits = concordance_in(
      memories.asked(), args.text, args.language, {.max_hits = args.max_hits, .filter = &args.asking.filter});
  if (args.as_json) {
    io.out << concordance_json(args.text, args.language, hits, args.asking.memories) << '\n';
  } else {
    for (const ConcordanceHit& hit : hits) print_hit(hit, args, io.out);
  }
  return hits.empty() ? kNothingFound : kSuccess;
}

}  // namespace

Command concordance_command() {
  return {
      .name = "concordance",
      .summary = "find words in the units of memories",
      .usage = {"concordance MEMORY... TEXT --in kk [--max 20] [--client NAME] [--document NAME] [--format text|json]"},
      .description =
          "Finds the units whose text in one language holds every word of TEXT. A word that ends in * is a beginning\n"
          "(шешім* finds шешіміне), one that ends in ~ is found in all its forms (Kazakh, Russian, English: решение~ finds\n"
          "решением); words in \"double quotes\" stay together. Several memories are asked as if they were one.",
      .options = with_filter_options({{"in", "LANGUAGE", "the language to search"},
                                      {"max", "N", "most hits; default 20, 0 is all"},
                                      {"format", "FORMAT", "text or json"}}),
      .examples = {"egiz concordance memory.egiz \"шешім*\" --in kk",
                   "egiz concordance memory.egiz '\"решение~ суд~\"' --in ru",
                   "egiz concordance mine.egiz old.egiz \"сот шешім*\" --in kk --client Ministry"},
      .nothing_found = "no unit holds the words",
      .run = run_concordance,
  };
}

}  // namespace egiz::cli
