// SPDX-License-Identifier: Apache-2.0
// LinkChange against a sum over all places.

#include "align/detail/link_change.h"

#include <cmath>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace egiz::align_detail {
namespace {

using LinkMap = std::map<std::pair<std::uint32_t, std::uint32_t>, float>;  // weights by target and source

LinkMap random_links(std::mt19937& random) {
  std::uniform_int_distribution<std::uint32_t> count(0, 12);
  std::uniform_int_distribution<std::uint32_t> segment(0, 4);
  std::uniform_real_distribution<float> weight(0.02F, 1.0F);
  LinkMap links;
  for (std::uint32_t k = count(random); k > 0; --k) {
    links[{segment(random), segment(random)}] = weight(random);
  }
  return links;
}

std::vector<SegmentLink> in_order(const LinkMap& links) {
  std::vector<SegmentLink> result;
  for (const auto& [place, weight] : links) result.push_back({place.second, place.first, weight});
  return result;
}

float weight_at(const LinkMap& links, std::uint32_t target, std::uint32_t source) {
  const auto at = links.find({target, source});
  return at != links.end() ? at->second : 0.0F;
}

TEST_CASE("change between links is the sum over all places", "[align][property]") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const LinkMap before = random_links(random);
    const LinkMap after = random_links(random);
    double changed = 0;
    double all = 0;
    for (std::uint32_t target = 0; target < 5; ++target) {
      for (std::uint32_t source = 0; source < 5; ++source) {
        changed += std::abs(static_cast<double>(weight_at(after, target, source) - weight_at(before, target, source)));
        all += static_cast<double>(weight_at(after, target, source));
      }
    }
    const LinkChange change = change_between(in_order(before), in_order(after));
    REQUIRE(change.changed == Approx(changed));
    REQUIRE(change.all == Approx(all));
    REQUIRE(change_between(in_order(after), in_order(after)).changed == 0);
  }
}

TEST_CASE("share changed is of all sections together", "[align]") {
  REQUIRE(share_changed({}) == 0);
  REQUIRE(share_changed(std::vector<LinkChange>{{0, 0}}) == 0);
  REQUIRE(share_changed(std::vector<LinkChange>{{1, 10}, {2, 20}, {0, 0}}) == Approx(0.1));
}

}  // namespace
}  // namespace egiz::align_detail
