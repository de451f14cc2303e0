// SPDX-License-Identifier: Apache-2.0
#include "api/conversion.h"

#include <algorithm>
#include <vector>

namespace egiz {
namespace {

constexpr std::size_t kUnitsPerReport = 1024;

// All languages of a file, in the order in which they first come.
std::vector<Language> languages_of(const std::filesystem::path& file, const UnitReadOptions& options) {
  std::vector<Language> languages;
  read_units(
      file,
      [&](TranslationUnit&& unit) {
        for (const Variant& variant : unit.variants) {
          if (std::ranges::find(languages, variant.language) == languages.end()) languages.push_back(variant.language);
        }
        return true;
      },
      options);
  return languages;
}

}  // namespace

ConversionResult convert_file(const std::filesystem::path& from, const std::filesystem::path& to, UnitFormat format,
                              const UnitReadOptions& read, const UnitWriteOptions& write, const Progress& progress) {
  UnitWriteOptions options = write;
  if (has_language_columns(format) && options.languages.empty()) options.languages = languages_of(from, read);
  const std::unique_ptr<UnitWriter> writer = open_unit_writer(to, format, options);
  ConversionResult result;
  std::size_t seen = 0;
  const UnitSink sink = [&](TranslationUnit&& unit) {
    if (++seen % kUnitsPerReport == 0) report_progress(progress, seen, 0);
    writer->write(unit);
    return true;
  };
  result.read = read_units(from, sink, read);
  writer->finish();
  result.written = {.written = seen - writer->left_out().total(), .left_out = writer->left_out()};
  return result;
}

}  // namespace egiz
