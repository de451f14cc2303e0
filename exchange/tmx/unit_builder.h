// SPDX-License-Identifier: Apache-2.0
#pragma once

// One <tu> on its way to a unit.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/detail/xml_parser.h"
#include "text/unit.h"

namespace egiz::exchange {

// What a <tu> said, as it said it: variants may repeat a language, be empty, or name no language.
struct RawUnit {
  struct RawVariant {
    std::string language;  // as written; empty when the <tuv> has none
    std::string exact_language;  // the same, when it stands for no shorter one (names.h)
    Variant variant;       // language not yet set
    bool has_segment = false;
    std::string created, changed;  // dates as written
    std::string created_by, changed_by;
  };

  TranslationUnit unit;  // all but its variants
  std::vector<RawVariant> variants;
  std::string source_language;      // srclang of the <tu>; empty when it has none
  std::string previous, next;       // of the source text, where the unit says it
  std::string previous_target;      // of the translation
  std::string created, changed;     // dates as written
  std::vector<std::string> faults;  // repairs, in words
  bool states_origin = false;

  void read_unit_attributes(const XmlAttributes& attributes);
  void start_variant(const XmlAttributes& attributes);

  // <prop> and <note> of the unit, or of its last variant.
  void add_property(const std::string& type, std::string value, bool is_of_variant);
  void add_note(std::string value, bool is_of_variant);

  // Turns the dates as written into dates.  What variants say goes to the unit where the unit says nothing, and stays
  // a property of the variant where it says something else.
  void settle_dates();

 private:
  bool read_known_property(std::string_view type, std::string& value);
  std::optional<std::chrono::sys_seconds> date(std::string_view text);
};

}  // namespace egiz::exchange
