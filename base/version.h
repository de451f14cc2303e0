// SPDX-License-Identifier: Apache-2.0
#pragma once

// The version of the library.

#include <string_view>

namespace egiz {

// "major.minor.patch", as in the top CMakeLists.txt.
std::string_view version() noexcept;

}  // namespace egiz
