// SPDX-License-Identifier: Apache-2.0
// Pairing of documents by what they say.

#include "align/pairing.h"

#include <tbb/global_control.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "base/error.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

// Documents of invented names and numbers, spelled in Cyrillic and Latin letters: nothing of the lexicon, and sentences
// that are otherwise strange to each other.
class InventedDocuments {
 public:
  explicit InventedDocuments(unsigned seed) : random_(seed) {}

  // One text in two languages.  Every document of `topic` shares half of its names.
  void add(std::size_t segments, bool has_source = true, bool has_target = true) {
    std::string source;
    std::string target;
    for (std::size_t k = 0; k < segments; ++k) {
      for (std::size_t w = 0; w < 3; ++w) {
        const auto [cyrillic, latin] = name();
        source += cyrillic + " ";
        target += latin + " ";
      }
      const std::string number = std::to_string(below(3000));
      source += number + " " + strange("жыпа", "шоры") + ".\n";
      target += number + " " + strange("wuqe", "xoji") + ".\n";
    }
    if (has_source) documents.push_back(document_from_lines(source, Language("uk")));
    if (has_target) documents.push_back(document_from_lines(target, Language("tr")));
  }

  std::vector<DocumentProfile> profiles() const {
    std::vector<DocumentProfile> result;
    for (const Document& document : documents) result.push_back(profile_document(document));
    return result;
  }

  std::vector<Document> documents;

 private:
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  std::pair<std::string, std::string> name() {
    static const std::vector<std::pair<std::string, std::string>> kSyllables = {
        {"ба", "ba"}, {"ко", "ko"}, {"ми", "mi"}, {"ту", "tu"}, {"ре", "re"}, {"са", "sa"},
        {"до", "do"}, {"ни", "ni"}, {"лу", "lu"}, {"пе", "pe"}, {"га", "ga"}, {"фо", "fo"}};
    std::string cyrillic;
    std::string latin;
    for (int k = 0; k < 4; ++k) {
      const auto& [c, l] = kSyllables[below(kSyllables.size())];
      cyrillic += c;
      latin += l;
    }
    return {cyrillic, latin};
  }

  std::string strange(const char* one, const char* other) { return below(2) == 0 ? one : other; }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("a profile is the same for the same text, and remembers language and length") {
  const Document document = document_from_lines("Шекспир родился в 1564 году.\nОн писал пьесы.\n", Language("ru"));

  const DocumentProfile profile = profile_document(document);

  CHECK(profile.features == profile_document(document).features);
  CHECK(profile.language == Language("ru"));
  CHECK(profile.segments == 2);
  CHECK(std::ranges::is_sorted(profile.features, {}, &DocumentProfile::Feature::key));
}

TEST_CASE("names and numbers are the same features in every script, and words that the lexicon joins") {
  const auto shared = [](const char* one, const char* first, const char* other, const char* second) {
    const auto a = profile_document(document_from_lines(one, Language(first))).features;
    const auto b = profile_document(document_from_lines(other, Language(second))).features;
    std::size_t count = 0;
    for (const auto& feature : a) {
      count += std::ranges::binary_search(b, feature.key, {}, &DocumentProfile::Feature::key);
    }
    return count;
  };

  CHECK(shared("Шекспир", "ru", "Shakespeare", "en") >= 1);
  CHECK(shared("1 234,5", "ru", "1,234.5", "en") >= 1);
  CHECK(shared("государство", "ru", "мемлекет", "kk") >= 1);
  CHECK(shared("Шекспир", "ru", "Trump", "en") == 0);
}

TEST_CASE("documents of languages that the lexicon does not know find each other by names and numbers") {
  InventedDocuments invented(3);
  for (int k = 0; k < 12; ++k) invented.add(12, true, k % 4 != 0);
  const std::vector<DocumentProfile> profiles = invented.profiles();

  const std::vector<DocumentMatch> matches =
      match_documents(profiles, [&](std::size_t i) { return invented.documents[i]; });
  const std::vector<DocumentSet> sets = group_documents(profiles, matches);

  // Of every four texts the first has no translation: documents 0, (1,2), (3,4), (5,6), 7, ...
  REQUIRE(sets.size() == 9);
  for (const DocumentSet& set : sets) {
    REQUIRE(set.documents.size() == 2);
    CHECK(set.documents[0] + 1 == set.documents[1]);
    CHECK(profiles[set.documents[0]].language == Language("uk"));
    CHECK(set.confidence > 0.5);
  }
}

TEST_CASE("strangers are not paired, however few documents there are") {
  InventedDocuments one(4);
  one.add(15, true, false);
  InventedDocuments other(5);
  other.add(15, false, true);
  const std::vector<Document> documents = {one.documents[0], other.documents[0]};
  const std::vector<DocumentProfile> profiles = {profile_document(documents[0]), profile_document(documents[1])};

  const auto matches = match_documents(profiles, [&](std::size_t i) { return documents[i]; });

  CHECK(group_documents(profiles, matches).empty());
}

TEST_CASE("nothing, one document, and documents without words are paired with nobody") {
  CHECK(find_candidates({}).empty());
  const std::vector<DocumentProfile> empty(3, {Language("ru"), 0, {}});
  CHECK(find_candidates(empty).empty());
  CHECK(group_documents(empty, {}).empty());
}

TEST_CASE("a hint joins what nothing else does, and must name documents") {
  const std::vector<Document> documents = {document_from_lines("Ааа.\n", Language("ru")),
                                           document_from_lines("Bbb.\n", Language("en"))};
  const std::vector<DocumentProfile> profiles = {profile_document(documents[0]), profile_document(documents[1])};
  const auto load = [&](std::size_t i) { return documents[i]; };

  const auto hinted = match_documents(profiles, load, {.hints = {{1, 0, 40}}});

  REQUIRE(hinted.size() == 1);
  CHECK(group_documents(profiles, hinted).size() == 1);
  CHECK_THROWS_AS(match_documents(profiles, load, {.hints = {{0, 2, 1}}}), Error);
}

TEST_CASE("a set has no language twice, and the likeliest match wins") {
  const std::vector<DocumentProfile> profiles = {
      {Language("ru"), 5, {}}, {Language("kk"), 5, {}}, {Language("kk"), 5, {}}, {Language("en"), 5, {}}};
  const std::vector<DocumentMatch> matches = {{.first = 0, .second = 1, .log_odds = 2},
                                              {.first = 0, .second = 2, .log_odds = 5},
                                              {.first = 0, .second = 3, .log_odds = -0.5},
                                              {.first = 2, .second = 3, .log_odds = 4}};

  const std::vector<DocumentSet> sets = group_documents(profiles, matches);

  REQUIRE(sets.size() == 1);
  CHECK(sets[0].documents == std::vector<std::size_t>{0, 2, 3});
  CHECK(sets[0].confidence > 0.9);
}

TEST_CASE("one thread and eight find the same matches", "[property]") {
  InventedDocuments invented(9);
  for (int k = 0; k < 8; ++k) invented.add(10);
  const std::vector<DocumentProfile> profiles = invented.profiles();
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return match_documents(profiles, [&](std::size_t i) { return invented.documents[i]; });
  };

