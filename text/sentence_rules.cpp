// SPDX-License-Identifier: Apache-2.0
#include "text/sentence_rules.h"

#include <utility>

namespace egiz {

SentenceCutter::SentenceCutter(SentenceRules rules, const Language& language)
    : rules_(std::move(rules)), language_(language) {
  if (rules_.srx) srx_.emplace(*rules_.srx, language);
}

std::vector<Segment> SentenceCutter::segment(std::string_view text, ParagraphMode paragraphs) const {
  if (srx_) return srx_->segment(text, paragraphs);
  return egiz::segment(text, language_, {paragraphs, rules_.words.get()});
}

}  // namespace egiz
