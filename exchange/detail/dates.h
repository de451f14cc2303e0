// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates as exchange files write them.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace egiz::exchange {

// Reads "20240131T120000Z" (TMX) and what tools write for it: "2024-01-31T12:00:00Z" (ISO 8601, XLIFF), without
// seconds, time or Z (UTC is meant), with a fraction of a second (dropped) or an offset ("+0500", "+05:00").
// nullopt when it is no date of the years 0001 to 9999.
std::optional<std::chrono::sys_seconds> parse_date(std::string_view text);

// "20240131T120000Z"
std::string format_tmx_date(std::chrono::sys_seconds date);

// "2024-01-31T12:00:00Z"
std::string format_iso_date(std::chrono::sys_seconds date);

}  // namespace egiz::exchange
