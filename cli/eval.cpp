// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

void print_row(std::ostream& out, const char* name, double precision, double recall, double f1) {
  char row[80];
  std::snprintf(row, sizeof row, "%-7s %9.4f %9.4f %9.4f\n", name, precision, recall, f1);
  out << row;
}

int run_eval(const Words& words, Io& io) {
  words.require_positional(2, 2, "a gold ladder and the ladder to score");
  const bool as_json = words.choice("format", kFormats, "text") == "json";
  const AlignmentScore score = evaluate_files(words.positional()[0], words.positional()[1]);
  if (as_json) {
    io.out << score_json(score) << '\n';
    return kSuccess;
  }
  io.out << "        precision    recall        F1\n";
  print_row(io.out, "strict", score.strict_precision(), score.strict_recall(), score.strict_f1());
  print_row(io.out, "lax", score.lax_precision(), score.lax_recall(), score.lax_f1());
  char row[80];
  std::snprintf(row, sizeof row, "%-7s %29.4f\n", "null", score.null_f1());
  io.out << row;
  return kSuccess;
}

}  // namespace

Command eval_command() {
  return {
      .name = "eval",
      .summary = "score an alignment against a gold alignment",
      .usage = {"eval GOLD HYP [--format text|json]"},
      .description =
          "Both are ladders. A strict hit is an equal bead, a lax hit shares a pair of segments; omissions count in\n"
          "precision only, as Vecalign's scorer counts. The null row scores the segments left without a partner.",
      .options = {{"format", "FORMAT", "text or json"}},
      .examples = {"egiz eval gold.ladder mine.ladder"},
      .nothing_found = "never",
      .run = run_eval,
  };
}

}  // namespace egiz::cli
