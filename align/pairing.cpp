// SPDX-License-Identifier: Apache-2.0
// Pairing: candidates are aligned, judged, and joined to sets.

#include "align/pairing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "align/aligner.h"
#include "base/error.h"

namespace egiz {
namespace {

constexpr std::size_t kBatchSegments = 20'000;  // that are aligned together
constexpr std::size_t kHeadSegments = 1000;     // of the one document, and twice as many of the other

// Log odds of a match among many: a logistic regression on folders made of the development sets
// (bench/align/folder.py --hard).
constexpr double kOffset = 2.1;
constexpr double kMargin = 14.6;   // for each nat of the margin
constexpr double kLength = -3.6;   // for each nat between the numbers of segments
constexpr double kStrange = 0.48;  // for each nat that the alignment's log odds are below kLowest
constexpr double kLowest = -7;     // half of the shorter side is covered
constexpr double kMostNats = 17;   // an alignment says no more than this
constexpr double kFewRivals = 2;   // documents in the same languages with which the alignment alone counts half

constexpr double kUnseen = -1;  // log odds of two documents of a set that were not even candidates
constexpr double kLeastLogOdds = 0;

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

double log_odds_of(double probability) {
  const double least = logistic(-kMostNats);
  const double p = std::clamp(probability, least, 1 - least);
  return std::log(p / (1 - p));
}

bool comes_before(const DocumentMatch& a, const DocumentMatch& b) {
  return a.first != b.first ? a.first < b.first : a.second < b.second;
}

// Hinted pairs are candidates too, and hints are added to the log odds.
void add_hints(std::span<const PairHint> hints, std::size_t documents, std::vector<DocumentMatch>& matches) {
  for (const PairHint& hint : hints) {
    if (hint.first >= documents || hint.second >= documents || hint.first == hint.second) {
      throw Error(ErrorCode::invalid_argument, "a pair hint names documents " + std::to_string(hint.first) + " and " +
                                                   std::to_string(hint.second) + " of " + std::to_string(documents) +
                                                   "; name two that are there");
    }
    const DocumentMatch wanted{.first = std::min(hint.first, hint.second), .second = std::max(hint.first, hint.second)};
    auto place = std::ranges::lower_bound(matches, wanted, comes_before);
    if (place == matches.end() || comes_before(wanted, *place)) place = matches.insert(place, wanted);
    place->log_odds += hint.log_odds;
  }
}

// The first segments of a document; of a short one all.
Document head(Document document, std::size_t segments) {
  if (document.size() <= segments) return document;
  const std::span<const Segment> kept = document.segments().first(segments);
  return Document(document.text().substr(0, kept.back().range.end), document.language(), {kept.begin(), kept.end()});
}

// Aligns the matches of one pair of languages, batch by batch, so that they learn from each other.
class Verifier {
 public:
  Verifier(std::span<const DocumentProfile> profiles, const DocumentSource& load, const PairingOptions& options,
           std::size_t total, const Progress& progress)
      : profiles_(profiles), load_(load), options_{.lexicon = options.lexicon}, total_(total), progress_(progress) {}

  void verify(std::span<DocumentMatch* const> matches) {
    for (std::size_t begin = 0; begin < matches.size();) {
      std::size_t segments = 0;
      std::size_t end = begin;
      do {
        segments += segments_of(*matches[end++]);
      } while (end < matches.size() && segments + segments_of(*matches[end]) <= kBatchSegments);
      verify_batch(matches.subspan(begin, end - begin));
      done_ += end - begin;
      begin = end;
    }
  }

 private:
  std::size_t segments_of(const DocumentMatch& match) const {
    return std::min(profiles_[match.first].segments + profiles_[match.second].segments, 3 * kHeadSegments);
  }

  void verify_batch(std::span<DocumentMatch* const> matches) {
    report_progress(progress_, done_, total_);
    std::map<std::pair<std::size_t, bool>, Document> documents;  // the document, and whether it is the longer one
    for (const DocumentMatch* match : matches) {
      for (const auto& key : keys_of(*match)) {
        if (documents.contains(key)) continue;
        documents.emplace(key, head(load_(key.first), key.second ? 2 * kHeadSegments : kHeadSegments));
      }
    }
    std::vector<DocumentPair> pairs;
    for (const DocumentMatch* match : matches) {
      const auto [first, second] = keys_of(*match);
      pairs.push_back({&documents.at(first), &documents.at(second)});
    }
    const std::vector<Alignment> alignments = align_all(
        pairs, options_, [&](std::uint64_t, std::uint64_t) { return !progress_ || progress_(done_, total_); });
    for (std::size_t k = 0; k < matches.size(); ++k) matches[k]->parallelism = alignments[k].parallelism;
  }

  std::array<std::pair<std::size_t, bool>, 2> keys_of(const DocumentMatch& match) const {
    const bool is_first_longer = profiles_[match.first].segments > profiles_[match.second].segments;
    return {std::pair{match.first, is_first_longer}, std::pair{match.second, !is_first_longer}};
  }

