// SPDX-License-Identifier: Apache-2.0
#pragma once

// LiveIndex: an index that keeps up with its memory.

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tm/detail/image_search.h"
#include "tm/detail/image_set.h"
#include "tm/detail/indexed_unit.h"
#include "tm/detail/key_reader.h"
#include "tm/detail/prepared_keys.h"
#include "tm/detail/sqlite.h"
#include "tm/detail/unit_ids.h"
#include "tm/detail/unit_store.h"
#include "tm/detail/word_search.h"

namespace egiz::detail {

// What a look-up asks of an index.
struct IndexQuery {
  std::u32string key;
  double min_similarity = 0;
  double least_similarity = 0;  // of what is found if it differs in numbers only
  std::size_t max_matches = 0;
  PenaltyBounds bounds;
};

// A big old layer, a small newer one, and the latest units one by one.  SQLite is the truth: sync() brings the layers
// to the state that the present transaction sees, by the log of changes; what changed since a layer was made is dead in
// it.
class LiveIndex {
 public:
  LiveIndex(Connection& connection, UnitStore& store);

  // Must be called in a transaction, before a search in it.  Reads the index file, makes the index again when it is
  // missing, stale or damaged, adds what changed.
  void sync();

  // Keys that the next sync() may take instead of reading units.  They are dropped when the memory has changed since.
  void offer(PreparedKeys keys) { prepared_ = std::move(keys); }

  // Writes the index file when that spares the next reader work.  Never fails for want of a place to write.
  void save();

  // Throws the index away, its file too; the next sync() makes it again.
  void discard();

  // The languages to search for a direction.  REQUIRES: sync() was called in the present transaction
  std::vector<SectionRules> rules(const Language& from, const Language& to);
  std::vector<SectionRules> rules(const Language& in);

  // The candidates for a query.  Throws IndexDamaged.  Any number of threads, between two calls of sync().
  std::vector<Candidate> search(const IndexQuery& query, std::span<const SectionRules> rules) const;

  // The first max_hits (0 is all) units that hold the words of query, in order.  As search().
  std::vector<WordHit> search_words(const ConcordanceQuery& query, std::span<const SectionRules> rules,
                                    std::size_t max_hits) const;

 private:
  struct Entry {
    std::int64_t language = 0;  // language.id
    IndexedUnit unit;
    std::u32string key;
  };
  struct Layer {
    std::shared_ptr<const ImageSet> images;
    UnitIds dead;
  };
  ChangeMark last_change();
  bool is_of_this_history(const IndexState& state, const ChangeMark& now);
  std::vector<UnitRange> ranges_after(std::int64_t change);
  void load(const ChangeMark& now);
  void use(std::shared_ptr<const ImageSet> base);
  void catch_up(std::span<const UnitRange> ranges);
  void forget(const UnitRange& range);
  void fold_fresh();
  void rebuild(std::span<const UnitRange> changed, const ChangeMark& now);
  void spool_layer(const Layer& layer, std::span<const UnitRange> changed, Spools& spools) const;
  void spool_fresh(std::span<const UnitRange> changed, Spools& spools) const;
  Spools take_prepared(std::vector<UnitRange>& changed, const ChangeMark& now);
  void search_fresh(const IndexQuery& query, const SectionRules& rules, Candidates& candidates) const;

  // may(languages of a set, place of one of them): whether units in that set may answer with that language.
  using MayAnswer = std::function<bool(std::span<const Language* const> languages, std::size_t place)>;
  std::vector<SectionRules> rules_where(const MayAnswer& may);
  std::size_t units_in_tail() const { return middle_units_ + fresh_.size(); }

  Connection& connection_;
  UnitStore& store_;
  std::filesystem::path file_;
  std::filesystem::path folder_;  // of the memory
  std::array<std::uint8_t, 16> memory_{};
  bool is_loaded_ = false;
  ChangeMark change_;
  LanguageSets sets_;
  Layer base_;
  Layer middle_;
  std::size_t middle_units_ = 0;
  std::map<std::int64_t, std::vector<Entry>> fresh_;  // by unit
  std::optional<PreparedKeys> prepared_;
};

}  // namespace egiz::detail
