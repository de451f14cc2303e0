// SPDX-License-Identifier: Apache-2.0
// Learning the translation of words from what is believed about segments.

#include "align/detail/learner.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "align/detail/cooccurrence.h"
#include "align/detail/word_model.h"

namespace egiz::align_detail {
namespace {

constexpr int kIterations = 3;
constexpr int kMoreIterations = 1;                         // from what was learnt before
constexpr float kLeastWeight = 0.02F;                      // of a segment link that is learnt from
constexpr std::size_t kMaxOccurrences = 30'000'000;        // word pairs; more are sampled, by sections
constexpr std::size_t kMostOwn = kMaxOccurrences / 4 * 3;  // of those the room that documents take from examples

// The sections that are learnt from, as two rows of words with links between them.  Examples, which come first, are
// sampled apart: many of them must not keep documents from being learnt from.
class Sample {
 public:
  Sample(const Corpus& corpus, std::span<Section> sections) : corpus_(corpus), sections_(sections) {
    const auto is_example = [&](const Section& section) { return section.pair >= corpus_.document_pairs; };
    const auto examples = static_cast<std::size_t>(std::ranges::count_if(sections_, is_example));
    const std::size_t taught = count_pairs(sections_.first(examples));
    const std::size_t own = count_pairs(sections_.subspan(examples));
    sample(0, examples, taught / (kMaxOccurrences - std::min(own, kMostOwn)) + 1);
    sample(examples, sections_.size(), own / kMaxOccurrences + 1);
    std::vector<std::uint32_t> source_firsts;
    std::vector<std::uint32_t> target_firsts;
    tbb::parallel_invoke(
        [&] { source_firsts = add_row(&Pair::source, &Section::source, &Section::source_denominators, source_); },
        [&] { target_firsts = add_row(&Pair::target, &Section::target, &Section::target_denominators, target_); });
    for (std::size_t k = 0; k < sampled_.size(); ++k) {
      add_links(sections_[sampled_[k]], source_firsts[k], target_firsts[k]);
    }
  }

  const WordRow& source() const { return source_; }
  const WordRow& target() const { return target_; }
  std::span<const LinkedPair> forward() const { return forward_; }    // source given
  std::span<const LinkedPair> backward() const { return backward_; }  // target given

  void write_denominators(const std::vector<float>& of_sources, const std::vector<float>& of_targets) {
    std::size_t source = 0;
    std::size_t target = 0;
    const auto take = [](const std::vector<float>& all, std::size_t& at, std::vector<float>& out) {
      const auto first = all.begin() + static_cast<std::ptrdiff_t>(at);
      std::copy_n(first, out.size(), out.begin());
      at += out.size();
    };
    for (const std::size_t s : sampled_) {
      take(of_sources, source, sections_[s].source_denominators);
      take(of_targets, target, sections_[s].target_denominators);
    }
  }

  // The probability of each word of the rows to stand in an omitted segment.
  std::vector<float> source_omitted() const {
    return omitted(&Section::source, &Section::source_omitted, &Pair::source);
  }
  std::vector<float> target_omitted() const {
    return omitted(&Section::target, &Section::target_omitted, &Pair::target);
  }

 private:
  void sample(std::size_t first, std::size_t last, std::size_t step) {
    for (std::size_t s = first; s < last; s += step) {
      sampled_.push_back(s);
    }
  }

  // Of some sections; and forgets what was learnt from them.
  std::size_t count_pairs(std::span<Section> sections) const {
    std::size_t count = 0;
    for (Section& section : sections) {
      section.target_denominators.clear();
      section.source_denominators.clear();
      const Pair& pair = corpus_.pairs[section.pair];
      for (const SegmentLink& link : section.links) {
        count += pair.source.words(section.source.begin + link.source).size() *
                 pair.target.words(section.target.begin + link.target).size();
      }
    }
    return count;
  }

  void add_links(const Section& section, std::uint32_t source_first, std::uint32_t target_first) {
    const Pair& pair = corpus_.pairs[section.pair];
    const auto place = [](const Side& side, SegmentRange range, std::uint32_t first, std::size_t segment) {
      return first +
             static_cast<std::uint32_t>(side.word_offset(range.begin + segment) - side.word_offset(range.begin));
    };
    for (const SegmentLink& link : section.links) {
      if (link.weight < kLeastWeight) {
        continue;
      }
      const std::uint32_t source_begin = place(pair.source, section.source, source_first, link.source);
      const std::uint32_t source_end = place(pair.source, section.source, source_first, link.source + std::size_t{1});
      const std::uint32_t target_begin = place(pair.target, section.target, target_first, link.target);
      const std::uint32_t target_end = place(pair.target, section.target, target_first, link.target + std::size_t{1});
      forward_.push_back(
          {source_begin, source_end, target_begin, target_end, link.weight, 1 - section.target_omitted[link.target]});
      backward_.push_back(
          {target_begin, target_end, source_begin, source_end, link.weight, 1 - section.source_omitted[link.source]});
    }
  }

