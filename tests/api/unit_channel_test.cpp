// SPDX-License-Identifier: Apache-2.0
#include "api/detail/unit_channel.h"

#include <stdexcept>
#include <thread>

#include "tests/support/catch.h"

namespace egiz::detail {
namespace {

TranslationUnit numbered(int number) {
  TranslationUnit unit;
  unit.created_by = std::to_string(number);
  return unit;
}

}  // namespace

TEST_CASE("a channel gives every unit in order") {
  constexpr int kCount = 5000;
  UnitChannel channel;
  std::thread pusher([&] {
    for (int i = 0; i < kCount; ++i) channel.push(numbered(i));
    channel.finish();
  });

  TranslationUnit unit;
  int next = 0;
  while (channel.pop(unit)) {
    if (unit.created_by != std::to_string(next)) break;
    ++next;
  }
  pusher.join();

  CHECK(next == kCount);
}

TEST_CASE("an error of the pushing side is thrown behind the last unit") {
  UnitChannel channel;
  channel.push(numbered(1));
  channel.finish(std::make_exception_ptr(std::runtime_error("broken")));

  TranslationUnit unit;
  CHECK(channel.pop(unit));
  CHECK_THROWS_AS(channel.pop(unit), std::runtime_error);
}

TEST_CASE("a popping side that stops lets the pushing side end") {
  UnitChannel channel;
  std::thread pusher([&] {
    while (channel.push(numbered(1))) {
    }
    channel.finish();
  });

  channel.stop();
  pusher.join();

  SUCCEED("the pushing thread ended");
}

}  // namespace egiz::detail
