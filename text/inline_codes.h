// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inline codes: a text and its codes in one line, and which codes of two texts are each other's.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/unit.h"

namespace egiz {

// A text, and the codes that stood in it.
struct CodedText {
  std::string text;
  std::vector<InlineCode> codes;  // ascending offsets

  bool operator==(const CodedText&) const = default;
};

// Reads "Press <1>Save</1><2/>": <NAME> opens, </NAME> closes, <NAME/> stands alone; NAME begins with a letter or a digit
// and goes on with these and "._:-"; attributes may follow, <g id="1">.  The tag is the original of its code; the id is
// the attribute id, or else NAME, and that of a closing tag the one of the last open tag of its NAME.  A "<" that begins
// no tag is text.
CodedText parse_coded_text(std::string_view line);

// The text with the originals of its codes in their places.
// REQUIRES: offsets ascend and lie in text
std::string coded_text(std::string_view text, std::span<const InlineCode> codes);

// As many codes, of the same kinds, in the same order.
bool have_same_codes(std::span<const InlineCode> a, std::span<const InlineCode> b);

// For each code of target the place of its like among those of source: the same kind and id, or else the same original.
// Empty when one has none, or they are not as many.
std::vector<std::size_t> match_codes(const Variant& source, const Variant& target);

// target with codes in place of its own, in one line.  nullopt when they are not those of source, which target translates,
// or it cannot be told which code of target is which of source.
std::optional<std::string> target_with_codes(std::span<const InlineCode> codes, const Variant& source,
                                             const Variant& target);

}  // namespace egiz
