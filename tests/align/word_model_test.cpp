// SPDX-License-Identifier: Apache-2.0
// Learning word translations, against its slow twin; the links a section needs.

#include "align/detail/word_model.h"

#include <numeric>
#include <optional>
#include <random>
#include <set>

#include "align/detail/learner.h"
#include "align/detail/section_links.h"
#include "tests/reference/word_model.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz::align_detail {
namespace {

constexpr std::size_t kGivenWords = 9;
constexpr std::size_t kMadeWords = 7;

// Segments of one to eleven words on both sides, linked to their opposite and to a neighbour; three priors.
struct RandomLinks {
  explicit RandomLinks(unsigned seed) : random(seed) {
    for (std::size_t k = 0; k < 6; ++k) {
      add_segment(given, given_begins, kGivenWords);
      add_segment(made, made_begins, kMadeWords);
    }
    for (std::size_t k = 0; k < 6; ++k) {
      for (const std::size_t other : {k, (k + 1) % 6}) {
        linked.push_back({given_begins[k], given_begins[k + 1], made_begins[other], made_begins[other + 1],
                          other == k ? 0.9F : 0.2F, 0.8F});
      }
    }
    prior = {{3, 1, 0.6F}, {2, 4, 0.5F}, {8, 6, 0.7F}};  // the last may be of words that meet nowhere
    for (std::size_t w = 0; w < kMadeWords; ++w) {
      nulls.push_back(0.3F + 0.05F * static_cast<float>(w));
    }
  }

  void add_segment(WordRow& row, std::vector<std::uint32_t>& begins, std::size_t words) {
    const std::size_t size = 1 + random() % 11;
    for (std::size_t k = 0; k < size; ++k) {
      row.words.push_back(static_cast<WordId>(random() % words));
      row.inverse_probabilities.push_back(static_cast<float>(2 + random() % 40));
    }
    begins.push_back(static_cast<std::uint32_t>(row.words.size()));
  }

  std::mt19937 random;
  WordRow given, made;
  std::vector<std::uint32_t> given_begins{0}, made_begins{0};
  std::vector<LinkedPair> linked;
  std::vector<WordPair> prior;
  std::vector<float> nulls;
};

TEST_CASE("words learn what the slow model learns", "[property]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const RandomLinks links(seed);
    const ListsByWord places = places_of_words(links.given.words, links.linked, kGivenWords);
    const ListsByWord partners = partners_of_words(places, links.made.words, links.linked, links.prior, kMadeWords);
    std::vector<WordTotals> totals(kGivenWords);
    std::vector<float> priors(partners.items.size());
    std::map<test::SlowWordModel::WordPairKey, double> slow_priors;
    for (const WordPair& pair : links.prior) {
      totals[pair.source].prior += pair.strength;
      slow_priors[{pair.source, pair.target}] = static_cast<double>(pair.strength);
      const auto of_word = partners.of(pair.source);
      const auto at = std::ranges::find(of_word, pair.target) - of_word.begin();
      priors[partners.offsets[pair.source] + static_cast<std::size_t>(at)] = pair.strength;
    }

    const bool goes_on = GENERATE(false, true);
    CAPTURE(seed, goes_on);
    const WordModelInput input{links.given, links.made, links.linked, places, partners, links.nulls};
    const std::vector<float> none(priors.size());
    std::optional<WordModel> model(std::in_place, input, WordModelStart{totals, priors, none});
    test::SlowWordModel slow(links.given, links.made, links.linked, slow_priors, links.nulls);
    model->train(3);
    slow.train(3);
    if (goes_on) {
      WordModelStart start{model->totals(), priors, model->counts()};
      model.emplace(input, std::move(start));
      model->train(1);
      slow.train(1);
    }

    for (WordId word = 0; word < kGivenWords; ++word) {
      float explicit_mass = 0;
      for (std::size_t k = partners.offsets[word]; k < partners.offsets[word + 1]; ++k) {
        CHECK(static_cast<double>(model->counts()[k]) == Approx(slow.count(word, partners.items[k])).margin(1e-4));
        explicit_mass += explicit_count({model->counts()[k], priors[k], 0}, 0);
      }
      CHECK(model->totals()[word].explicit_mass == Approx(explicit_mass));
    }
    for (std::size_t at = 0; at < links.made.words.size(); ++at) {
      CHECK(static_cast<double>(model->denominators()[at]) == Approx(slow.denominators[at]).epsilon(1e-3));
    }
  }
}

