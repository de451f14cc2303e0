// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/packed_variants.h"
#include "tm/detail/salvage.h"
#include "tm/detail/unit_hash.h"

namespace egiz::detail {
namespace {

namespace sql = embedded::sql;

constexpr std::size_t kMostSets = 64;             // of languages that units are in
constexpr std::size_t kTriesOfUnit = 1 << 20;     // tags, or their combinations; two languages of two letters
constexpr std::size_t kMostTries = 8 << 20;       // altogether, some seconds
constexpr std::int64_t kMostLanguages = 9'999'999;  // no memory has a language with a higher number

using Ids = std::vector<std::int64_t>;

// Tags that a language may have had: likely ones, then all of two letters.
std::vector<Language> possible_tags() {
  std::vector<Language> tags;
  for (const char* tag : {"ru", "kk", "en", "ru-RU", "kk-KZ", "ru-KZ", "en-US", "en-GB", "kk-Latn", "kk-Arab", "kk-Cyrl",
                          "kk-Latn-KZ", "kk-Cyrl-KZ", "kk-CN", "zh-CN", "zh-TW", "zh-Hans", "zh-Hant", "uz-Latn",
                          "uz-Cyrl", "de-DE", "fr-FR", "es-ES", "tr-TR", "pt-BR", "und"}) {
    tags.emplace_back(tag);
  }
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      const Language tag(std::string{first, second});
      if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
    }
  }
  return tags;
}

// Languages for some that are not known, and the next such choice.
class Choice {
 public:
  explicit Choice(std::vector<std::vector<Language>> candidates)
      : candidates_(std::move(candidates)), places_(candidates_.size(), 0) {
    const std::size_t most = most_of_each();
    for (auto& list : candidates_) list.resize(std::min(list.size(), most));
  }

  const Language& of(std::size_t unknown) const { return candidates_[unknown][places_[unknown]]; }

  bool advance() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (++places_[i] < candidates_[i].size()) return true;
      places_[i] = 0;
    }
    return false;
  }

 private:
  // As many of each as can be tried with all the others.
  std::size_t most_of_each() const {
    std::size_t most = kTriesOfUnit;
    while (most > 1 && power(most, candidates_.size()) > kTriesOfUnit) most = most < 64 ? most - 1 : most * 15 / 16;
    return most;
  }

  static std::size_t power(std::size_t base, std::size_t exponent) {
    std::size_t product = 1;
    for (; exponent > 0 && product <= kTriesOfUnit; --exponent) product *= base;
    return product;
  }

  std::vector<std::vector<Language>> candidates_;
  std::vector<std::size_t> places_;
};

class LanguageNames {
 public:
  explicit LanguageNames(Connection& salvaged) : connection_(salvaged), store_(salvaged) {}

  void run() {
    collect();
    for (const auto& [languages, units] : samples_) {
      for (const std::int64_t language : languages) give_a_name(language);
    }
    for (const auto& [languages, units] : samples_) {
      if (std::ranges::any_of(units, [&](std::int64_t unit) { return is_whole(unit); })) prove(languages);
    }
    // Units with one language in doubt first: what they tell is known when those with more come.
    for (std::size_t in_doubt = 1; in_doubt <= 4; ++in_doubt) {
      for (const auto& [languages, units] : samples_) {
        const std::size_t unknown = doubtful(languages).size();
        if (unknown == 0 || unknown > in_doubt) continue;
        const Ids& ids = languages;  // a lambda of clang 14 takes no structured binding
        if (std::ranges::any_of(units, [&](std::int64_t unit) { return find_names(unit, ids); })) prove(ids);
      }
    }
  }

 private:
  // For each list of languages the 1st, 2nd, 4th, 8th ... unit that is in them: they lie on different pages.
  void collect() {
    std::map<Ids, std::size_t> counts;
    Statement statement(connection_, sql::unit_variants_sql);
    Rows rows(statement);
    while (rows.next()) {
      Ids languages;
      PackedVariants variants(rows->text(1));
      while (variants.next()) languages.push_back(variants.language());
      const bool is_possible = variants.is_whole() && std::ranges::all_of(languages, [](std::int64_t language) {
                                 return language > 0 && language <= kMostLanguages;
                               });
      if (!is_possible || (counts.size() >= kMostSets && !counts.contains(languages))) continue;
      if (std::has_single_bit(++counts[languages])) samples_[languages].push_back(rows->integer(0));
    }
  }

  // One that no language has, where the row is missing: units with it can be read then, though none is whole.
  void give_a_name(std::int64_t language) {
    connection_.statement(sql::salvage_lost_language_sql).with(language, "x-l" + std::to_string(language)).run();
  }

  std::optional<UnitStore::Stored> read(std::int64_t unit) {
    try {
      return store_.read(unit);
    } catch (const Error&) {
      return std::nullopt;
    }
  }

  bool is_whole(std::int64_t unit) {
    const auto stored = read(unit);
    return stored && unit_checksum(stored->unit) == stored->hashes.checksum;
  }

  void prove(const Ids& languages) { proven_.insert(languages.begin(), languages.end()); }

  Ids doubtful(const Ids& languages) const {
    Ids list;
    std::ranges::copy_if(languages, std::back_inserter(list), [&](std::int64_t id) { return !proven_.contains(id); });
    return list;
  }

  bool find_names(std::int64_t unit, const Ids& languages) {
    auto stored = read(unit);
    if (!stored || stored->unit.variants.size() != languages.size()) return false;
    const Ids unknown = doubtful(languages);
    std::vector<std::vector<Language>> candidates;
    for (const std::int64_t language : unknown) candidates.push_back(candidates_for(language));
    Choice choice(std::move(candidates));
    do {
      if (tries_left_ == 0) return false;
      --tries_left_;
      for (std::size_t i = 0, next = 0; i < languages.size() && next < unknown.size(); ++i) {
        if (languages[i] == unknown[next]) stored->unit.variants[i].language = choice.of(next++);
      }
      if (unit_checksum(stored->unit) != stored->hashes.checksum) continue;
      for (std::size_t i = 0; i < unknown.size(); ++i) {
        connection_.statement(sql::name_language_sql).with(unknown[i], choice.of(i).tag()).run();
      }
      store_.forget();
      return true;
    } while (choice.advance());
    return false;
  }

  // What an index of the tags still says goes first.
  std::vector<Language> candidates_for(std::int64_t language) {
    std::vector<Language> candidates;
    Rows rows(connection_.statement(sql::spare_texts_sql).with(language));
    while (rows.next()) {
      try {
        candidates.emplace_back(rows->text(0));
      } catch (const Error&) {
        continue;  // the name of something else
      }
    }
    candidates.insert(candidates.end(), tags_.begin(), tags_.end());
    return candidates;
  }

  Connection& connection_;
  UnitStore store_;
  std::vector<Language> tags_ = possible_tags();
  std::map<Ids, Ids> samples_;  // units by the languages they are in
  std::set<std::int64_t> proven_;
  std::size_t tries_left_ = kMostTries;
};

}  // namespace

void name_lost_languages(Connection& salvaged) { LanguageNames(salvaged).run(); }

}  // namespace egiz::detail
