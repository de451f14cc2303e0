// SPDX-License-Identifier: Apache-2.0
#include "base/progress.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/version.h"
#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("an empty progress is never called") { CHECK_NOTHROW(report_progress({}, 1, 2)); }

TEST_CASE("a progress that says stop cancels the work") {
  const Progress stop = [](std::uint64_t, std::uint64_t) { return false; };

  try {
    report_progress(stop, 1, 2);
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::cancelled);
  }
}

TEST_CASE("the version has three parts") {
  const std::string text(version());
  CHECK(std::count(text.begin(), text.end(), '.') == 2);
}

}  // namespace egiz
