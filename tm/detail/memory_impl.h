// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inside of a Memory.

#include <memory>
#include <mutex>

#include "tm/detail/database.h"
#include "tm/detail/ranking.h"
#include "tm/detail/unit_store.h"
#include "tm/memory.h"

namespace egiz {

class Memory::Impl {
 public:
  explicit Impl(std::unique_ptr<detail::Connection> connection)
      : connection_(std::move(connection)), store_(*connection_) {}

  UnitId add(const TranslationUnit& unit);
  AddReport add_all(const std::function<bool(TranslationUnit&)>& next, std::uint64_t total, const Progress& progress);
  std::optional<TranslationUnit> get(UnitId id);
  void update(UnitId id, const TranslationUnit& unit);
  void remove(UnitId id);

  std::vector<Match> find(std::string_view text, const Language& from, const Language& to, const FindOptions& options);
  std::vector<std::vector<Match>> find_all(std::span<const std::string> texts, const Language& from,
                                           const Language& to, const FindOptions& options, const Progress& progress);
  std::vector<ConcordanceHit> concordance(std::string_view text, const Language& language,
                                          const ConcordanceOptions& options);

  void for_each(const std::function<bool(UnitId, const TranslationUnit&)>& visit);
  std::size_t size();
  std::vector<LanguageCount> languages();
  const std::filesystem::path& path() const { return connection_->file(); }

 private:
  std::unique_ptr<detail::Connection> connection_;
  detail::UnitStore store_;
};

}  // namespace egiz
