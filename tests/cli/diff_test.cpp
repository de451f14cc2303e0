// SPDX-License-Identifier: Apache-2.0
#include "cli/diff.h"

#include "tests/support/catch.h"

namespace egiz::cli {

TEST_CASE("colours are reset behind each change") {
  CHECK(coloured_diff("a b", "a c") == "a \033[9;31mb\033[0m\033[32mc\033[0m");
}

}  // namespace egiz::cli
