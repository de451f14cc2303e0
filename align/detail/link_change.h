// SPDX-License-Identifier: Apache-2.0
#pragma once

// LinkChange: how much a pass changes what is believed, which tells whether another would.

#include <span>

#include "align/detail/section.h"

namespace egiz::align_detail {

struct LinkChange {
  double changed = 0;  // sum of the differences between the weights of each link before and after
  double all = 0;      // sum of the weights after
};

// Links on one side only had or have the weight 0.  REQUIRES: both in order of target, then source
LinkChange change_between(std::span<const SegmentLink> before, std::span<const SegmentLink> after);

// Of all sections together; 0 where nothing is linked, above 1 when most links moved.
double share_changed(std::span<const LinkChange> changes);

}  // namespace egiz::align_detail
