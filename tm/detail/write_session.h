// SPDX-License-Identifier: Apache-2.0
#pragma once

// WriteSession: one action of a user, all or nothing.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tm/detail/history_log.h"
#include "tm/detail/identity_filter.h"
#include "tm/detail/identity_table.h"
#include "tm/detail/later_actions.h"
#include "tm/detail/prepared_keys.h"
#include "tm/detail/sqlite.h"
#include "tm/detail/unit_hash.h"
#include "tm/detail/unit_store.h"

namespace egiz::detail {

// Holds the write lock from construction to the end.  What is not committed is undone.
class WriteSession {
 public:
  // author: who the action is logged under; lives as long as this.
  WriteSession(Connection& connection, UnitStore& store, std::string_view author = {});
  WriteSession(const WriteSession&) = delete;
  WriteSession& operator=(const WriteSession&) = delete;
  ~WriteSession();

  struct Added {
    std::int64_t id = 0;
    bool was_there = false;
    bool looks_different = false;  // it was there, and is other than before to an index
  };

  // Adds unit, or joins it to the one that says the same.
  // REQUIRES: check_unit(unit) passed
  Added add(const TranslationUnit& unit) { return add(unit, hashes_of(unit)); }
  Added add(const TranslationUnit& unit, const UnitHashes& hashes);  // hashes: those of unit

  // Throws Error{not_found} when there is no unit id.
  void update(std::int64_t id, const TranslationUnit& unit);
  void remove(std::int64_t id);

  // Undoes an action, this session's only work.  Throws Error{parse} when what it kept is damaged; with later,
  // Error{invalid_argument} when one of these actions made a unit that says what would come back.
  void revert(std::int64_t action, const LaterActions* later = nullptr);

  void commit();

  // The last change of this session.  REQUIRES: commit() was called
  ChangeMark last_change() const { return last_change_; }

 private:
  struct Count {
    std::int64_t units = 0;
    std::int64_t characters = 0;
  };

  std::optional<std::int64_t> find_same(const TranslationUnit& unit, std::uint64_t identity);
  void note_places(std::int64_t id, const TranslationUnit& stored, const TranslationUnit& arrived);
  TranslationUnit require(std::int64_t id);
  void restore(std::int64_t id, const TranslationUnit& unit);
  void refuse_twin(std::int64_t id, const TranslationUnit& unit, const LaterActions& later);
  void erase(std::int64_t id, const TranslationUnit& unit);
  void insert(std::int64_t id, const TranslationUnit& unit, const UnitHashes& hashes);
  void write_identities();
  // True when an index must know.
  bool replace(std::int64_t id, const TranslationUnit& before, const TranslationUnit& after);
  void count(const TranslationUnit& unit, std::int64_t sign);
  void note_change(std::int64_t id);
  void write_changes();
  void write_counts();

  UnitStore& store_;
  Connection& connection_;
  Transaction transaction_;
  std::int64_t next_unit_;
  HistoryLog history_;
  std::string_view author_;
  std::optional<std::int64_t> undoes_;  // the action that this session undoes
  std::int64_t units_added_ = 0;                            // less those removed
  std::map<std::string, Count> counts_;                     // by language tag
  std::vector<std::pair<std::int64_t, std::int64_t>> runs_;  // changed units, [first, last]
  bool had_units_;             // at the begin
  IdentityFilter written_;     // identities that this session wrote
  IdentityTable identities_;   // those that it has not written yet
  ChangeMark last_change_;
  bool is_committed_ = false;
};

}  // namespace egiz::detail
