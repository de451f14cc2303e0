// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of a memory whose trees are broken, found page by page and put into trees that are whole.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/progress.h"
#include "tm/detail/page_file.h"
#include "tm/detail/sqlite.h"
#include "tm/detail/unit_store.h"

namespace egiz::detail {

// Puts what the pages hold into an empty memory.  Tables are told by the shapes of their rows, which all differ.  Pages
// that others lead to go first: of two rows with one id the first counts.  Nothing is believed yet: the checksum of a
// unit tells whether it is whole.
void salvage_rows(const PageFile& pages, Connection& into, const Progress& progress = {});

// Names the languages that units are in and that have no row.  A name is right when the checksum of a unit says so; those
// that the tables of a memory keep twice, those of two letters, and usual longer ones are tried.
void name_lost_languages(Connection& salvaged);

// A memory of the rows of a damaged one, in a file that goes with it.
class Salvage {
 public:
  // Throws Error{not_found}, Error{io}, Error{cancelled}.
  Salvage(const std::filesystem::path& damaged, const std::filesystem::path& scratch, const Progress& progress);
  Salvage(const Salvage&) = delete;
  Salvage& operator=(const Salvage&) = delete;
  ~Salvage();

  Connection& connection() { return *connection_; }
  UnitStore& store() { return *store_; }

  // False for a unit on a page that nothing leads to, where the list of free pages is lost: it may have been removed.
  bool is_sure(std::int64_t id);

  // The log says that it was removed.
  bool was_removed(std::int64_t id);

 private:
  std::filesystem::path scratch_;
  std::unique_ptr<Connection> connection_;
  std::optional<UnitStore> store_;
};

}  // namespace egiz::detail
