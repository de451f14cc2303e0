// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a <tu> said, as units that can be used.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/detail/language_codes.h"
#include "exchange/tmx/unit_builder.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// The units of one RawUnit, or why there are none.
struct Assembly {
  std::vector<TranslationUnit> units;
  std::string refusal;  // when units is empty
};

// Makes units of raw ones: languages read and filtered, empty variants left out, the source variant first, alternative
// translations (a language that stands twice) as units of their own.
class UnitAssembly {
 public:
  explicit UnitAssembly(const UnitReadOptions& options) : options_(options) {}

  // The header's srclang.
  void set_source_language(std::string_view tag) { source_language_ = tag; }

  // The header's property kPropLanguages.
  void set_language_codes(std::string_view text) { codes_ = parse_language_codes(text); }

  // Adds to raw.faults what was repaired.
  Assembly assemble(RawUnit& raw);

 private:
  const std::optional<Language>& language(const std::string& tag);
  std::optional<Language> language_of(const RawUnit::RawVariant& part);
  std::vector<Variant> usable_variants(RawUnit& raw, std::string& refusal);
  static void split_alternatives(RawUnit& raw, std::vector<Variant> variants, Assembly& result);

  std::string source_language_;
  const UnitReadOptions& options_;
  std::map<std::string, std::string> codes_;                  // full tag to short one
  std::map<std::string, std::optional<Language>> languages_;  // by tag as written
};

}  // namespace egiz::exchange
