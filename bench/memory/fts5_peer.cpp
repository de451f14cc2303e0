// SPDX-License-Identifier: Apache-2.0
#include "bench/memory/fts5_peer.h"

#include <algorithm>

#include "tm/detail/key_words.h"
#include "tm/similarity.h"

namespace egiz::bench {
namespace {

constexpr std::string_view kInsert = "INSERT INTO texts (text) VALUES (?1)";
constexpr std::string_view kFind = "SELECT text FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT 100";

// Any of the words; quoted, so that none is taken for a command.
std::string any_word_of(const std::string& key) {
  std::string query;
  for (const ByteRange& word : detail::word_ranges(key)) {
    query += (query.empty() ? "\"" : " OR \"") + key.substr(word.begin, word.size()) + '"';
  }
  return query;
}

}  // namespace

Fts5Peer::Fts5Peer(const std::filesystem::path& file) : connection_(file, detail::Connection::Mode::read_write) {
  connection_.execute("PRAGMA journal_mode = WAL; BEGIN; CREATE VIRTUAL TABLE texts USING fts5(text)");
}

void Fts5Peer::add(std::string_view key) { connection_.statement(kInsert).with(key).run(); }

void Fts5Peer::finish() { connection_.execute("COMMIT"); }

double Fts5Peer::best(const std::string& key, double min_similarity) {
  const std::string query = any_word_of(key);
  if (query.empty()) return 0;
  double best = 0;
  detail::Rows rows(connection_.statement(kFind).with(std::string_view(query)));
  while (rows.next()) best = std::max(best, similarity(key, rows->text(0)));
  return best >= min_similarity ? best : 0;
}

}  // namespace egiz::bench