  CHECK(with_threads(1) == with_threads(8));
}

TEST_CASE("candidates by the index have the cosine of the slow twin", "[property]") {
  InventedDocuments invented(10);
  for (int k = 0; k < 10; ++k) invented.add(6);
  const std::vector<DocumentProfile> profiles = invented.profiles();
  const auto weight = [&](std::size_t d, const DocumentProfile::Feature& feature) {
    std::size_t documents = 0;
    std::size_t frequency = 0;
    for (const DocumentProfile& other : profiles) {
      if (other.language != profiles[d].language) continue;
      ++documents;
      frequency += std::ranges::binary_search(other.features, feature.key, {}, &DocumentProfile::Feature::key);
    }
    return static_cast<double>(feature.weight) *
           std::log((static_cast<double>(documents) + 1) / (static_cast<double>(frequency) + 0.5));
  };
  const auto is_in_language = [&](std::uint64_t key, const Language& language) {
    return std::ranges::any_of(profiles, [&](const DocumentProfile& profile) {
      return profile.language == language &&
             std::ranges::binary_search(profile.features, key, {}, &DocumentProfile::Feature::key);
    });
  };
  const auto cosine = [&](std::size_t a, std::size_t b) {
    double dot = 0;
    double squares[2] = {0, 0};
    for (const auto& [side, one, other] : {std::tuple{0, a, b}, std::tuple{1, b, a}}) {
      for (const auto& feature : profiles[one].features) {
        if (!is_in_language(feature.key, profiles[other].language)) continue;
        squares[side] += std::pow(weight(one, feature), 2);
        const auto there =
            std::ranges::lower_bound(profiles[other].features, feature.key, {}, &DocumentProfile::Feature::key);
        const bool is_there = there != profiles[other].features.end() && there->key == feature.key;
        if (side == 0 && is_there) dot += weight(one, feature) * weight(other, *there);
      }
    }
    return dot / std::sqrt(squares[0] * squares[1]);
  };

  const std::vector<DocumentMatch> candidates = find_candidates(profiles);

  CHECK(candidates.size() >= 10);
  for (const DocumentMatch& match : candidates) {
    CHECK(match.similarity == Approx(cosine(match.first, match.second)).epsilon(1e-4));
  }
}

}  // namespace egiz
