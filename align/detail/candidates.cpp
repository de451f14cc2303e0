// SPDX-License-Identifier: Apache-2.0
// Candidates: documents with rare things in common, found by an inverted index.

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "align/pairing.h"

namespace egiz {
namespace {

constexpr std::size_t kMostPostings = 200;  // of a feature in one language; what is more frequent finds nobody
constexpr std::size_t kMostMatches = 3;     // of a document in one language
constexpr double kSmallSimilarity = 0.1;    // below it, how alike documents are says little
constexpr double kLeastMargin = -0.5;       // nats
constexpr double kMostMargin = 1;

using Feature = DocumentProfile::Feature;

struct Posting {
  std::uint64_t key = 0;
  std::uint32_t document = 0;
  float weight = 0;
};

struct Neighbour {
  std::size_t document = 0;
  double similarity = 0;
};

// The postings of all documents, by key and then document, weighted by how rare they are in their language.
class FeatureIndex {
 public:
  explicit FeatureIndex(std::span<const DocumentProfile> profiles) {
    std::map<std::string, std::size_t, std::less<>> numbers;
    for (const DocumentProfile& profile : profiles) {
      const std::string primary(profile.language.primary());
      language_.push_back(numbers.emplace(primary, numbers.size()).first->second);
    }
    documents_.resize(numbers.size());
    for (const std::size_t language : language_) ++documents_[language];
    for (std::size_t d = 0; d < profiles.size(); ++d) {
      for (const Feature& feature : profiles[d].features) {
        postings_.push_back({feature.key, static_cast<std::uint32_t>(d), feature.weight});
      }
    }
    std::ranges::sort(postings_, [](const Posting& a, const Posting& b) {
      return a.key != b.key ? a.key < b.key : a.document < b.document;
    });
    squares_.assign(profiles.size() * language_count(), 0);
    weigh_all();
  }

  std::size_t language_count() const { return documents_.size(); }
  std::size_t language_of(std::size_t document) const { return language_[document]; }

  // The postings of a key, by document.
  std::span<const Posting> of(std::uint64_t key) const {
    const auto first = std::ranges::lower_bound(postings_, key, {}, &Posting::key);
    return {first, std::ranges::upper_bound(first, postings_.end(), key, {}, &Posting::key)};
  }

  // The length of the document's vector of features that a language has too.
  double norm(std::size_t document, std::size_t language) const {
    return std::sqrt(squares_[document * language_count() + language]);
  }

 private:
  void weigh_all() {
    for (auto begin = postings_.begin(); begin != postings_.end();) {
      const auto end = std::find_if(begin, postings_.end(), [&](const Posting& p) { return p.key != begin->key; });
      weigh({begin, end});
      begin = end;
    }
  }

  // Postings of one key.
  void weigh(std::span<Posting> postings) {
    std::vector<std::size_t> frequency(language_count());
    for (const Posting& posting : postings) ++frequency[language_[posting.document]];
    for (Posting& posting : postings) {
      const std::size_t own = language_[posting.document];
      posting.weight *= rarity(frequency[own], documents_[own]);
      for (std::size_t other = 0; other < language_count(); ++other) {
        if (other != own && frequency[other] > 0) {
          const auto weight = static_cast<double>(posting.weight);
          squares_[posting.document * language_count() + other] += weight * weight;
        }
      }
    }
  }

  // Inverse document frequency; 0 for what is so frequent that it finds nobody.
  static float rarity(std::size_t frequency, std::size_t documents) {
    if (frequency > kMostPostings) return 0;
    return std::log((static_cast<float>(documents) + 1) / (static_cast<float>(frequency) + 0.5F));
  }

  std::vector<std::size_t> language_;   // of each document
  std::vector<std::size_t> documents_;  // of each language
  std::vector<Posting> postings_;
  std::vector<double> squares_;
};

// The best matches of one document in each other language.
class NeighbourSearch {
 public:
  NeighbourSearch(std::span<const DocumentProfile> profiles, const FeatureIndex& index)
      : profiles_(profiles), index_(index), dots_(profiles.size()) {}

