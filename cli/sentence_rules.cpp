// SPDX-License-Identifier: Apache-2.0
#include "cli/sentence_rules.h"

#include <ostream>

namespace egiz::cli {

SentenceRulesArgs parse_sentence_rules(const Words& words) {
  SentenceRulesArgs args;
  if (words.has("srx")) args.srx = words.value("srx");
  if (words.has("abbreviations")) args.abbreviations = words.value("abbreviations");
  if (args.srx && args.abbreviations) {
    throw UsageError("--abbreviations adds to the built-in rules, which --srx replaces; give one of them");
  }
  if ((args.srx || args.abbreviations) && words.has("segmented")) {
    throw UsageError("--segmented documents are cut already; leave out --srx and --abbreviations");
  }
  return args;
}

SentenceRules load_sentence_rules(const SentenceRulesArgs& args, Io& io) {
  LoadedRules loaded = egiz::load_sentence_rules(args.abbreviations, args.srx);
  for (const Finding& finding : loaded.findings) io.err << finding.place << ": " << finding.reason << '\n';
  return loaded.rules;
}

}  // namespace egiz::cli
