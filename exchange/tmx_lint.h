// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is wrong with a TMX, for those who must hand it on.

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"

namespace egiz {

// Something that a program will trip over.
struct TmxFault {
  std::string place;                  // "notes.tmx:41:7"
  std::string rule;                   // "missing-attribute": one of tmx_rules()
  std::string message;                // in words: "<header> has no srclang"
  std::vector<std::string> programs;  // that refuse the file or lose the unit

  bool operator==(const TmxFault&) const = default;
};

struct TmxRule {
  std::string_view name;
  std::string_view summary;   // one line, lower case, no full stop
  std::string_view programs;  // that refuse the file or lose the unit, comma-separated
};

// Every rule, in the order of docs/unit-formats.md, which has the sources.
const std::vector<TmxRule>& tmx_rules();

struct TmxLintReport {
  static constexpr std::size_t kMaxFaultsPerRule = 20;

  std::size_t units = 0;                      // <tu> seen
  std::vector<TmxFault> faults;               // in the order of the file, the first of each rule
  std::map<std::string, std::size_t> counts;  // of each rule that found something, whole
};

// Reads a TMX from end to end against the rules of the standard and what programs are known to want; memory does not
// grow with the file.  A file that is not well-formed is a fault, as is one that is no TMX, in UTF-32 or in a locked
// archive.  Throws Error{not_found}, Error{io}, Error{cancelled}.
TmxLintReport lint_tmx(const std::filesystem::path& file, const Progress& progress = {});

// The same for bytes in memory; name is for places.
TmxLintReport lint_tmx(std::string_view bytes, std::string_view name);

}  // namespace egiz
