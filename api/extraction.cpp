// SPDX-License-Identifier: Apache-2.0
#include "api/extraction.h"

#include <map>
#include <string>
#include <utility>

#include "base/error.h"

namespace egiz {
namespace {

using Units = std::map<UnitId, TranslationUnit>;

std::vector<Language> targets_of(const Memory& memory, const Language& from, const ExtractOptions& options) {
  if (!options.to.empty()) return options.to;
  std::vector<Language> targets;
  for (const Memory::LanguageCount& count : memory.languages()) {
    if (!from.covers(count.language)) targets.push_back(count.language);
  }
  return targets;
}

// Adds the units that match a document, and marks its segments that have some.
void collect(const Memory& memory, const Document& document, const ExtractOptions& options, Units& units,
             std::vector<bool>& is_matched, const Progress& progress) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < document.size(); ++i) texts.emplace_back(document.segment_text(i));
  is_matched.assign(texts.size(), false);
  const FindOptions find{.min_similarity = options.min_similarity, .max_matches = options.max_matches};
  for (const Language& to : targets_of(memory, document.language(), options)) {
    auto found = memory.find_all(texts, document.language(), to, find, progress);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!found[i].empty()) is_matched[i] = true;
      for (Match& match : found[i]) units.emplace(match.id, std::move(match.unit));
    }
  }
}

void write_memory(const Units& units, const std::filesystem::path& file, const Progress& progress) {
  Memory memory = Memory::create(file);
  try {
    auto next = units.begin();
    memory.add_all(
        [&](TranslationUnit& unit) {
          if (next == units.end()) return false;
          unit = (next++)->second;
          return true;
        },
        progress);
  } catch (...) {
    { const Memory closed = std::move(memory); }
    Memory::erase(file);
    throw;
  }
}

}  // namespace

ExtractReport extract_memory(const Memory& memory, std::span<const std::filesystem::path> documents,
                             const ExtractOptions& options, const std::filesystem::path& file,
                             const Progress& progress) {
  if (std::filesystem::exists(file)) {
    throw Error(ErrorCode::exists, file.string() + ": the file is already there; choose another name");
  }
  ExtractReport report;
  Units units;
  for (const std::filesystem::path& name : documents) {
    LoadedDocument loaded = load_document(
        name, {.language = options.from, .segmented = options.segmented, .rules = options.rules});
    for (Finding& finding : loaded.findings) report.findings.push_back(std::move(finding));
    std::vector<bool> is_matched;
    collect(memory, loaded.document, options, units, is_matched, progress);
    report.segments += is_matched.size();
    for (const bool matched : is_matched) report.matched += matched ? 1 : 0;
  }
  report.units = units.size();
  if (!units.empty()) write_memory(units, file, progress);
  return report;
}

}  // namespace egiz
