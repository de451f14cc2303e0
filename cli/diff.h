// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a terminal shows the difference of two texts.

#include <string>
#include <string_view>

namespace egiz::cli {

// word_diff() with ANSI colours: what goes is red and struck through, what comes is green.
std::string coloured_diff(std::string_view before, std::string_view after);

}  // namespace egiz::cli
