// SPDX-License-Identifier: Apache-2.0
#pragma once

// The similar keys of an image: every one, fast.

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tm/detail/cutoff.h"
#include "tm/detail/image.h"
#include "tm/detail/indexed_unit.h"

namespace egiz::detail {

using UnitIds = std::unordered_set<std::int64_t>;

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
};

// Which units may answer, and as what.
struct SectionRules {
  std::int64_t language = 0;       // language.id of the section
  std::vector<bool> may_answer;    // by number of a language set; those of LanguageSets::kUnknown may
};

// The candidates of a search, and the cut-off they raise.
class Candidates {
 public:
  Candidates(const PenaltyBounds& bounds, double min_similarity, std::size_t max_matches)
      : bounds_(bounds), cutoff_(min_similarity, max_matches) {}

  double cutoff() const { return cutoff_.current(); }

  void add(const IndexedUnit& unit, const SectionRules& rules, double similarity);

  // The candidates that can be among the best, in no order.
  std::vector<Candidate> take();

 private:
  PenaltyBounds bounds_;
  Cutoff cutoff_;
  std::vector<Candidate> candidates_;
};

// Finds the units of image that are not dead, may answer, and reach the cut-off of candidates.
// Throws IndexDamaged.
void search_image(const Image& image, const UnitIds& dead, const SectionRules& rules, std::u32string_view key,
                  Candidates& candidates);

}  // namespace egiz::detail
