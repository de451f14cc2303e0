// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which inline codes of a text belong together.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "text/unit.h"

namespace egiz::exchange {

inline constexpr std::size_t kNoPartner = static_cast<std::size_t>(-1);

// For each code the index of its partner: the nearest opening code of the same id that is not taken yet.
std::vector<std::size_t> find_partners(std::span<const InlineCode> codes);

// Which codes can be written as elements around their text: pairs for whose opening code is_candidate holds, and that
// nest.
std::vector<bool> find_nested(std::span<const std::size_t> partners,
                              const std::function<bool(std::size_t opening)>& is_candidate);

}  // namespace egiz::exchange
