// SPDX-License-Identifier: Apache-2.0
#pragma once

// Generated bilingual documents whose alignment is known.

#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "align/bead.h"

namespace egiz::test {

struct PlantedOptions {
  std::size_t beads = 200;
  std::size_t vocabulary = 1500;
  double merge = 0.06;     // probability of a bead 1:2, and of a bead 2:1
  double omission = 0.03;  // probability of an omitted segment, on each side
  double crossing = 0;     // probability of a bead 2:2 whose inner boundary lies at different heights
  double noise = 0.15;     // share of words that are not translated
  std::size_t hole_begin = 0, hole_size = 0;  // beads whose target side is taken away
  unsigned seed = 1;
};

struct PlantedText {
  std::string source;  // one segment a line, in Cyrillic letters
  std::string target;  // in Latin letters, without a cognate
  std::vector<Bead> beads;
};

// Words are random syllables, as frequent as words are (rank^-1); a translation is the same words by a random
// dictionary, in an order that is shuffled a little.
class PlantedGenerator {
 public:
  explicit PlantedGenerator(const PlantedOptions& options) : options_(options), random_(options.seed) {
    for (std::size_t w = 0; w < options.vocabulary; ++w) {
      source_words_.push_back(word({"ба", "ко", "ми", "ту", "ре", "сы", "да", "но", "ле", "пу"}));
      target_words_.push_back(word({"wha", "jo", "zi", "qu", "fe", "gy", "va", "xo", "he", "cu"}));
    }
  }

  PlantedText generate() {
    for (std::size_t k = 0; k < options_.beads; ++k) {
      const bool is_hole = k >= options_.hole_begin && k < options_.hole_begin + options_.hole_size;
      if (is_hole || chance(options_.omission)) {
        add_bead(1, 0);
      } else if (chance(options_.omission)) {
        add_bead(0, 1);
      } else if (options_.crossing > 0 && chance(options_.crossing)) {
        add_crossing();
      } else if (chance(options_.merge)) {
        add_bead(1, 2);
      } else if (chance(options_.merge)) {
        add_bead(2, 1);
      } else {
        add_bead(1, 1);
      }
    }
    return result_;
  }

 private:
  bool chance(double p) { return std::uniform_real_distribution<>(0, 1)(random_) < p; }
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  std::string word(const std::vector<std::string>& syllables) {
    std::string result;
    for (std::size_t k = 0; k < 3 + below(2); ++k) {
      result += syllables[below(syllables.size())];
    }
    return result;
  }

  std::size_t rank() {
    const double u = std::uniform_real_distribution<>(0, 1)(random_);
    return static_cast<std::size_t>(std::pow(static_cast<double>(options_.vocabulary), u)) - (u > 0 ? 1 : 0);
  }

  void write_side(const std::vector<std::size_t>& words, std::size_t segments,
                  const std::vector<std::string>& dictionary, std::string& out) {
    write_words(words, dictionary, out,
                [&](std::size_t k) { return (k + 1) * segments / words.size() != k * segments / words.size(); });
  }

  template <typename Ends>
  void write_words(const std::vector<std::size_t>& words, const std::vector<std::string>& dictionary, std::string& out,
                   const Ends& ends) {
    for (std::size_t k = 0; k < words.size(); ++k) {
      const std::size_t index = chance(options_.noise) ? rank() : words[k];
      out += dictionary[index % dictionary.size()];
      out += ends(k) ? ".\n" : " ";
    }
  }

  // Two segments on each side, of which the first one of the target says a third of what the source says in its second.
  void add_crossing() {
    std::vector<std::size_t> words(24 + below(12));
    for (std::size_t& w : words) {
      w = rank();
    }
    const auto ends_after = [&words](std::size_t first) {
      return [&words, first](std::size_t k) { return k + 1 == first || k + 1 == words.size(); };
    };
    write_words(words, source_words_, result_.source, ends_after(words.size() / 3));
    write_words(words, target_words_, result_.target, ends_after(words.size() - words.size() / 3));
    result_.beads.push_back({{i_, i_ + 2}, {j_, j_ + 2}, 1});
    i_ += 2;
    j_ += 2;
  }

  void add_bead(std::size_t source, std::size_t target) {
    std::vector<std::size_t> words(6 + below(10) + (source + target > 2 ? 6 : 0));
    for (std::size_t& w : words) {
      w = rank();
    }
    if (source > 0) {
      write_side(words, source, source_words_, result_.source);
    }
    for (std::size_t k = 0; k + 2 < words.size(); k += 3) {
      std::swap(words[k], words[k + below(3)]);
    }
    if (target > 0) {
      write_side(words, target, target_words_, result_.target);
    }
    result_.beads.push_back({{i_, i_ + source}, {j_, j_ + target}, 1});
    i_ += source;
    j_ += target;
  }

  PlantedOptions options_;
  std::mt19937 random_;
  std::vector<std::string> source_words_;
  std::vector<std::string> target_words_;
  PlantedText result_;
  std::size_t i_ = 0;
  std::size_t j_ = 0;
};

inline PlantedText plant(const PlantedOptions& options) { return PlantedGenerator(options).generate(); }

}  // namespace egiz::test
