// SPDX-License-Identifier: Apache-2.0
#include "text/roman.h"

namespace egiz {

std::string roman_numeral(int value) {
  std::string signs;
  for (const auto& [worth, sign] : kRomanSigns) {
    for (; value >= worth; value -= worth) signs += sign;
  }
  return signs;
}

}  // namespace egiz
