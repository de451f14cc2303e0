// SPDX-License-Identifier: Apache-2.0
#pragma once

// How each program wants its TMX.

#include <string_view>

#include "exchange/unit_writer.h"

namespace egiz::exchange {

// What differs from program to program (docs/unit-formats.md has the table and its sources).
struct Dialect {
  enum class ContextPlace { none, variant, unit, trados };

  std::string_view original_format;  // o-tmf
  bool has_own_properties = false;   // x-egiz-...: what only Egiz reads
  ContextPlace context = ContextPlace::none;
  std::string_view previous;  // the property of the text before
  std::string_view next;
  bool wraps_context = false;  // in "<seg>...</seg>"
  std::string_view document;   // the property of the document; empty for none
  std::string_view context_id;
  bool has_authors_on_target = false;  // dates and people on the translation's <tuv>
  bool has_typed_properties = false;   // "x-client:SingleString"
};

const Dialect& dialect_of(TmxProfile profile);

}  // namespace egiz::exchange
