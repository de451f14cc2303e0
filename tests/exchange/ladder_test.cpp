// SPDX-License-Identifier: Apache-2.0
#include "exchange/ladder.h"

#include <sstream>
#include <string>

#include "base/error.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("a ladder reads numbers, omissions, further columns, blank lines and remarks") {
  const auto rungs = read_ladder("# by hand\n0\t0\t0.93\n1,2\t1\r\n\n\t2\n3\t\n", "a.ladder");

  CHECK(rungs == std::vector<Rung>{{{0}, {0}}, {{1, 2}, {1}}, {{}, {2}}, {{3}, {}}});
}

TEST_CASE("a ladder in Vecalign's form is read") {
  CHECK(read_ladder("[0, 1]:[0]:0.21\n[]:[1]:0.0\n", "v") == std::vector<Rung>{{{0, 1}, {0}}, {{}, {1}}});
}

TEST_CASE("what is no rung is named with its line") {
  for (const std::string bad : {"0", "a\tb", "1,0\t2", "0\t-1", "[0]", "[0]:[x]:1", "99999999999999999999\t0"}) {
    CAPTURE(bad);
    CHECK(exchange_test::message_of([&] {
            read_ladder("0\t0\n" + bad + "\n", "x.ladder");
          }).starts_with("x.ladder:2: not a rung"));
  }
}

TEST_CASE("a written ladder reads back as the same beads") {
  const std::vector<Bead> beads = {{{0, 1}, {0, 2}, 1}, {{1, 2}, {2, 2}, 1}, {{2, 2}, {2, 3}, 1}, {{2, 4}, {3, 4}, 1}};
  std::ostringstream out;

  write_ladder(out, beads);

  CHECK(out.str() == "0\t0,1\t1.0000\n1\t\t1.0000\n\t2\t1.0000\n2,3\t3\t1.0000\n");
  CHECK(to_beads(read_ladder(out.str(), "a")) == beads);
}

TEST_CASE("a ladder of three has an omission where only one side is there") {
  const std::vector<TripleBead> beads = {{{0, 1}, {0, 1}, {0, 0}, 0.5}, {{1, 3}, {1, 1}, {0, 0}, 0.25}};
  std::ostringstream out;

  write_ladder(out, beads);

  CHECK(out.str() == "0\t0\t\t0.5000\n1\t\t\t0.2500\n2\t\t\t0.2500\n");
}

TEST_CASE("rungs that leave a gap are no beads") {
  const std::vector<Rung> gap = {{{0}, {0}}, {{2}, {1}}};
  const std::vector<Rung> torn = {{{0, 2}, {0}}};

  CHECK_THROWS_AS(to_beads(gap), Error);
  CHECK_THROWS_AS(to_beads(torn), Error);
}

TEST_CASE("fixed beads may leave segments out, and place omissions beside a rung") {
  const std::vector<Rung> rungs = {{{0}, {}}, {{2, 3}, {4}}, {{4}, {}}, {{9}, {}}, {{10}, {8}}, {{}, {9}}};

  const std::vector<Bead> beads = to_fixed_beads(rungs);

  REQUIRE(beads.size() == 6);
  CHECK(beads[0] == Bead{{0, 1}, {0, 0}, 1});
  CHECK(beads[1] == Bead{{2, 4}, {4, 5}, 1});
  CHECK(beads[2] == Bead{{4, 5}, {5, 5}, 1});
  CHECK(beads[3] == Bead{{9, 10}, {8, 8}, 1});
  CHECK(beads[5] == Bead{{11, 11}, {9, 10}, 1});
}

TEST_CASE("fixed beads that cross, are torn, or stand alone as omissions are refused") {
  const std::vector<std::vector<Rung>> wrong = {{{{2}, {2}}, {{3}, {1}}},
                                                {{{0, 2}, {0}}},
                                                {{{5}, {}}},
                                                {{{2}, {2}}, {{}, {5}}, {{9}, {9}}},
                                                {{{1}, {1}}, {{1}, {2}}}};

  for (const std::vector<Rung>& rungs : wrong) CHECK_THROWS_AS(to_fixed_beads(rungs), Error);
}

}  // namespace egiz