  // By language; best first, one more than is kept, so that margins can be told.
  std::vector<std::vector<Neighbour>> find(std::size_t document) {
    for (const Feature& feature : profiles_[document].features) {
      const std::span<const Posting> postings = index_.of(feature.key);
      const auto own = std::ranges::lower_bound(postings, document, {}, &Posting::document);
      if (own->weight == 0) continue;
      for (const Posting& posting : postings) {
        if (index_.language_of(posting.document) == index_.language_of(document) || posting.weight == 0) continue;
        if (dots_[posting.document] == 0) touched_.push_back(posting.document);
        dots_[posting.document] += static_cast<double>(own->weight) * static_cast<double>(posting.weight);
      }
    }
    std::ranges::sort(touched_);
    std::vector<std::vector<Neighbour>> found(index_.language_count());
    for (const std::size_t other : touched_) {
      const double norm =
          index_.norm(document, index_.language_of(other)) * index_.norm(other, index_.language_of(document));
      found[index_.language_of(other)].push_back({other, norm > 0 ? dots_[other] / norm : 0});
      dots_[other] = 0;
    }
    touched_.clear();
    for (std::vector<Neighbour>& neighbours : found) {
      std::ranges::stable_sort(neighbours, std::ranges::greater{}, &Neighbour::similarity);
      neighbours.resize(std::min(neighbours.size(), kMostMatches + 1));
    }
    return found;
  }

 private:
  std::span<const DocumentProfile> profiles_;
  const FeatureIndex& index_;
  std::vector<double> dots_;
  std::vector<std::size_t> touched_;
};

// The similarity of the best other than one; 0 without others.
double best_other(const std::vector<Neighbour>& neighbours, std::size_t one) {
  const auto other =
      std::ranges::find_if(neighbours, [&](const Neighbour& neighbour) { return neighbour.document != one; });
  return other != neighbours.end() ? other->similarity : 0;
}

double margin_of(double similarity, double rival) {
  const double margin = std::log((similarity + kSmallSimilarity) / (rival + kSmallSimilarity));
  return std::clamp(margin, kLeastMargin, kMostMargin);
}

bool is_among_best(const std::vector<Neighbour>& neighbours, std::size_t document) {
  const auto end = neighbours.begin() + static_cast<std::ptrdiff_t>(std::min(neighbours.size(), kMostMatches));
  return std::find_if(neighbours.begin(), end, [&](const Neighbour& n) { return n.document == document; }) != end;
}

}  // namespace

std::vector<DocumentMatch> find_candidates(std::span<const DocumentProfile> profiles) {
  const FeatureIndex index(profiles);
  NeighbourSearch search(profiles, index);
  std::vector<std::vector<std::vector<Neighbour>>> neighbours;
  for (std::size_t d = 0; d < profiles.size(); ++d) neighbours.push_back(search.find(d));

  std::vector<DocumentMatch> matches;
  for (std::size_t d = 0; d < profiles.size(); ++d) {
    for (const std::vector<Neighbour>& in_language : neighbours[d]) {
      for (const Neighbour& neighbour : in_language) {
        const std::vector<Neighbour>& back = neighbours[neighbour.document][index.language_of(d)];
        const bool is_mutual = is_among_best(in_language, neighbour.document) && is_among_best(back, d);
        if (neighbour.document < d || !is_mutual) continue;
        const double rival = std::max(best_other(in_language, neighbour.document), best_other(back, d));
        matches.push_back({.first = d,
                           .second = neighbour.document,
                           .similarity = neighbour.similarity,
                           .margin = margin_of(neighbour.similarity, rival)});
      }
    }
  }
  std::ranges::sort(matches, [](const DocumentMatch& a, const DocumentMatch& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  return matches;
}

}  // namespace egiz
