// SPDX-License-Identifier: Apache-2.0
// Examples: sentences and their translations that words are learnt from beside the documents.

#include "align/detail/examples.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace egiz::align_detail {
namespace {

constexpr std::size_t kSectionSize = 500;  // large corpora are sampled by sections
constexpr std::size_t kLongest = 2'000;    // bytes: what is longer is no sentence, and has too many pairs of words

// A document that is put together segment by segment.
class Writer {
 public:
  explicit Writer(const Language& language) : language_(language) {}

  void add(std::string_view text) {
    const std::size_t begin = text_.size();
    text_ += text;
    segments_.push_back({{begin, text_.size()}, segments_.size()});
    text_ += '\n';
  }
  Document finish() { return {std::move(text_), language_, std::move(segments_)}; }

 private:
  Language language_;
  std::string text_;
  std::vector<Segment> segments_;
};

const std::string* text_in(const LexiconEntry& example, const Language& language) {
  const auto term = std::ranges::find_if(example.terms, [&](const LexiconEntry::Term& each) {
    return !each.text.empty() && each.text.size() <= kLongest && each.language.primary() == language.primary();
  });
  return term == example.terms.end() ? nullptr : &term->text;
}

}  // namespace

Examples examples_of(const Lexicon& lexicon, const Language& source, const Language& target) {
  Writer sources(source);
  Writer targets(target);
  for (const LexiconEntry& example : lexicon.examples()) {
    const std::string* from = text_in(example, source);
    const std::string* to = text_in(example, target);
    if (from == nullptr || to == nullptr) continue;
    sources.add(*from);
    targets.add(*to);
  }
  return {sources.finish(), targets.finish()};
}

std::vector<Section> sections_of_examples(std::size_t pair, std::size_t size) {
  std::vector<Section> sections;
  for (std::size_t begin = 0; begin < size; begin += kSectionSize) {
    const std::size_t count = std::min(kSectionSize, size - begin);
    Section section;
    section.pair = pair;
    section.source = section.target = {begin, begin + count};
    section.source_omitted.assign(count, 0);
    section.target_omitted.assign(count, 0);
    for (std::uint32_t k = 0; k < count; ++k) section.links.push_back({k, k, 1});
    sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace egiz::align_detail
