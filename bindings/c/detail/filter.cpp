// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/detail/call.h"

namespace egiz::c {
namespace {

std::string at(const char* const* texts, std::size_t i, const char* name) {
  require(texts, name);
  return std::string(text_in(texts[i], EGIZ_NUL_TERMINATED, name));
}

}  // namespace

std::optional<std::chrono::sys_seconds> time_in(std::int64_t seconds) {
  if (seconds == kNoTime) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

Origin::Kind origin_in(egiz_origin origin) {
  switch (origin) {
    case EGIZ_ORIGIN_HUMAN:
      return Origin::Kind::human;
    case EGIZ_ORIGIN_ALIGNED:
      return Origin::Kind::aligned;
    case EGIZ_ORIGIN_REVIEWED:
      return Origin::Kind::reviewed;
    case EGIZ_ORIGIN_MACHINE:
      return Origin::Kind::machine;
    case EGIZ_ORIGIN_IMPORTED:
      return Origin::Kind::imported;
  }
  throw Error(ErrorCode::invalid_argument, "origin is none of EGIZ_ORIGIN_...");
}

std::optional<UnitFilter> filter_in(const egiz_filter* filter) {
  if (!filter) return std::nullopt;
  const auto given = options_in(filter, egiz_filter EGIZ_FILTER_INIT);
  UnitFilter wanted{.origins = {},
                    .min_confidence = given.min_confidence,
                    .properties = {},
                    .document = optional_text_in(given.document, "document"),
                    .languages = languages_in(given.languages, given.language_count),
                    .since = time_in(given.since),
                    .before = time_in(given.before),
                    .text = optional_text_in(given.text, "text"),
                    .by = optional_text_in(given.by, "by"),
                    .note = optional_text_in(given.note, "note")};
  if (given.origin_count > 0) require(given.origins, "origins");
  for (std::size_t i = 0; i < given.origin_count; ++i) wanted.origins.push_back(origin_in(given.origins[i]));
  for (std::size_t i = 0; i < given.property_count; ++i) {
    wanted.properties.emplace(at(given.property_names, i, "property_names"),
                              at(given.property_values, i, "property_values"));
  }
  return wanted;
}

}  // namespace egiz::c