  // One side of all sections that are learnt from.  Returns the place of the first word of each.
  std::vector<std::uint32_t> add_row(Side Pair::*side, SegmentRange Section::*range,
                                     std::vector<float> Section::*denominators, WordRow& row) {
    std::vector<std::uint32_t> firsts;
    for (const std::size_t s : sampled_) {
      Section& section = sections_[s];
      const Side& own = corpus_.pairs[section.pair].*side;
      firsts.push_back(static_cast<std::uint32_t>(row.words.size()));
      for (std::size_t segment = (section.*range).begin; segment < (section.*range).end; ++segment) {
        const auto words = own.words(segment);
        const auto inverse = own.inverse_probabilities(segment);
        row.words.insert(row.words.end(), words.begin(), words.end());
        row.inverse_probabilities.insert(row.inverse_probabilities.end(), inverse.begin(), inverse.end());
      }
      (section.*denominators).resize(row.words.size() - firsts.back());
    }
    return firsts;
  }

  std::vector<float> omitted(SegmentRange Section::*range, std::vector<float> Section::*segments,
                             Side Pair::*side) const {
    std::vector<float> result;
    for (const std::size_t s : sampled_) {
      const Section& section = sections_[s];
      for (std::size_t k = 0; k < (section.*range).size(); ++k) {
        const std::size_t words = (corpus_.pairs[section.pair].*side).words((section.*range).begin + k).size();
        result.insert(result.end(), words, (section.*segments)[k]);
      }
    }
    return result;
  }

  const Corpus& corpus_;
  std::span<Section> sections_;
  std::vector<std::size_t> sampled_;
  WordRow source_;
  WordRow target_;
  std::vector<LinkedPair> forward_;
  std::vector<LinkedPair> backward_;
};

// For each made word its chance to come from nowhere, its own segments left out of the counts.
void estimate_nulls(const WordModel& model, const WordRow& made, const std::vector<float>& omitted,
                    const Vocabulary& words, std::vector<float>& nulls) {
  const std::vector<float> mass = model.leave_one_out_mass();
  std::vector<double> null_count(words.size());
  std::vector<double> all_count(words.size());
  for (std::size_t at = 0; at < made.words.size(); ++at) {
    const WordId word = made.words[at];
    const double weight = 1 - static_cast<double>(omitted[at]);
    null_count[word] += weight * static_cast<double>(nulls[word] / (nulls[word] + (1 - nulls[word]) * mass[at]));
    all_count[word] += weight;
  }
  nulls = nulls_with_back_off(words, null_count, all_count);
}

// The links that matter of some target words.
struct TableBlock {
  std::vector<std::size_t> counts;  // of each target word
  std::vector<WordId> sources;
  std::vector<Translation> translations;
  std::vector<Link> links;
};

// The table of the links that matter, ordered by target word.  `transposed` leads from the partners of the target
// words to those of the source words.
class TableBuilder {
 public:
  TableBuilder(const WordModel& forward, const WordModel& backward, const Transposed& transposed)
      : forward_(forward), backward_(backward), transposed_(transposed), matters_(forward.counts().size()) {
    for (std::size_t f = 0; f < matters_.size(); ++f) {
      matters_[f] = forward.counts()[f] > kDiscount || forward.priors()[f] > 0;
    }
  }

  TranslationTable build() const {
    const std::vector<WordId> starts = block_starts(transposed_.lists);
    std::vector<TableBlock> blocks(starts.size() - 1);
    tbb::parallel_for(std::size_t{0}, blocks.size(),
                      [&](std::size_t k) { blocks[k] = build_block(starts[k], starts[k + 1]); });
    std::vector<std::size_t> offsets{0};
    offsets.reserve(transposed_.lists.offsets.size());
    std::vector<std::size_t> begins;
    for (const TableBlock& block : blocks) {
      begins.push_back(offsets.back());
      for (const std::size_t count : block.counts) {
        offsets.push_back(offsets.back() + count);
      }
    }
    std::vector<WordId> sources(offsets.back());
    std::vector<Translation> translations(offsets.back());
    std::vector<Link> links(offsets.back());
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t k) {
      const auto begin = static_cast<std::ptrdiff_t>(begins[k]);
      std::ranges::copy(blocks[k].sources, sources.begin() + begin);
      std::ranges::copy(blocks[k].translations, translations.begin() + begin);
      std::ranges::copy(blocks[k].links, links.begin() + begin);
      blocks[k] = {};
    });
    return {std::move(offsets), std::move(sources), std::move(translations),
            std::move(links),   forward_.totals(),  backward_.totals()};
  }

 private:
  TableBlock build_block(WordId first, WordId last) const {
    TableBlock block;
    for (WordId target = first; target < last; ++target) {
      const std::size_t before = block.links.size();
      for (std::size_t b = transposed_.lists.offsets[target]; b < transposed_.lists.offsets[target + 1]; ++b) {
        const std::size_t f = transposed_.origin[b];
        if (matters_[f] || backward_.counts()[b] > kDiscount) {
          block.sources.push_back(transposed_.lists.items[b]);
          const Link link{{forward_.counts()[f], forward_.priors()[f], forward_.probabilities()[f]},
                          {backward_.counts()[b], backward_.priors()[b], backward_.probabilities()[b]}};
          block.translations.push_back({probability(link.forward, forward_.totals()[transposed_.lists.items[b]]),
                                        probability(link.backward, backward_.totals()[target])});
          block.links.push_back(link);
        }
      }
      block.counts.push_back(block.links.size() - before);
    }
    return block;
  }

