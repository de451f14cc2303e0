// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/kernels.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/reference/levenshtein.h"
#include "tests/support/catch.h"
#include "tm/detail/alphabet.h"
#include "tm/detail/pattern_windows.h"

namespace egiz::detail {
namespace {

std::vector<const Kernels*> runnable_kernels() {
  std::vector<const Kernels*> sets{&kPlainKernels};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) sets.push_back(&kAvx2Kernels);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) sets.push_back(&kAvx512Kernels);
#endif
  return sets;
}

using Codes = std::vector<std::uint8_t>;

Codes random_codes(std::mt19937& random, std::size_t length, int letters) {
  Codes codes(length);
  for (auto& code : codes) code = static_cast<std::uint8_t>(random() % static_cast<unsigned>(letters));
  return codes;
}

Codes edited_codes(std::mt19937& random, Codes codes, std::size_t length, int edits, int letters) {
  for (int i = 0; i < edits && !codes.empty(); ++i) {
    codes[random() % codes.size()] = static_cast<std::uint8_t>(random() % static_cast<unsigned>(letters));
    if (i % 2 == 0) codes.erase(codes.begin() + static_cast<std::ptrdiff_t>(random() % codes.size()));
    if (i % 3 == 0) codes.insert(codes.begin() + static_cast<std::ptrdiff_t>(random() % (codes.size() + 1)), 7);
  }
  codes.resize(length, 3);
  return codes;
}

std::u32string letters_of(const Codes& codes) { return {codes.begin(), codes.end()}; }

}  // namespace

TEST_CASE("every set of kernels counts the distances of the textbook", "[property]") {
  std::mt19937 random(5);
  for (const Kernels* set : runnable_kernels()) {
    INFO(set->name);
    for (int round = 0; round < 400; ++round) {
      const std::size_t query_length = random() % (round % 4 == 0 ? 400 : 70);
      const std::size_t limit = random() % (round % 2 == 0 ? 32 : 256);
      const std::size_t least = query_length > limit ? query_length - limit : 0;
      const std::size_t length = least + random() % (query_length + limit - least + 1);
      const int letters = round % 3 == 0 ? 2 : round % 3 == 1 ? 63 : 256;
      const Codes query = random_codes(random, query_length, letters);
      const std::size_t count = 1 + random() % 40;
      Codes codes;
      std::vector<std::uint32_t> expected;
      for (std::size_t i = 0; i < count; ++i) {
        const Codes unit = i % 2 == 0 ? random_codes(random, length, letters)
                                      : edited_codes(random, query, length, static_cast<int>(random() % 12), letters);
        codes.insert(codes.end(), unit.begin(), unit.end());
        expected.push_back(static_cast<std::uint32_t>(reference::levenshtein(letters_of(query), letters_of(unit))));
      }
      codes.resize(codes.size() + kCodePadding);
      std::vector<std::uint32_t> which(count);
      std::iota(which.begin(), which.end(), 0U);
      std::shuffle(which.begin(), which.end(), random);
      const LengthBatch batch{codes.data(), length, which.data(), count};
      std::vector<std::uint32_t> distances(count);

      for (std::size_t band = 0; band < kBandSizes; ++band) {
        if (limit > max_limit(kBandWords[band])) continue;
        const PatternTable table(query, set->bands[band].words, set->bands[band].wants_slots_whole);
        set->bands[band].distances(table.windows(), batch, limit, distances.data());
        for (std::size_t i = 0; i < count; ++i) {
          const std::uint32_t distance = expected[which[i]];
          if (distance <= limit) {
            REQUIRE(distances[i] == distance);
          } else {
            REQUIRE(distances[i] > limit);
          }
        }
      }
    }
  }
}

TEST_CASE("every set of kernels scans a block as a plain loop does", "[property]") {
  std::mt19937 random(6);
  for (const Kernels* set : runnable_kernels()) {
    INFO(set->name);
    for (int round = 0; round < 300; ++round) {
      const unsigned most = round % 5 == 0 ? kMaxCount + 1 : 5;
      const auto count = [&] { return static_cast<std::uint8_t>(random() % most); };
      std::vector<std::uint8_t> block(kBlockBytes);
      for (auto& counts : block) counts = static_cast<std::uint8_t>(count() | count() << 4);
      BagPair query;
      std::ranges::generate(query.head, count);
      std::ranges::generate(query.tail, count);
      const auto limit = static_cast<std::uint8_t>(random() % (round % 5 == 0 ? 255 : 80));
      const std::uint64_t wanted = round % 3 == 0 ? ~std::uint64_t{0} : std::uint64_t{random()} << 32 | random();
      for (const bool wants_query_surplus : {false, true}) {
        std::uint64_t expected = 0;
        for (std::size_t unit = 0; unit < kBlockUnits; ++unit) {
          int surplus = 0;
          for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
            const int held = block[bucket * kBlockUnits + unit];
            const int head = query.head[bucket] - held % 16;
            const int tail = query.tail[bucket] - held / 16;
            surplus += std::max(0, wants_query_surplus ? head : -head) + std::max(0, wants_query_surplus ? tail : -tail);
          }
          if (surplus <= limit) expected |= wanted & std::uint64_t{1} << unit;
        }
        REQUIRE(set->scan_block(block.data(), query, wants_query_surplus, wanted, limit) == expected);
      }
    }
  }
}

TEST_CASE("every set of kernels finds the units that have some letters", "[property]") {
  std::mt19937 random(8);
  for (const Kernels* set : runnable_kernels()) {
    INFO(set->name);
    for (int round = 0; round < 300; ++round) {
      std::vector<std::uint8_t> block(kBlockBytes);
      for (auto& counts : block) counts = static_cast<std::uint8_t>(random() % 256);
      std::vector<std::uint8_t> query(kBuckets);
      for (auto& wanted : query) wanted = static_cast<std::uint8_t>(random() % 4 == 0 ? random() % 12 : 0);
      std::uint64_t expected = 0;
      for (std::size_t unit = 0; unit < kBlockUnits; ++unit) {
        bool has_all = true;
        for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
          const int held = block[bucket * kBlockUnits + unit];
          has_all = has_all && held % 16 + held / 16 >= query[bucket];
        }
        if (has_all) expected |= std::uint64_t{1} << unit;
      }
      REQUIRE(set->scan_letters(block.data(), query.data()) == expected);
    }
  }
}

TEST_CASE("every set of kernels finds the words that a plain search finds", "[property]") {
  std::mt19937 random(7);
  for (const Kernels* set : runnable_kernels()) {
    INFO(set->name);
    for (int round = 0; round < 2000; ++round) {
      const std::size_t length = random() % 200;
      Codes text = random_codes(random, length, 3);
      const Codes word = random_codes(random, 1 + random() % 6, 3);
      text.resize(length + kCodePadding, 1);
      const std::size_t from = random() % 70;
      const std::string_view plain(reinterpret_cast<const char*>(text.data()), length);
      const std::size_t expected = plain.find({reinterpret_cast<const char*>(word.data()), word.size()}, from);
      REQUIRE(set->find_word({text.data(), length}, {word.data(), word.size()}, random() % word.size(),
                             random() % word.size(), from) == expected);
    }
  }
}

}  // namespace egiz::detail
