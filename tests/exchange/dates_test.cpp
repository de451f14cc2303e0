// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/dates.h"

#include "tests/support/catch.h"

namespace egiz::exchange {

TEST_CASE("dates are written in UTC and read back") {
  for (const std::int64_t seconds : {0LL, -1LL, 951782400LL, -62135596800LL, 253402300799LL}) {
    CAPTURE(seconds);
    const std::chrono::sys_seconds date{std::chrono::seconds(seconds)};

    CHECK(parse_date(format_tmx_date(date)) == date);
    CHECK(parse_date(format_iso_date(date)) == date);
  }
  CHECK(format_tmx_date(std::chrono::sys_days(std::chrono::year(2024) / 2 / 29)) == "20240229T000000Z");
}

}  // namespace egiz::exchange