  std::span<const DocumentProfile> profiles_;
  const DocumentSource& load_;
  AlignOptions options_;
  std::size_t total_;
  const Progress& progress_;
  std::size_t done_ = 0;
};

std::map<std::string_view, std::size_t> count_languages(std::span<const DocumentProfile> profiles) {
  std::map<std::string_view, std::size_t> counts;
  for (const DocumentProfile& profile : profiles) ++counts[profile.language.primary()];
  return counts;
}

// Where there are hardly other documents to compare with, a margin says nothing, and the alignment decides.
double judge(std::span<const DocumentProfile> profiles, const DocumentMatch& match, std::size_t rivals) {
  const double alignment = log_odds_of(match.parallelism);
  const auto first = static_cast<double>(profiles[match.first].segments);
  const auto second = static_cast<double>(profiles[match.second].segments);
  const double length = first > 0 && second > 0 ? std::abs(std::log(first / second)) : 0;
  const double among_many =
      kOffset + kMargin * match.margin + kLength * length - kStrange * std::max(0.0, kLowest - alignment);
  const double share = static_cast<double>(rivals) / (static_cast<double>(rivals) + kFewRivals);
  return share * among_many + (1 - share) * alignment;
}

}  // namespace

std::vector<DocumentMatch> match_documents(std::span<const DocumentProfile> profiles, const DocumentSource& load,
                                           const PairingOptions& options, const Progress& progress) {
  std::vector<DocumentMatch> matches = find_candidates(profiles);
  add_hints(options.hints, profiles.size(), matches);
  std::map<std::pair<std::string_view, std::string_view>, std::vector<DocumentMatch*>> by_languages;
  for (DocumentMatch& match : matches) {
    const std::string_view a = profiles[match.first].language.primary();
    const std::string_view b = profiles[match.second].language.primary();
    if (a != b) by_languages[std::minmax(a, b)].push_back(&match);
  }
  Verifier verifier(profiles, load, options, matches.size(), progress);
  for (auto& [languages, group] : by_languages) {
    std::ranges::stable_sort(group, std::ranges::greater{}, &DocumentMatch::margin);
    verifier.verify(group);
  }
  const std::map<std::string_view, std::size_t> counts = count_languages(profiles);
  for (DocumentMatch& match : matches) {
    const std::size_t rivals =
        counts.at(profiles[match.first].language.primary()) + counts.at(profiles[match.second].language.primary()) - 2;
    match.log_odds += judge(profiles, match, rivals);
  }
  return matches;
}

namespace {

// Sets that grow together while the sum of what speaks for each union is positive.
class Grouping {
 public:
  Grouping(std::span<const DocumentProfile> profiles, std::span<const DocumentMatch> matches) : profiles_(profiles) {
    for (std::size_t d = 0; d < profiles.size(); ++d) {
      set_of_.push_back(d);
      members_.push_back({d});
    }
    for (const DocumentMatch& match : matches) log_odds_[{match.first, match.second}] = match.log_odds;
  }

  void join_all(std::vector<DocumentMatch> matches) {
    std::ranges::stable_sort(matches, std::ranges::greater{}, &DocumentMatch::log_odds);
    for (const DocumentMatch& match : matches) {
      if (match.log_odds <= kLeastLogOdds) break;
      join(set_of_[match.first], set_of_[match.second]);
    }
  }

  std::vector<DocumentSet> take() const {
    std::vector<DocumentSet> sets;
    for (const std::vector<std::size_t>& members : members_) {
      if (members.size() < 2) continue;
      DocumentSet set{members, 1};
      std::ranges::sort(set.documents);
      for (const std::size_t member : members) set.confidence = std::min(set.confidence, confidence_of(member));
      sets.push_back(std::move(set));
    }
    std::ranges::sort(sets, {}, [](const DocumentSet& set) { return set.documents.front(); });
    return sets;
  }

 private:
  void join(std::size_t one, std::size_t other) {
    if (one == other) return;
    double sum = 0;
    for (const std::size_t a : members_[one]) {
      for (const std::size_t b : members_[other]) {
        if (profiles_[a].language.primary() == profiles_[b].language.primary()) return;
        sum += log_odds(a, b);
      }
    }
    if (sum <= kLeastLogOdds) return;
    for (const std::size_t b : members_[other]) set_of_[b] = one;
    std::ranges::move(members_[other], std::back_inserter(members_[one]));
    members_[other].clear();
  }

  double log_odds(std::size_t a, std::size_t b) const {
    const auto found = log_odds_.find(std::minmax(a, b));
    return found != log_odds_.end() ? found->second : kUnseen;
  }

  // That a document belongs to its set: against no partner, and against every other set of the same languages.
  double confidence_of(std::size_t document) const {
    double here = 0;
    for (const std::size_t other : members_[set_of_[document]]) {
      if (other != document) here += log_odds(document, other);
    }
    return logistic(here);
  }

  std::span<const DocumentProfile> profiles_;
  std::vector<std::size_t> set_of_;
  std::vector<std::vector<std::size_t>> members_;
  std::map<std::pair<std::size_t, std::size_t>, double> log_odds_;
};

}  // namespace

std::vector<DocumentSet> group_documents(std::span<const DocumentProfile> profiles,
                                         std::span<const DocumentMatch> matches) {
  Grouping grouping(profiles, matches);
  grouping.join_all({matches.begin(), matches.end()});
  return grouping.take();
}

}  // namespace egiz
