// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/origin_name.h"

#include <array>
#include <cstddef>

namespace egiz::exchange {
namespace {

constexpr std::array<std::string_view, 5> kNames = {"human", "aligned", "reviewed", "machine", "imported"};

}  // namespace

std::string_view origin_name(Origin::Kind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<Origin::Kind> origin_kind(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Origin::Kind>(i);
  }
  return std::nullopt;
}

}  // namespace egiz::exchange
