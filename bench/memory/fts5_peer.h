// SPDX-License-Identifier: Apache-2.0
#pragma once

// The usual way to a fuzzy look-up with what SQLite has: FTS5 for candidates, edit distance to rank them.

#include <filesystem>
#include <string>
#include <string_view>

#include "tm/detail/sqlite.h"

namespace egiz::bench {

class Fts5Peer {
 public:
  // Makes a database at file, which must be empty.
  explicit Fts5Peer(const std::filesystem::path& file);

  void add(std::string_view key);
  void finish();  // to be called once, before best()

  // The highest similarity among the hundred texts that share words with key and rank best; 0 when below min_similarity.
  double best(const std::string& key, double min_similarity);

 private:
  detail::Connection connection_;
};

}  // namespace egiz::bench
