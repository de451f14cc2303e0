// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words for where a unit came from.

#include <optional>
#include <string_view>

#include "text/unit.h"

namespace egiz::exchange {

// "human", "aligned", "reviewed", "machine", "imported".
std::string_view origin_name(Origin::Kind kind);

std::optional<Origin::Kind> origin_kind(std::string_view name);

}  // namespace egiz::exchange
