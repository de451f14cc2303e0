// SPDX-License-Identifier: Apache-2.0
#pragma once

// What texts are cut into sentences by: the segmenter's tables, or the SRX rules of another tool.

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"
#include "text/segmentation_rules.h"
#include "text/segmenter.h"
#include "text/srx.h"

namespace egiz {

// A value that is cheap to copy.  Any number of threads may use it.
struct SentenceRules {
  std::shared_ptr<const SegmentationRules> words = {};  // null: SegmentationRules::built_in()
  std::shared_ptr<const SrxRules> srx = {};             // null: none; else it decides, and words count for nothing
};

// Cuts texts of one language by these rules.  Immutable; any thread.
class SentenceCutter {
 public:
  SentenceCutter(SentenceRules rules, const Language& language);

  // As segment() of text/segmenter.h and SrxSegmenter::segment().
  // REQUIRES: text is valid UTF-8
  std::vector<Segment> segment(std::string_view text, ParagraphMode paragraphs = ParagraphMode::detect) const;

 private:
  SentenceRules rules_;
  Language language_;
  std::optional<SrxSegmenter> srx_;
};

}  // namespace egiz
