// SPDX-License-Identifier: Apache-2.0
#pragma once

// The similar keys of an image: every one, fast.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tm/detail/cutoff.h"
#include "tm/detail/image.h"
#include "tm/detail/indexed_unit.h"
#include "tm/detail/numbers_sieve.h"
#include "tm/detail/unit_ids.h"

namespace egiz::detail {

// A unit whose key is similar to a query.
struct Candidate {
  std::int64_t id = 0;
  std::int64_t language = 0;  // language.id of the variant that was compared
  double similarity = 0;
  double possible = 0;  // the most that its score can be
};

// What penalties a match can get, as far as a search must know.
struct PenaltyBounds {
  std::array<double, 8> origin{};  // for certain, by Origin::Kind
  double exact = 0;                // the most that an exact match can lose besides
  double fuzzy = 0;
  // A fuzzy match that this lets pass may differ in numbers only and score numbers_score.
  const NumbersSieve* numbers = nullptr;
  double numbers_score = 0;
};

class UnitSieve;

// Which units may answer, and as what.
struct SectionRules {
  std::int64_t language = 0;         // language.id of the section
  std::vector<bool> may_answer;      // by number of a language set; those of LanguageSets::kUnknown may
  const UnitSieve* sieve = nullptr;  // what else a unit must pass; asked last, for it reads the unit

  bool has_languages(const IndexedUnit& unit) const {
    if (unit.languages == LanguageSets::kUnknown) return true;
    return unit.languages < may_answer.size() && may_answer[unit.languages];
  }
  bool passes(const IndexedUnit& unit) const;  // throws what UnitSieve::passes throws
};

// The candidates of a search, and the cut-off they raise.
class Candidates {
 public:
  // least_similarity: of a unit that may differ in numbers only; others must reach min_similarity.
  Candidates(const PenaltyBounds& bounds, double min_similarity, double least_similarity, std::size_t max_matches)
      : bounds_(bounds),
        min_similarity_(min_similarity),
        cutoff_(least_similarity, max_matches, bounds.numbers->floor()) {}

  double cutoff() const { return cutoff_.current(); }

  // key: of the unit; called when it is wanted.
  template <class Key>
  void add(const IndexedUnit& unit, const SectionRules& rules, double similarity, Key key) {
    if (!rules.has_languages(unit) || similarity < cutoff_.current()) return;
    const bool may_gain = similarity < 100 && similarity >= bounds_.numbers->floor() && bounds_.numbers->passes(key());
    if (!may_gain && similarity < std::max(min_similarity_, cutoff_.worst_of_best())) return;
    if (rules.passes(unit)) keep(unit, rules, similarity, may_gain);
  }

  // The candidates that can be among the best, in no order.
  std::vector<Candidate> take();

 private:
  void keep(const IndexedUnit& unit, const SectionRules& rules, double similarity, bool may_gain);

  PenaltyBounds bounds_;
  double min_similarity_;
  Cutoff cutoff_;
  std::vector<Candidate> candidates_;
};

// Finds the units of image that are not dead, may answer, and reach the cut-off of candidates.
// Throws IndexDamaged.
void search_image(const Image& image, const UnitIds& dead, const SectionRules& rules, std::u32string_view key,
                  Candidates& candidates);

}  // namespace egiz::detail
