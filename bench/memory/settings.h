// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the bench of the memory is told to measure.

#include <cstddef>
#include <filesystem>
#include <string>

namespace egiz::bench {

struct Settings {
  std::filesystem::path folder;
  std::filesystem::path work = std::filesystem::temp_directory_path();
  std::size_t units = 1'000'000;
  std::size_t queries = 1'000;
  std::string pair = "en-ru";
  std::filesystem::path exchange;  // where units and queries for other programs go
  unsigned seed = 1;
  bool has_peers = true;  // or ours and the full scan alone: with many millions of units FTS5 takes very long
};

// Unknown words are taken for the folder.
Settings parse(int argc, char** argv);

}  // namespace egiz::bench
