// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes a memory of any size from a small collection of translations, and queries for it; the same every time.

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

namespace egiz::bench {

// A text and its translation.
struct Pair {
  std::string source;
  std::string target;
};

// The rows of every .tsv file of a folder (en, ru, kk, ...; a header line) that have both columns.
std::vector<Pair> read_pairs(const std::filesystem::path& folder, std::size_t source_column, std::size_t target_column);

class UnitMaker {
 public:
  // Every fiftieth pair is kept out of the memory, for queries that are new.
  UnitMaker(std::vector<Pair> pairs, unsigned seed);

  // A pair that was not made before: the beginning of one text and the end of another, now and then a word changed.
  Pair next();

  // text with words and letters changed until about `similarity` of its letters are left, 0 to 1.
  std::string perturbed(const std::string& text, double similarity);

  // A text that is not in the memory.
  std::string fresh();

  std::mt19937_64& random() { return random_; }

 private:
  std::vector<Pair> pairs_;
  std::vector<Pair> kept_out_;
  std::vector<std::string> words_;
  std::unordered_set<std::uint64_t> made_;
  std::mt19937_64 random_;
  std::size_t plain_ = 0;
};

}  // namespace egiz::bench
