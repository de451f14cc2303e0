// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/code_pairs.h"

#include <map>
#include <string_view>

namespace egiz::exchange {

std::vector<std::size_t> find_partners(std::span<const InlineCode> codes) {
  std::vector<std::size_t> partners(codes.size(), kNoPartner);
  std::map<std::string_view, std::vector<std::size_t>> open;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i].id.empty() || codes[i].kind == InlineCode::Kind::standalone) continue;
    std::vector<std::size_t>& stack = open[codes[i].id];
    if (codes[i].kind == InlineCode::Kind::opening) {
      stack.push_back(i);
    } else if (!stack.empty()) {
      partners[i] = stack.back();
      partners[stack.back()] = i;
      stack.pop_back();
    }
  }
  return partners;
}

std::vector<bool> find_nested(std::span<const std::size_t> partners,
                              const std::function<bool(std::size_t opening)>& is_candidate) {
  std::vector<bool> is_nested(partners.size(), false);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    const std::size_t partner = partners[i];
    if (partner == kNoPartner) continue;
    if (partner > i) {
      if (is_candidate(i)) open.push_back(i);
    } else if (!open.empty() && open.back() == partner) {
      is_nested[i] = is_nested[partner] = true;
      open.pop_back();
    }
  }
  return is_nested;
}

}  // namespace egiz::exchange