TEST_CASE("partners are the words that meet, each once, and transposing keeps the pairs", "[property]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const RandomLinks links(seed);
    std::set<std::pair<WordId, WordId>> expected;
    for (const WordPair& pair : links.prior) {
      expected.emplace(pair.source, pair.target);
    }
    for (const LinkedPair& pair : links.linked) {
      for (std::uint32_t g = pair.given_begin; g < pair.given_end; ++g) {
        for (std::uint32_t m = pair.made_begin; m < pair.made_end; ++m) {
          expected.emplace(links.given.words[g], links.made.words[m]);
        }
      }
    }

    const ListsByWord places = places_of_words(links.given.words, links.linked, kGivenWords);
    const ListsByWord partners = partners_of_words(places, links.made.words, links.linked, links.prior, kMadeWords);
    const Transposed transposed = transpose(partners, kMadeWords);

    CHECK(partners.items.size() == expected.size());
    CHECK(transposed.lists.items.size() == expected.size());
    for (WordId made = 0; made < kMadeWords; ++made) {
      CHECK(std::ranges::is_sorted(transposed.lists.of(made)));
      for (std::size_t k = transposed.lists.offsets[made]; k < transposed.lists.offsets[made + 1]; ++k) {
        const WordId given = transposed.lists.items[k];
        CHECK(expected.contains({given, made}));
        CHECK(partners.items[transposed.origin[k]] == made);
        CHECK(transposed.origin[k] >= partners.offsets[given]);
        CHECK(transposed.origin[k] < partners.offsets[given + 1]);
      }
    }
  }
}

// Two documents whose segments are linked one to one.
struct LinkedDocuments {
  LinkedDocuments(const char* source, const char* target) {
    corpus.pairs.push_back({Side(document_from_lines(source, Language("en")), false, corpus.source_words),
                            Side(document_from_lines(target, Language("de")), false, corpus.target_words)});
    corpus.document_pairs = 1;
    join(corpus.pairs[0].source, corpus.source_words);
    join(corpus.pairs[0].target, corpus.target_words);
    Section section;
    section.source = {0, corpus.pairs[0].source.size()};
    section.target = {0, corpus.pairs[0].target.size()};
    section.source_omitted.resize(section.source.size());
    section.target_omitted.resize(section.target.size());
    for (std::uint32_t k = 0; k < section.source.size(); ++k) section.links.push_back({k, k, 1});
    sections.push_back(section);
  }

  static void join(Side& side, const Vocabulary& words) {
    std::vector<WordId> numbers(words.size());
    std::iota(numbers.begin(), numbers.end(), WordId{0});
    side.join(words, numbers, words);
  }

  Corpus corpus;
  std::vector<Section> sections;
};

const Link* find_link(const TranslationTable& table, WordId source, WordId target) {
  for (std::size_t k = 0; k < table.links_of(target).size(); ++k) {
    if (table.sources_of(target)[k] == source) return &table.links_of(target)[k];
  }
  return nullptr;
}

TEST_CASE("learning goes on from what was learnt, and forgets no prior") {
  LinkedDocuments documents("a b\nc b\na d\na c\n", "x y\nz y\nx w\nx z\n");
  const Corpus& corpus = documents.corpus;
  const std::vector<WordPair> prior{{0, 0, 0.2F}, {3, 2, 0.3F}};  // a - x, and d - z, which never meet
  const Lexical start{TranslationTable(corpus.source_words.size(), corpus.target_words.size(), prior),
                      initial_nulls(corpus)};

  const Lexical first = learn(corpus, prior, start, LearnFrom::prior, documents.sections);
  const Lexical more = learn(corpus, prior, first, LearnFrom::before, documents.sections);

  for (const WordPair& pair : prior) {
    const Link* before = find_link(first.table, pair.source, pair.target);
    const Link* after = find_link(more.table, pair.source, pair.target);
    REQUIRE(before != nullptr);
    REQUIRE(after != nullptr);
    CHECK(after->forward.prior == before->forward.prior);
    CHECK(after->backward.prior == before->backward.prior);
  }
  CHECK(find_link(more.table, 0, 0)->forward.count > find_link(first.table, 0, 0)->forward.count);
  CHECK(more.table.source_totals(0).prior == first.table.source_totals(0).prior);
}

TEST_CASE("a section sees the links of its own words only") {
  Vocabulary source_words, target_words;
  const Pair pair{Side(document_from_lines("a b\nc a\nd\n", Language("en")), false, source_words),
                  Side(document_from_lines("x\ny x\n", Language("de")), false, target_words)};
  const std::vector<WordPair> prior{{0, 0, 0.5F}, {2, 0, 0.4F}, {3, 0, 0.3F}, {1, 1, 0.2F}};
  const TranslationTable table(source_words.size(), target_words.size(), prior);
  SectionLinks links;

  for (const SegmentRange range : {SegmentRange{0, 1}, SegmentRange{1, 2}, SegmentRange{0, 3}}) {
    Section section;
    section.source = range;
    section.target = {0, 2};
    links.start(pair, section, table);

    const auto words = pair.source.words(range);
    REQUIRE(links.source_numbers().size() == words.size());
    for (const WordId target : {0U, 1U}) {
      std::set<const Link*> expected;
      for (std::size_t k = 0; k < table.links_of(target).size(); ++k) {
        if (std::ranges::count(words, table.sources_of(target)[k]) > 0) {
          expected.insert(&table.links_of(target)[k]);
        }
      }
      std::set<const Link*> found;
      for (const SectionLinks::Entry& entry : links.of_target(target)) {
        found.insert(entry.link);
        CHECK(entry.source < links.source_count());
      }
      CHECK(found == expected);
    }
  }
}

}  // namespace
}  // namespace egiz::align_detail
