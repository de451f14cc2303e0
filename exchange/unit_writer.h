// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files of translation units, out: TMX, TSV, JSONL, Moses.

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string_view>
#include <vector>

#include "text/unit.h"

namespace egiz {

enum class UnitFormat { tmx, tsv, jsonl, moses };

// The format a file name asks for (".tmx", ".tsv", ".jsonl"), TMX when it says nothing.
UnitFormat unit_format_of(const std::filesystem::path& file);

struct UnitWriteOptions {
  std::vector<Language> languages;  // columns of TSV and Moses, filter of TMX and JSONL; empty: all (TMX, JSONL)
  bool overwrite = false;
  // TMX: languages without a region get the usual one: ru-RU, kk-KZ, en-US.  Many programs match tags letter by letter.
  bool full_language_codes = true;
};

// Writes units one after another.  A file is written beside its name and renamed by finish(): until then, and when
// the writer is destroyed without it, nothing is seen.  A unit without text in one of options.languages (TMX, JSONL: in
// two of them) is left out.
class UnitWriter {
 public:
  virtual ~UnitWriter() = default;

  // Throws Error{io} when it cannot be written.
  virtual void write(const TranslationUnit& unit) = 0;

  // Ends the file and puts it in place.  Throws Error{io}.
  virtual void finish() = 0;

  // Units left out so far because they lack a language.
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
