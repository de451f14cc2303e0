// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names that Egiz gives to what TMX has no place for; docs/unit-formats.md has those of other programs too.

#include <string_view>

namespace egiz::exchange {

// Property of <header>: which short tag each full one stands for (language_codes.h).
inline constexpr std::string_view kPropLanguages = "x-egiz-languages";

// Properties of <tu>.
inline constexpr std::string_view kPropOrigin = "x-egiz-origin";          // "human", "aligned", ...
inline constexpr std::string_view kPropConfidence = "x-egiz-confidence";  // 0 to 1, shortest decimal
inline constexpr std::string_view kPropPosition = "x-egiz-position";
inline constexpr std::string_view kPropDocument = "x-document";  // XTM's name
inline constexpr std::string_view kPropContextId = "x-context-id";

// Properties of <tuv>, as memoQ writes them.
inline constexpr std::string_view kPropPrevious = "x-context-pre";
inline constexpr std::string_view kPropNext = "x-context-post";

// Property of <tuv>: its tag is full because it was full before.
inline constexpr std::string_view kPropLanguage = "x-egiz-language";

// An attribute of <tu> or <tuv> that the unit has no member for is the property "tmx:<attribute>"; a <note> of a <tuv>
// is its property "tmx:note".
inline constexpr std::string_view kAttributePrefix = "tmx:";
inline constexpr std::string_view kVariantNote = "tmx:note";

}  // namespace egiz::exchange
