// SPDX-License-Identifier: Apache-2.0
#include "api/xliff_translation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "api/json.h"
#include "base/error.h"
#include "exchange/output_file.h"
#include "tm/best_matches.h"

namespace egiz {
namespace {

Language language_in(const std::optional<Language>& given, const std::optional<Language>& stated, const char* option) {
  if (given) return *given;
  if (stated) return *stated;
  throw Error(ErrorCode::invalid_argument,
              std::string("the file does not say which languages it is in; name them with ") + option);
}

// Neighbours as they stand in the file, translated or not.
std::vector<TextInContext> texts_of(const XliffFile& file, const std::vector<std::size_t>& open) {
  std::vector<TextInContext> texts;
  for (const std::size_t i : open) {
    texts.push_back({file.source(i).text, i == 0 ? std::string_view() : file.source(i - 1).text,
                     i + 1 == file.size() ? std::string_view() : file.source(i + 1).text, &file.source(i).codes});
  }
  return texts;
}

}  // namespace

XliffTranslation translate_xliff(XliffFile& file, std::span<const MemoryToAsk> memories,
                                 const XliffTranslationOptions& options, const Progress& progress) {
  const Language from = language_in(options.from, file.source_language(), "--from");
  const Language to = language_in(options.to, file.target_language(), "--to");
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (!file.is_translated(i) && !file.source(i).text.empty()) open.push_back(i);
  }
  const std::vector<TextInContext> texts = texts_of(file, open);
  const auto matches = best_matches_all(memories, texts, from, to, options.find, progress);
  XliffTranslation result{.segments = open.size(), .translated = 0, .without_codes = 0};
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (!matches[i]) continue;
    const Match& match = *matches[i];
    const Variant& source = match_variant(match, from);
    const Variant& target = match_variant(match, to);
    Variant adjusted = target;  // where only numbers differ; its codes would stand in the wrong places
    if (match.adjusted) adjusted = {target.language, *match.adjusted, {}, {}, {}, {}};
    const XliffState state = match.score >= 100 ? XliffState::translated : XliffState::needs_review;
    if (!file.translate(open[i], source, adjusted, state)) ++result.without_codes;
    file.propose(open[i], {&source, &target, match.score, memories[match.memory].memory->path().stem().string()});
    ++result.translated;
  }
  return result;
}

void write_xliff(const XliffFile& file, const std::filesystem::path& path, bool overwrite) {
  OutputFile output(path, overwrite);
  file.write(output.stream());
  output.commit();
}

}  // namespace egiz
