// SPDX-License-Identifier: Apache-2.0
// LinkChange: how much a pass changes what is believed, which tells whether another would.

#include "align/detail/link_change.h"

#include <cmath>
#include <utility>

namespace egiz::align_detail {

LinkChange change_between(std::span<const SegmentLink> before, std::span<const SegmentLink> after) {
  const auto place = [](const SegmentLink& link) { return std::pair(link.target, link.source); };
  LinkChange change;
  auto old = before.begin();
  for (const SegmentLink& link : after) {
    for (; old != before.end() && place(*old) < place(link); ++old) {
      change.changed += static_cast<double>(old->weight);
    }
    float weight_before = 0;
    if (old != before.end() && place(*old) == place(link)) {
      weight_before = old->weight;
      ++old;
    }
    change.changed += static_cast<double>(std::abs(link.weight - weight_before));
    change.all += static_cast<double>(link.weight);
  }
  for (; old != before.end(); ++old) {
    change.changed += static_cast<double>(old->weight);
  }
  return change;
}

double share_changed(std::span<const LinkChange> changes) {
  LinkChange sum;
  for (const LinkChange& change : changes) {
    sum.changed += change.changed;
    sum.all += change.all;
  }
  return sum.all > 0 ? sum.changed / sum.all : 0;
}

}  // namespace egiz::align_detail
