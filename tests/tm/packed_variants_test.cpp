// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/packed_variants.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace egiz::detail {
namespace {

using PackedList = std::vector<std::pair<std::int64_t, std::string>>;

// What is read, and whether it was all.
std::pair<PackedList, bool> unpacked(std::string_view bytes) {
  PackedList list;
  PackedVariants variants(bytes);
  while (variants.next()) list.emplace_back(variants.language(), variants.text());
  return {list, variants.is_whole()};
}

}  // namespace

TEST_CASE("packed variants are read as they were written") {
  const PackedList list{{0, ""}, {127, "да"}, {128, std::string(127, 'x')}, {1'000'000'007, std::string(70'000, 'y')}};
  std::string bytes;
  for (const auto& [language, text] : list) append_variant(bytes, language, text);

  CHECK(unpacked(bytes) == std::pair(list, true));
  CHECK(unpacked("") == std::pair(PackedList{}, true));
}

TEST_CASE("packed variants that were cut off or changed are told or read as others", "[property]") {
  std::mt19937 random(41);
  std::string bytes;
  append_variant(bytes, 1, "Право на труд");
  append_variant(bytes, 300, std::string(200, 'z'));
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    const auto [list, is_whole] = unpacked(std::string_view(bytes).substr(0, size));
    CHECK((!is_whole || list.size() == 1));
  }
  for (int round = 0; round < 3000; ++round) {
    std::string noise(random() % 30, ' ');
    for (char& byte : noise) byte = static_cast<char>(random() % (round % 2 == 0 ? 256 : 8) + (round % 3 == 0 ? 120 : 0));
    std::size_t read = 0;
    for (const auto& [language, text] : unpacked(noise).first) {
      CHECK(language >= 0);
      read += text.size() + 2;
    }
    CHECK(read <= noise.size());
  }
}

}  // namespace egiz::detail
