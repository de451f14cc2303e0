// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units to rows and back.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/unit.h"
#include "tm/detail/sqlite.h"
#include "tm/detail/unit_hash.h"

namespace egiz::detail {

// unit.details: which other tables have rows of a unit, so that a plain unit costs one statement.
inline constexpr std::int64_t kHasProperties = 1;
inline constexpr std::int64_t kHasNotes = 2;
inline constexpr std::int64_t kHasCodes = 4;
inline constexpr std::int64_t kHasNeighbours = 8;

// Reads and writes units in an open memory.  Keeps no transaction: the caller does.
class UnitStore {
 public:
  explicit UnitStore(Connection& connection) : connection_(connection) {}

  // nullopt when there is none.  Throws Error{parse} when the rows are not what was written.
  std::optional<TranslationUnit> get(std::int64_t id);

  // What the rows say, and the hashes that were written with them: equal to hashes_of(unit) unless something is damaged.
  struct Stored {
    TranslationUnit unit;
    UnitHashes hashes;
  };

  // The same without comparing.  Throws Error{parse} only when the rows say nothing.
  std::optional<Stored> read(std::int64_t id);

  // The units with this identity, ascending.  Those that insert_identity() was not called for are not among them.
  std::vector<std::int64_t> with_identity(std::uint64_t identity);
  void insert_identity(std::uint64_t identity, std::int64_t id);

  // Writes all rows but that of the identity.
  // REQUIRES: there is no unit id
  void insert(std::int64_t id, const TranslationUnit& unit, const UnitHashes& hashes);

  // Removes the rows of unit id, if there are any, that of its identity too.
  void erase(std::int64_t id);

  // Where a unit stood besides what it holds itself (place_hash()).  Kept when the unit goes: its id is not given again,
  // and it may come back.
  void add_occurrence(std::int64_t id, std::uint64_t place);
  bool has_occurrence(std::int64_t id, std::uint64_t place);

  // Throws the Error{parse} of a unit that is not what was stored.
  [[noreturn]] void fail_damaged(std::int64_t id) const;

  std::int64_t counter(std::string_view name);
  void set_counter(std::string_view name, std::int64_t value);

  std::int64_t language_id(const Language& language);  // makes one when there is none
  const Language& language(std::int64_t id);

  // The number of a name, made when there is none; nullopt for "".
  std::optional<std::int64_t> optional_name_id(const std::string& text);

  // To be called when a transaction was undone: what it made is not there.
  void forget() {
    language_ids_.clear();
    languages_.clear();
    name_ids_.clear();
    names_.clear();
  }

 private:
  std::int64_t name_id(const std::string& text);
  const std::string& name(std::int64_t id);

  void read_variants(std::int64_t id, std::string_view packed, TranslationUnit& unit);
  void read_details(std::int64_t id, std::int64_t details, TranslationUnit& unit);
  void insert_details(std::int64_t id, std::int64_t details, const TranslationUnit& unit);
  void insert_properties(std::int64_t id, std::int64_t variant, const Properties& properties);

  Connection& connection_;
  std::string packed_;  // of the unit that is being written
  std::unordered_map<std::string, std::int64_t> language_ids_;
  std::unordered_map<std::int64_t, Language> languages_;
  std::unordered_map<std::string, std::int64_t> name_ids_;
  std::unordered_map<std::int64_t, std::string> names_;
};

}  // namespace egiz::detail
