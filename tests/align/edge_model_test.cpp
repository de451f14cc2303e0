// SPDX-License-Identifier: Apache-2.0
// How segments start and end, and what is learnt from it.

#include "align/detail/edge_model.h"

#include <cmath>

#include "align/detail/tokenizer.h"
#include "tests/support/catch.h"

namespace egiz::align_detail {
namespace {

TEST_CASE("a segment's first letter and last mark are seen, quotes left aside") {
  CHECK(tokenize_segment("Мост закрыт.").start == StartKind::upper);
  CHECK(tokenize_segment("и это всё").start == StartKind::lower);
  CHECK(tokenize_segment("12 мая").start == StartKind::digit);
  CHECK(tokenize_segment("— Да!").start == StartKind::dash);
  CHECK(tokenize_segment("«Да»").start == StartKind::quote);
  CHECK(tokenize_segment("").start == StartKind::other);

  CHECK(tokenize_segment("Мост закрыт.").end == EndKind::full_stop);
  CHECK(tokenize_segment("«Мост закрыт?»").end == EndKind::question);
  CHECK(tokenize_segment("Wait...").end == EndKind::ellipsis);
  CHECK(tokenize_segment("namely: ").end == EndKind::colon);
  CHECK(tokenize_segment("A headline").end == EndKind::none);
}

TEST_CASE("beads whose sides end alike gain, and what was seen to go together gains more") {
  EdgeChances chances;
  chances.start.fill(1.0 / static_cast<double>(kStartKinds));
  chances.end.fill(1.0 / static_cast<double>(kEndKinds));
  EdgeCounts counts;
  const EdgeModel before(chances, chances, counts);
  counts.end[static_cast<std::size_t>(EndKind::colon)][static_cast<std::size_t>(EndKind::full_stop)] = 100;
  const EdgeModel after(chances, chances, counts);

  CHECK(before.end(EndKind::question, EndKind::question) > 0);
  CHECK(before.end(EndKind::question, EndKind::full_stop) < 0);
  CHECK(after.end(EndKind::colon, EndKind::full_stop) > 1);
}

TEST_CASE("a boundary that is seen inside beads more often than between them speaks for joining") {
  const std::size_t goes_on = boundary_kind(EndKind::semicolon, StartKind::lower);
  const std::size_t ends = boundary_kind(EndKind::full_stop, StartKind::upper);
  const std::size_t never = boundary_kind(EndKind::dash, StartKind::lower);
  BoundaryCounts all{};
  all[goes_on] = 40;
  all[ends] = 400;
  BoundaryCounts inner{};
  const InnerModel::Odds before = InnerModel::odds(inner, all);
  inner[goes_on] = 30;
  inner[ends] = 10;
  const InnerModel::Odds after = InnerModel::odds(inner, all);

  CHECK(goes_on != ends);
  CHECK(std::abs(before[goes_on]) < 0.5F);  // nothing learnt says next to nothing
  CHECK(after[goes_on] > 1);
  CHECK(after[ends] < 0);
  CHECK(after[never] == 0);
}

}  // namespace
}  // namespace egiz::align_detail
