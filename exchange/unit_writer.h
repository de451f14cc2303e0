// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files of translation units, out: TMX, TSV, JSONL, Moses.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/unit.h"
#include "text/unit_filter.h"

namespace egiz {

enum class UnitFormat { tmx, tsv, jsonl, moses };

// The format a file name asks for (".tmx", ".tsv", ".jsonl"), TMX when it says nothing.
UnitFormat unit_format_of(const std::filesystem::path& file);

// The program a TMX is for: how context, documents and people are written differs (docs/unit-formats.md).  Only egiz
// keeps all of a unit.
enum class TmxProfile { egiz, omegat, trados, memoq, phrase, xtm, wordfast };

// The profile of that name; nullopt when there is none.
std::optional<TmxProfile> tmx_profile(std::string_view name);

struct UnitWriteOptions {
  std::vector<Language> languages;  // columns of TSV and Moses, filter of TMX and JSONL; empty: all (TMX, JSONL)
  bool overwrite = false;
  // TMX: languages without a region get the usual one: ru-RU, kk-KZ, en-US.  Many programs match tags letter by letter.
  bool full_language_codes = true;
  TmxProfile profile = TmxProfile::egiz;
  bool has_codes = true;  // TMX: false writes text alone (level 1)
  UnitFilter filter;               // which units are written
  std::size_t max_characters = 0;  // units with a longer text are left out; 0: no limit
  std::uint64_t split_bytes = 0;   // a file that reaches this size goes on in name-2, name-3 ...; 0: one file
};

// Writes units one after another.  A file is written beside its name and renamed by finish(): until then, and when
// the writer is destroyed without it, nothing is seen.  A unit with text in fewer than two of options.languages (Moses:
// without one of them) is left out, TSV has an empty cell for what a unit lacks; left out is also one that
// options.filter does not let pass or that is too long.
class UnitWriter {
 public:
  virtual ~UnitWriter() = default;

  // Throws Error{io} when it cannot be written.
  virtual void write(const TranslationUnit& unit) = 0;

  // Ends the file and puts it in place.  Throws Error{io}.
  virtual void finish() = 0;

  // Units left out so far.
  virtual std::size_t left_out() const = 0;
};

// Throws Error{exists} when the file is there and options.overwrite is false, Error{io} when it cannot be written.
// Moses writes file.<language> for each language.  A name that ends in .gz is packed.
std::unique_ptr<UnitWriter> open_unit_writer(const std::filesystem::path& file, UnitFormat format,
                                             const UnitWriteOptions& options = {});

// The same to a stream (not Moses), which must outlive the writer.
std::unique_ptr<UnitWriter> open_unit_writer(std::ostream& stream, UnitFormat format,
                                             const UnitWriteOptions& options = {});

}  // namespace egiz
