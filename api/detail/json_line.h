// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the lines of JSON that are given out have in common.

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "api/json.h"

namespace egiz::detail {

using Json = nlohmann::ordered_json;

inline std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// Scores to two places, so that the text is short and the same everywhere.
inline double rounded(double value) { return std::round(value * 100) / 100; }
inline double rounded_probability(double value) { return std::round(value * 10000) / 10000; }

inline Json time_or_null(const std::optional<std::chrono::sys_seconds>& time) {
  return time ? Json(iso_time(*time)) : Json();
}

}  // namespace egiz::detail
