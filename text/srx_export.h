// SPDX-License-Identifier: Apache-2.0
#pragma once

// The segmenter's tables as SRX rules, for other tools.

#include "text/segmentation_rules.h"
#include "text/srx.h"

namespace egiz {

// The rules of ru, kk, kk-Latn and en, as far as a rule that sees two regular expressions can say what the segmenter
// knows (docs/segmentation.md lists what it cannot).  The expressions are of the kind that ICU and Java read alike.
// No cascade: the rules of a language are whole; other languages have a default.
SrxRules to_srx(const SegmentationRules& rules);

}  // namespace egiz
