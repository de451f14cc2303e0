// SPDX-License-Identifier: Apache-2.0
// The order of words inside a bead, against its definition; and refining what may matter only, against refining all.

#include "align/detail/word_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "align/detail/lattice.h"
#include "align/detail/refine.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz::align_detail {
namespace {

// Words of one made segment, each explained by one word of one given segment.
struct OneToOne {
  explicit OneToOne(const std::vector<std::size_t>& places) : mass(places.size(), 40), nulls(places.size(), 0.3F) {
    for (const std::size_t place : places) moment.push_back(40 * (static_cast<float>(place) + 0.5F));
  }

  float log_odds() const {
    const auto count = static_cast<float>(mass.size());
    PlacedWords words(nulls.data(), nulls.size());
    words.add(mass.data(), moment.data(), 2, 0);
    return words.log_odds(0, count, count);
  }

  std::vector<float> mass;
  std::vector<float> moment;
  std::vector<float> nulls;
};

std::vector<std::size_t> ascending(std::size_t count) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  return places;
}

TEST_CASE("words in order gain, and lose when they stand the other way round") {
  std::vector<std::size_t> places = ascending(20);
  const float in_order = OneToOne(places).log_odds();
  std::ranges::swap_ranges(std::span(places).first(3), std::span(places).subspan(5, 3));
  const float nearly = OneToOne(places).log_odds();
  std::ranges::reverse(places);
  const float reversed = OneToOne(places).log_odds();

  CHECK(in_order > 5);
  CHECK(nearly < in_order);
  CHECK(nearly > 0);
  CHECK(reversed < 0);
}

TEST_CASE("words whose counterparts end halfway lose against those that fill the bead") {
  const std::vector<std::size_t> places = ascending(10);
  const OneToOne words(places);
  PlacedWords placed(words.nulls.data(), words.nulls.size());
  placed.add(words.mass.data(), words.moment.data(), 2, 0);

  CHECK(placed.log_odds(0, 10, 10) > placed.log_odds(0, 10, 20));
  CHECK(placed.log_odds(0, 20, 20) > placed.log_odds(10, 20, 20));
}

TEST_CASE("a chance order is no evidence for a bead", "[property]") {
  std::mt19937 random(11);
  double sum = 0;
  std::vector<std::size_t> places = ascending(25);
  for (int round = 0; round < 300; ++round) {
    std::ranges::shuffle(places, random);
    sum += static_cast<double>(OneToOne(places).log_odds());
  }
  CHECK(sum / 300 < 0);
}

TEST_CASE("a word that is very rare, and explained by many, has finite log odds") {
  const std::vector<float> nulls{0.3F};
  const std::vector<float> mass{240e9F};
  const std::vector<float> moment{120 * 240e9F};
  PlacedWords words(nulls.data(), nulls.size());
  for (std::size_t s = 0; s < 4; ++s) words.add(mass.data(), moment.data(), 0.5F, static_cast<float>(240 * s));

  const float log_odds = words.log_odds(0, 1, 960);

  CHECK(log_odds > -1.7F);
  CHECK(log_odds < 3);
}

