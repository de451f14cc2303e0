// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files of translation units, out: TMX, XLIFF, TSV, CSV, XLSX, JSONL, Moses.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/unit.h"
#include "text/unit_filter.h"

namespace egiz {

enum class UnitFormat { tmx, xliff_1_2, xliff_2_1, tsv, csv, xlsx, jsonl, moses };

// The format a file name asks for (".tmx", ".xlf" and ".xliff" for 1.2, ".tsv", ".csv", ".xlsx", ".jsonl", before a ".gz"), TMX when it says nothing.
UnitFormat unit_format_of(const std::filesystem::path& file);

// The format of that name: "tmx", "xliff", "xliff2", "tsv", "csv", "xlsx", "jsonl", "moses"; nullopt when there is none.
std::optional<UnitFormat> unit_format(std::string_view name);

// Whether a format has a column, or a file, for each of UnitWriteOptions::languages, and cannot do without them.
bool has_language_columns(UnitFormat format);

// The program a TMX is for: how context, documents and people are written differs (docs/unit-formats.md).  Only egiz
// keeps all of a unit.
enum class TmxProfile { egiz, omegat, trados, memoq, phrase, xtm, wordfast };

// The profile of that name; nullopt when there is none.
std::optional<TmxProfile> tmx_profile(std::string_view name);

// Units that a writer left out, by reason.
struct LeftOut {
  std::size_t without_language = 0;  // lack a language that was asked for
  std::size_t filtered = 0;          // the filter does not let them pass
  std::size_t too_long = 0;          // longer than was asked for, or than the format holds

  std::size_t total() const { return without_language + filtered + too_long; }
  bool operator==(const LeftOut&) const = default;
};

struct UnitWriteOptions {
  // Columns of tables and Moses; source and target of XLIFF; only these of TMX and JSONL.  Empty: all (TMX, JSONL), the
  // first two of the first unit (XLIFF).
  std::vector<Language> languages;
  // Tables: columns behind the languages: "note", "document", "id", "origin", "confidence", or names of properties.
  std::vector<std::string> columns;
  bool overwrite = false;
  // TMX, XLIFF: languages without a region get the usual one, ru-RU, kk-KZ, en-US: many programs match tags letter by
  // letter.  What language_codes says goes before that: {en: en-GB}.
  bool full_language_codes = true;
  std::map<Language, Language> language_codes;
  TmxProfile profile = TmxProfile::egiz;
  bool has_codes = true;  // TMX: false writes text alone (level 1)
  bool anonymise = false;  // leaves out the names of people and documents
  UnitFilter filter;               // which units are written
  std::size_t max_characters = 0;  // units with a longer text are left out; 0: no limit
  std::uint64_t split_bytes = 0;   // a file that reaches this size goes on in name-2, name-3 ...; 0: one file
};

// Writes units one after another.  A file is written beside its name and renamed by finish(): until then, and when
// the writer is destroyed without it, nothing is seen.  XLSX has no room for a text of more than 32,767 characters: its
// unit is left out.  A unit with text in fewer than two of options.languages (Moses:
// without one of them) is left out, a table has an empty cell for what a unit lacks; left out is also one that
// options.filter does not let pass or that is too long.
class UnitWriter {
 public:
  virtual ~UnitWriter() = default;

  // Throws Error{io} when it cannot be written.
  virtual void write(const TranslationUnit& unit) = 0;

  // Ends the file and puts it in place.  Throws Error{io}.
  virtual void finish() = 0;

  // Units left out so far.
  virtual LeftOut left_out() const = 0;
};

// Throws Error{exists} when the file is there and options.overwrite is false, Error{io} when it cannot be written.
// Moses writes file.<language> for each language.  A name that ends in .gz is packed.
std::unique_ptr<UnitWriter> open_unit_writer(const std::filesystem::path& file, UnitFormat format,
                                             const UnitWriteOptions& options = {});

// The same to a stream (not Moses), which must outlive the writer.
std::unique_ptr<UnitWriter> open_unit_writer(std::ostream& stream, UnitFormat format,
                                             const UnitWriteOptions& options = {});

}  // namespace egiz
