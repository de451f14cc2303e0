// SPDX-License-Identifier: Apache-2.0
#include "cli/diff.h"

#include "api/egiz.h"

namespace egiz::cli {

std::string coloured_diff(std::string_view before, std::string_view after) {
  std::string shown;
  for (const DiffPart& part : word_diff(before, after)) {
    if (part.kind == DiffPart::Kind::removed) shown += "\033[9;31m";
    if (part.kind == DiffPart::Kind::added) shown += "\033[32m";
    shown += part.text;
    if (part.kind != DiffPart::Kind::same) shown += "\033[0m";
  }
  return shown;
}

}  // namespace egiz::cli