TEST_CASE("the log odds of placed words are those of their definition", "[property]") {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> uniform(0, 1);
  for (int round = 0; round < 100; ++round) {
    const std::size_t made = 1 + random() % 90;
    const std::size_t segments = 1 + random() % 3;
    std::vector<float> nulls(made);
    for (float& null : nulls) null = 0.3F + 0.6F * uniform(random);
    PlacedWords words(nulls.data(), made);
    std::vector<double> mass(made);
    std::vector<double> moment(made);
    double background = 0;
    double given = 0;
    for (std::size_t s = 0; s < segments; ++s) {
      const std::size_t size = 1 + random() % 30;
      std::vector<float> own_mass(made);
      std::vector<float> own_moment(made);
      for (std::size_t k = 0; k < made; ++k) {
        own_mass[k] = random() % 3 == 0 ? 0.0F : std::exp(8 * uniform(random) - 3);
        own_moment[k] = own_mass[k] * static_cast<float>(size) * uniform(random);
        mass[k] += static_cast<double>(own_mass[k]);
        moment[k] += static_cast<double>(own_moment[k]) + given * static_cast<double>(own_mass[k]);
      }
      const float own_background = static_cast<float>(size) * uniform(random);
      words.add(own_mass.data(), own_moment.data(), own_background, static_cast<float>(given));
      background += static_cast<double>(own_background);
      given += static_cast<double>(size);
    }
    const auto before = static_cast<double>(random() % 20);
    const double all = before + static_cast<double>(made) + static_cast<double>(random() % 20);

    double expected = 0;
    for (std::size_t k = 0; k < made; ++k) {
      const double null = static_cast<double>(nulls[k]);
      const double height = (before + static_cast<double>(k) + 0.5) / all;
      const double distance = mass[k] > 0 ? height - moment[k] / mass[k] / given : 0.0;
      const double scale = 0.7 / std::sqrt(all + given);
      const double density = 0.2 + 0.8 / (3.14159265 * scale * (1 + distance * distance / (scale * scale)));
      const double bag = null + (1 - null) * (mass[k] + background) / given;
      expected += std::log((null + (1 - null) * (mass[k] * density + background) / given) / bag);
    }

    CAPTURE(made, segments, given);
    CHECK(static_cast<double>(words.log_odds(static_cast<float>(before), static_cast<float>(all),
                                             static_cast<float>(given))) == Approx(expected).margin(2e-3));
  }
}

TEST_CASE("leaving lost beads unrefined changes next to no posterior", "[property]") {
  std::mt19937 random(17);
  std::normal_distribution<float> normal(-4, 14);
  std::uniform_real_distribution<float> part(-40, 6);
  std::size_t refined = 0;
  std::size_t all = 0;
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 2 + random() % 7;
    const std::size_t m = 2 + random() % 7;
    Vocabulary words;
    const auto side = [&](std::size_t count) {
      std::string lines;
      for (std::size_t k = 0; k < count; ++k) lines += "a\n";
      return Side(document_from_lines(lines, Language("en")), false, words);
    };
    const Pair pair{side(n), side(m)};
    Section section;
    section.source = {0, n};
    section.target = {0, m};
    section.band.rows.assign(n + 1, {0, static_cast<std::uint32_t>(m) + 1});
    std::vector<TypeScores> scores((n + 1) * (m + 1));
    std::vector<TypeScores> parts(scores.size());
    for (std::size_t node = 0; node < scores.size(); ++node) {
      for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
        const bool fits = node / (m + 1) + kBeadTypes[t].source <= n && node % (m + 1) + kBeadTypes[t].target <= m;
        scores[node][t] = fits ? normal(random) : kForbidden;
        parts[node][t] = part(random);
        if (scores[node][t] > 0) ++all;
      }
    }
    const auto posteriors = [&](float lost) {
      std::vector<TypeScores> own = scores;
      refine(
          section.band, lost,
          [&](std::size_t i, std::size_t j, std::size_t t) {
            if (lost < 1000) ++refined;
            return parts[i * (m + 1) + j][t];
          },
          own);
      Section believed = section;
      Lattice(pair, section, ParagraphModel{}, Transitions{}, own).infer(believed);
      return believed.beads;
    };
    const std::vector<BeadPosterior> some = posteriors(kLost);
    const std::vector<BeadPosterior> every = posteriors(1e6F);

    CAPTURE(round, n, m);
    REQUIRE(some.size() == every.size());
    for (std::size_t k = 0; k < some.size(); ++k) {
      CHECK(some[k].type == every[k].type);
      CHECK(some[k].probability == Approx(every[k].probability).margin(1e-4));
    }
  }
  CHECK(refined < all);
}

}  // namespace
}  // namespace egiz::align_detail
