// SPDX-License-Identifier: Apache-2.0
#pragma once

// UnitIntake: many units into a memory.

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "tm/detail/prepared_keys.h"
#include "tm/detail/unit_hash.h"
#include "tm/detail/unit_store.h"
#include "tm/detail/write_session.h"
#include "tm/memory.h"

namespace egiz::detail {

// Adds units chunk by chunk.  While one chunk is written, the next is checked and hashed and its match keys are made by other
// threads, and the keys of the last go into spools.  Holds three chunks at most, whatever the number of units.
class UnitIntake {
 public:
  // folder: for the nameless files of spools
  UnitIntake(WriteSession& session, UnitStore& store, std::filesystem::path folder)
      : session_(session), store_(store), folder_(std::move(folder)) {}

  // Adds what next() gives until it returns false; calls it and progress from this thread alone.
  // Throws what check_unit() and WriteSession::add() throw; Error{cancelled}.
  AddReport run(const std::function<bool(TranslationUnit&)>& next, std::uint64_t total, const Progress& progress);

  // To be called once, when session was committed.  nullopt after a run that was too short for keys to be worth their
  // keeping.
  std::optional<PreparedKeys> take_keys();

 private:
  struct Item {
    TranslationUnit unit;
    UnitHashes hashes;
    std::vector<std::string> keys;         // of its variants
    std::vector<std::int64_t> languages;  // language.id of its variants
    IndexedUnit indexed;
    bool is_new = false;
    std::exception_ptr fault;  // why it may not enter
  };
  using Chunk = std::vector<Item>;

  Chunk collect(const std::function<bool(TranslationUnit&)>& next);
  void prepare(Item& item) const noexcept;
  void prepare_all(Chunk& chunk) const;
  void write(Chunk& chunk);
  void note_for_index(Item& item, std::int64_t id);
  void spool(Chunk& chunk);

  WriteSession& session_;
  UnitStore& store_;
  std::filesystem::path folder_;
  AddReport report_;
  bool has_ended_ = false;  // next() said so
  bool keeps_keys_ = false;
  PreparedKeys keys_;
};

}  // namespace egiz::detail
