// SPDX-License-Identifier: Apache-2.0
#include "tm/analysis.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>
#include <utility>

#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/best_matches.h"
#include "tm/detail/key_words.h"
#include "tm/detail/threshold.h"
#include "tm/similarity.h"

namespace egiz {
namespace {

constexpr double kLeastSimilarity = 50;
constexpr std::size_t kSegmentsPerReport = 256;

// What the bands are cut at.
constexpr std::array<double, 4> kCuts = {95, 85, 75, 50};

bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x3000;
}

// The place of score among kCuts, or nullopt below the last.
std::optional<std::size_t> cut_of(double score) {
  const auto cut = std::ranges::find_if(kCuts, [&](double least) { return std::floor(score) >= least; });
  if (cut == kCuts.end()) return std::nullopt;
  return static_cast<std::size_t>(cut - kCuts.begin());
}

Band band_after(Band first, std::size_t cut) { return static_cast<Band>(static_cast<std::size_t>(first) + cut); }

// A segment that came for the first time.
struct Item {
  std::size_t file = 0;
  Volume volume;
  std::u32string key;
  Band band = Band::none;
};

class Analysis {
 public:
  Analysis(std::span<const MemoryToAsk> memories, const Language& from, const Language& to, const FindOptions& options)
      : memories_(memories), from_(from), to_(to), options_(options) {
    options_.min_similarity = kLeastSimilarity;
  }

  AnalysisReport run(std::span<const DocumentToAnalyse> documents, const Progress& progress) {
    for (const DocumentToAnalyse& named : documents) take(named);
    ask_memories(progress);
    compare_segments(progress);
    for (const Item& item : items_) count(item.file, item.band, item.volume);
    return std::move(report_);
  }

 private:
  void count(std::size_t file, Band band, const Volume& volume) {
    report_.files[file].bands[static_cast<std::size_t>(band)] += volume;
  }

  void take(const DocumentToAnalyse& named) {
    report_.files.push_back({named.name, {}});
    const Document& document = *named.document;
    const std::size_t file = report_.files.size() - 1;
    for (std::size_t i = 0; i < document.size(); ++i) {
      const std::string_view text = document.segment_text(i);
      std::string key = match_key(text, from_);
      Item item{file, volume_of(text), to_utf32(key), Band::none};
      if (!seen_.insert(std::move(key)).second) {
        count(file, Band::repetition, item.volume);
        continue;
      }
      items_.push_back(std::move(item));
      texts_.push_back({.text = text,
                        .previous = i > 0 ? document.segment_text(i - 1) : std::string_view(),
                        .next = i + 1 < document.size() ? document.segment_text(i + 1) : std::string_view()});
    }
  }

  void ask_memories(const Progress& progress) {
    const auto matches = best_matches_all(memories_, texts_, from_, to_, options_, progress);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (matches[i]) items_[i].band = band_of(*matches[i]);
    }
  }

  static Band band_of(const Match& match) {
    if (match.kind == MatchKind::context) return Band::context;
    if (match.score >= 100) return Band::exact;
    const auto cut = cut_of(match.score);
    return cut ? band_after(Band::fuzzy_95, *cut) : Band::none;
  }

  // How alike segment i and the segments before it are at most; 0 below what any band wants.
  double internal_similarity(std::size_t i, double least) const {
    double best = 0;
    const std::u32string& key = items_[i].key;
    for (std::size_t j = 0; j < i; ++j) {
      const std::u32string& other = items_[j].key;
      const std::size_t longer = std::max(key.size(), other.size());
      const std::size_t limit = detail::max_distance(longer, std::max(best, least));
      const std::size_t distance = levenshtein(key, other, limit);
      if (distance <= limit) best = std::max(best, detail::similarity_of(distance, longer));
      if (best >= kCuts.front()) break;
    }
    return best;
  }

  // Puts segment i into an internal band where that is better than what the memories have.
  void compare_segment(std::size_t i) {
    Item& item = items_[i];
    if (item.band <= Band::fuzzy_95) return;
    const std::size_t held = item.band == Band::none
                                 ? kCuts.size()
                                 : static_cast<std::size_t>(item.band) - static_cast<std::size_t>(Band::fuzzy_95);
    const double similarity = internal_similarity(i, kCuts[held - 1]);
    const auto cut = cut_of(similarity);
    if (cut && *cut < held) item.band = band_after(Band::internal_95, *cut);
  }

  // Every segment with those before it: quadratic, but bit-parallel, cut off early, and on all cores.
  void compare_segments(const Progress& progress) {
    for (std::size_t begin = 0; begin < items_.size(); begin += kSegmentsPerReport) {
      const std::size_t end = std::min(begin + kSegmentsPerReport, items_.size());
      tbb::parallel_for(begin, end, [&](std::size_t i) { compare_segment(i); });
      report_progress(progress, end, items_.size());
    }
  }

  std::span<const MemoryToAsk> memories_;
  const Language& from_;
  const Language& to_;
  FindOptions options_;
  AnalysisReport report_;
  std::unordered_set<std::string> seen_;
  std::vector<Item> items_;
  std::vector<TextInContext> texts_;  // of items_
};

}  // namespace

std::string_view band_name(Band band) {
  static constexpr std::array<std::string_view, kBandCount> kNames = {
      "repetitions",    "context",        "100", "95-99", "85-94", "75-84", "50-74", "internal 95-99", "internal 85-94",
      "internal 75-84", "internal 50-74", "none"};
  return kNames[static_cast<std::size_t>(band)];
}

Volume& Volume::operator+=(const Volume& other) {
  segments += other.segments;
  words += other.words;
  characters += other.characters;
  characters_with_spaces += other.characters_with_spaces;
  return *this;
}

Volume FileAnalysis::total() const {
  Volume sum;
  for (const Volume& volume : bands) sum += volume;
  return sum;
}

FileAnalysis AnalysisReport::total() const {
  FileAnalysis sum{"total", {}};
  for (const FileAnalysis& file : files) {
    for (std::size_t band = 0; band < kBandCount; ++band) sum.bands[band] += file.bands[band];
  }
  return sum;
}

Volume volume_of(std::string_view text) {
  Volume volume{.segments = 1};
  bool in_word = false;  // this run between white space was counted
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    ++volume.characters_with_spaces;
    if (is_space(c)) {
      in_word = false;
      continue;
    }
    ++volume.characters;
    if (!in_word && detail::is_word_character(c)) {
      ++volume.words;
      in_word = true;
    }
  }
  return volume;
}

AnalysisReport analyse_all(std::span<const MemoryToAsk> memories, std::span<const DocumentToAnalyse> documents,
                           const Language& from, const Language& to, const FindOptions& options,
                           const Progress& progress) {
  return Analysis(memories, from, to, options).run(documents, progress);
}

}  // namespace egiz
