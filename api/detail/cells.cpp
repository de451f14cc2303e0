// SPDX-License-Identifier: Apache-2.0
#include "api/detail/cells.h"

#include <algorithm>

namespace egiz::detail {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    if (end == line.size()) return cells;
    begin = end + 1;
  }
}

}  // namespace egiz::detail
