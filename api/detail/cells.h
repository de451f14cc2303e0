// SPDX-License-Identifier: Apache-2.0
#pragma once

// The cells of a line of a table.

#include <string_view>
#include <vector>

namespace egiz::detail {

// What stands between tabs: views into line, one at least.
std::vector<std::string_view> cells_of(std::string_view line);

}  // namespace egiz::detail
