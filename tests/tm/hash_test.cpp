// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/hash.h"

#include <random>
#include <string>

#include "tests/support/catch.h"
#include "tm/detail/identity_filter.h"

namespace egiz::detail {
namespace {

// hash_bytes(), byte by byte.
std::uint64_t hash_twin(std::string_view bytes, std::uint64_t state) {
  state = hash_step(state, bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    std::uint64_t word = 0;
    for (std::size_t k = 0; k < 8 && i + k < bytes.size(); ++k) {
      word |= std::uint64_t{static_cast<unsigned char>(bytes[i + k])} << (8 * k);
    }
    state = hash_step(state, word);
  }
  return hash_step(state, kHashFactor);
}

}  // namespace

TEST_CASE("a hash is that of the bytes, however they are read", "[property]") {
  std::mt19937 random(3);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(random() % 40, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::uint64_t state = random();

    REQUIRE(hash_bytes(bytes, state) == hash_twin(bytes, state));
  }
}

TEST_CASE("a filter of identities forgets none", "[property]") {
  IdentityFilter filter;
  CHECK_FALSE(filter.may_contain(0));
  std::mt19937_64 random(5);
  for (int i = 0; i < 100'000; ++i) filter.insert(random());
  std::mt19937_64 again(5);
  bool has_all = true;
  for (int i = 0; i < 100'000; ++i) has_all = has_all && filter.may_contain(again());
  CHECK(has_all);
  int in_vain = 0;
  for (int i = 0; i < 100'000; ++i) in_vain += filter.may_contain(again()) ? 1 : 0;
  CHECK(in_vain < 400);
}

}  // namespace egiz::detail
