// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/image.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "text/utf8.h"
#include "tm/detail/image_builder.h"
#include "tm/detail/indexed_unit.h"

namespace egiz::detail {
namespace {

using ImageKeys = std::map<std::uint64_t, std::u32string>;  // by IndexedUnit::packed()

// Many short keys, so that there are several groups of one length; of so many letters that some have no code.
ImageKeys image_keys(std::mt19937& random, std::size_t count, unsigned letters) {
  ImageKeys keys;
  for (std::size_t i = 1; i <= count; ++i) {
    std::u32string key(random() % 50 == 0 ? random() % 300 : 2 + random() % 2, U' ');
    for (char32_t& letter : key) letter = static_cast<char32_t>(0x4E00 + random() % letters);
    keys.emplace(IndexedUnit{static_cast<std::int64_t>(i), 0, Origin::Kind::human}.packed(), std::move(key));
  }
  return keys;
}

MappedBytes written(const ImageKeys& keys, const std::filesystem::path& folder, std::optional<WorkFile> place) {
  KeySpool spool(folder);
  for (const auto& [unit, key] : keys) spool.add(unit, to_utf8(key));
  spool.finish();
  IndexOutput out(std::move(place));
  write_image(spool, out);
  return out.take();
}

}  // namespace

TEST_CASE("an image holds the keys it was made from, sorted", "[property]") {
  const TemporaryFolder folder;
  std::mt19937 random(17);
  for (const auto& [count, letters] : {std::pair(0UL, 9U), std::pair(500UL, 4'000U), std::pair(250'000UL, 300U)}) {
    const ImageKeys keys = image_keys(random, count, letters);

    const MappedBytes bytes = written(keys, folder.path(), WorkFile::nameless(folder.path()));
    const Image image(bytes.bytes());

    REQUIRE(image.units() == keys.size());
    ImageKeys found;
    for (std::size_t g = 0; g < image.groups().size(); ++g) {
      const GroupView group = image.group(g);
      REQUIRE((g == 0 || image.groups()[g - 1].length <= group.length));
      std::vector<std::uint64_t> hashes;
      for (std::size_t i = 0; i < group.count; ++i) {
        hashes.push_back(hash_codes(group.codes_of(i).data(), group.length));
        found.emplace(group.units[i], image.key(group, i));
      }
      REQUIRE(std::ranges::is_sorted(hashes));
    }
    REQUIRE(found == keys);
    const MappedBytes again = written(keys, folder.path(), std::nullopt);
    REQUIRE(std::ranges::equal(bytes.bytes(), again.bytes()));
  }
}

}  // namespace egiz::detail
