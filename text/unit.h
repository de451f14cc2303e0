// SPDX-License-Identifier: Apache-2.0
#pragma once

// One thing said in two or more languages.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/language.h"

namespace egiz {

// A piece of formatting that stands in a segment, kept out of its text: bold on, a line break, a field.
struct InlineCode {
  enum class Kind { opening, closing, standalone };

  Kind kind = Kind::standalone;
  std::size_t offset = 0;  // byte offset into Variant::text where it stands; codes at one offset keep their order
  std::string id;          // the same for the opening and the closing code of a pair; may be empty
  std::string original;    // the native code as its file had it, for writing back

  bool operator==(const InlineCode&) const = default;
};

// TMX allows several properties of one type; their order is kept.
using Properties = std::multimap<std::string, std::string>;

// What is said in one language.
struct Variant {
  Language language;
  std::string text;               // UTF-8, as given; never normalised
  std::vector<InlineCode> codes;  // ascending offsets
  std::string previous;           // the text that stood before it in its document; empty when not known
  std::string next;               // and after it
  Properties properties;

  bool operator==(const Variant&) const = default;
};

// Where a unit came from, and how far it can be trusted.
struct Origin {
  enum class Kind { human, aligned, reviewed, machine, imported };

  Kind kind = Kind::human;
  double confidence = 1;  // 0 to 1; that an aligned unit is exactly right

  bool operator==(const Origin&) const = default;
};

// Where in which document.
struct Context {
  std::string document;                  // its file name or title; may be empty
  std::optional<std::int64_t> position;  // the unit's place in it, counting from 0
  std::string id;                        // a key the document's format gives (a resource id)

  bool operator==(const Context&) const = default;
};

// One thing said in two or more languages.
struct TranslationUnit {
  std::vector<Variant> variants;  // at most one per language, at least two when complete
  Context context;
  Origin origin;
  Properties properties;          // client, project, domain ...: free
  std::vector<std::string> notes;
  std::optional<std::chrono::sys_seconds> created;  // UTC
  std::optional<std::chrono::sys_seconds> changed;
  std::string created_by;
  std::string changed_by;

  // The variant that language covers (ru covers ru-RU), or nullptr.
  const Variant* find(const Language& language) const;

  bool operator==(const TranslationUnit&) const = default;
};

}  // namespace egiz
