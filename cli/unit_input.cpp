// SPDX-License-Identifier: Apache-2.0
#include "cli/unit_input.h"

#include <iterator>
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"

namespace egiz::cli {

std::vector<Option> with_input_options(std::vector<Option> options) {
  const Option inputs[] = {
      {"languages", "L,L", "only these languages; a table without a heading needs them, or --columns"},
      {"columns", "COLUMNS",
       "tables: what the columns are, in order (ru,kk,note,-), or what headings mean (Source=ru,Target=kk)"},
      {"partial", "", "of a file that breaks its format, take what stands before the break"},
      kLimits,
  };
  options.insert(options.end(), std::begin(inputs), std::end(inputs));
  return options;
}

UnitReadOptions parse_unit_input(const Words& words) {
  return {.languages = words.languages("languages"),
          .columns = words.list("columns"),
          .limits = parse_limits(words),
          .partial = words.has("partial")};
}

void print_findings(const ReadReport& report, std::ostream& err) {
  for (const Finding& finding : report.findings) err << finding.place << ": " << finding.reason << '\n';
  const std::size_t units = report.skipped + report.repaired;
  if (report.findings.size() == ReadReport::kMaxFindings && units > ReadReport::kMaxFindings) {
    err << "and " << units - ReadReport::kMaxFindings << " more units that were skipped or repaired\n";
  }
}

}  // namespace egiz::cli
