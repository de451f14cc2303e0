// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units of every shape, made from a seed.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "text/unit.h"

namespace egiz::exchange_test {

// Makes units as hostile as a unit may be: texts with marks of direction, combining marks, characters beyond the basic
// plane, what markup uses, now and then 100 kB long; any members filled or empty.
class UnitGenerator {
 public:
  // keeps_controls: texts hold control characters too, which XML loses.
  UnitGenerator(std::uint32_t seed, bool keeps_controls) : random_(seed), keeps_controls_(keeps_controls) {}

  TranslationUnit unit();
  std::string text(std::size_t max_pieces);
  bool chance(unsigned percent) { return below(100) < percent; }
  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }

 private:
  Variant variant(const char* language);
  void add_codes(Variant& variant);
  Properties properties();
  std::optional<std::chrono::sys_seconds> date();

  std::mt19937 random_;
  bool keeps_controls_;
};

}  // namespace egiz::exchange_test
