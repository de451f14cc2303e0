// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {

std::optional<Lexicon> lexicon_of(const Words& words, Io& io) {
  LexiconSources sources;
  if (const auto file = words.value("lexicon")) sources.files.emplace_back(*file);
  if (const auto memory = words.value("memory")) sources.memory = *memory;
  if (sources.empty()) return std::nullopt;
  LoadedLexicon loaded = load_lexicon(sources);
  for (const Finding& finding : loaded.findings) io.err << finding.place << ": " << finding.reason << '\n';
  return std::move(loaded.lexicon);
}

}  // namespace egiz::cli