  const WordModel& forward_;
  const WordModel& backward_;
  const Transposed& transposed_;
  // By place of the forward direction, which stands in another order: most pairs matter to neither direction, and the
  // bits tell so without a look at what lies far apart.
  std::vector<bool> matters_;
};

// Of both directions.
struct WordModelStarts {
  WordModelStart forward, backward;
};

// Links are forgotten whose words no longer meet, as those were that the table left out; their counts stay in the totals
// until these are summed again.
// REQUIRES: a place for each link with a prior
WordModelStarts lay_out(const TranslationTable& table, const Transposed& transposed) {
  const auto start_of = [&](std::size_t words) {
    const std::size_t places = transposed.origin.size();
    return WordModelStart{std::vector<WordTotals>(words), std::vector<float>(places), std::vector<float>(places)};
  };
  WordModelStarts starts;
  tbb::parallel_invoke([&] { starts.forward = start_of(table.source_size()); },
                       [&] { starts.backward = start_of(table.target_size()); });
  const auto lay_out_links_of = [&](WordId target) {
    const std::span<const Link> links = table.links_of(target);
    const std::span<const WordId> sources = table.sources_of(target);
    std::size_t b = transposed.lists.offsets[target];
    const std::size_t end = transposed.lists.offsets[target + 1];
    for (std::size_t k = 0; k < sources.size(); ++k) {
      while (b < end && transposed.lists.items[b] < sources[k]) {
        ++b;
      }
      if (b < end && transposed.lists.items[b] == sources[k]) {
        const std::size_t f = transposed.origin[b];
        starts.forward.priors[f] = links[k].forward.prior;
        starts.forward.counts[f] = links[k].forward.count;
        starts.backward.priors[b] = links[k].backward.prior;
        starts.backward.counts[b] = links[k].backward.count;
      }
    }
  };
  const std::vector<WordId> blocks = block_starts(transposed.lists);
  tbb::parallel_for(std::size_t{0}, blocks.size() - 1, [&](std::size_t k) {
    for (WordId target = blocks[k]; target < blocks[k + 1]; ++target) {
      lay_out_links_of(target);
      starts.backward.totals[target].prior = table.target_totals(target).prior;
      starts.backward.totals[target].count = table.target_totals(target).count;
    }
  });
  for (WordId source = 0; source < table.source_size(); ++source) {
    starts.forward.totals[source].prior = table.source_totals(source).prior;
    starts.forward.totals[source].count = table.source_totals(source).count;
  }
  return starts;
}

}  // namespace

Lexical learn(const Corpus& corpus, std::span<const WordPair> prior, const Lexical& before, LearnFrom from,
              std::span<Section> sections) {
  Sample sample(corpus, sections);
  ListsByWord source_places;
  ListsByWord target_places;
  tbb::parallel_invoke(
      [&] { source_places = places_of_words(sample.source().words, sample.forward(), corpus.source_words.size()); },
      [&] { target_places = places_of_words(sample.target().words, sample.backward(), corpus.target_words.size()); });
  const ListsByWord target_partners =
      partners_of_words(source_places, sample.target().words, sample.forward(), prior, corpus.target_words.size());
  const Transposed source_partners = transpose(target_partners, corpus.target_words.size());
  const bool goes_on = from == LearnFrom::before;
  WordModelStarts starts =
      goes_on ? lay_out(before.table, source_partners)
              : lay_out({corpus.source_words.size(), corpus.target_words.size(), prior}, source_partners);
  NullModel nulls = before.nulls;
  std::optional<WordModel> forward;
  std::optional<WordModel> backward;
  const auto learn_direction = [&](WordModel& model, const WordRow& made, const std::vector<float>& omitted,
                                   const Vocabulary& words, std::vector<float>& made_nulls) {
    model.train(goes_on ? kMoreIterations : kIterations);
    estimate_nulls(model, made, omitted, words, made_nulls);
  };
  tbb::parallel_invoke(
      [&] {
        forward.emplace(WordModelInput{sample.source(), sample.target(), sample.forward(), source_places,
                                       target_partners, before.nulls.target},
                        std::move(starts.forward));
        learn_direction(*forward, sample.target(), sample.target_omitted(), corpus.target_words, nulls.target);
      },
      [&] {
        backward.emplace(WordModelInput{sample.target(), sample.source(), sample.backward(), target_places,
                                        source_partners.lists, before.nulls.source},
                         std::move(starts.backward));
        learn_direction(*backward, sample.source(), sample.source_omitted(), corpus.source_words, nulls.source);
      });
  sample.write_denominators(backward->denominators(), forward->denominators());
  return {TableBuilder(*forward, *backward, source_partners).build(), std::move(nulls)};
}

}  // namespace egiz::align_detail
