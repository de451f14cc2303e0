// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inside of a Memory.

#include <functional>
#include <memory>

#include "tm/detail/database.h"
#include "tm/detail/history_log.h"
#include "tm/detail/live_index.h"
#include "tm/detail/ranking.h"
#include "tm/detail/unit_store.h"
#include "tm/detail/write_session.h"
#include "tm/memory.h"

namespace egiz {

class Memory::Impl {
 public:
  explicit Impl(std::unique_ptr<detail::Connection> connection)
      : connection_(std::move(connection)), store_(*connection_), index_(*connection_, store_) {}
  ~Impl();

  UnitId add(const TranslationUnit& unit);
  AddReport add_all(const std::function<bool(TranslationUnit&)>& next, std::uint64_t total, const Progress& progress);
  std::optional<TranslationUnit> get(UnitId id);
  void update(UnitId id, const TranslationUnit& unit);
  void remove(UnitId id);
  void change_all(std::span<const UnitChange> changes, const Progress& progress);
  std::vector<Action> actions();
  std::vector<ActionStep> steps(std::int64_t action);
  std::optional<std::int64_t> undo() { return revert(detail::action_to_undo); }
  std::optional<std::int64_t> redo();
  void undo(std::int64_t action);
  void set_author(std::string name) { author_ = std::move(name); }
  void forget_history();
  void back_up(const std::filesystem::path& file, const Progress& progress);

  std::vector<Match> find(std::string_view text, const Language& from, const Language& to, const FindOptions& options);
  std::vector<std::vector<Match>> find_all(std::span<const std::string> texts, const Language& from, const Language& to,
                                           const FindOptions& options, const Progress& progress);

  // The matches that may be among the best, not ranked; for many texts given one after another in order.
  using TakeMatches = std::function<void(const detail::Query& query, std::vector<Match> matches)>;
  std::vector<Match> gather(const detail::Query& query);
  void gather_all(std::span<const TextInContext> texts, const Language& from, const Language& to,
                  const FindOptions& options, const TakeMatches& take);

  std::vector<ConcordanceHit> concordance(std::string_view text, const Language& language,
                                          const ConcordanceOptions& options);

  std::vector<Fragment> fragments(std::string_view text, const Language& from, const Language& to,
                                  const FragmentOptions& options);

  void for_each(const std::function<bool(UnitId, const TranslationUnit&)>& visit);
  std::vector<UnitId> ids();
  std::size_t size();
  std::vector<LanguageCount> languages();
  const std::filesystem::path& path() const { return connection_->file(); }

 private:
  std::optional<std::int64_t> revert(std::optional<std::int64_t> (*choose)(const std::vector<Action>&));
  void change(detail::WriteSession& session, UnitId id, const TranslationUnit& unit);
  // Calls look in a transaction with an index that is up to date; once more with a new index when it shows damage.
  template <class Look>
  auto with_index(Look look);
  std::vector<ConcordanceHit> hits_of(std::span<const detail::WordHit> found, const detail::ConcordanceQuery& query,
                                      const Language& language);
  bool stood_there(std::int64_t unit, const Variant& source, const detail::Query& query);
  std::vector<Match> matches_of(std::vector<detail::Candidate> candidates, const detail::Query& query);

  std::unique_ptr<detail::Connection> connection_;
  detail::UnitStore store_;
  detail::LiveIndex index_;
  std::string author_;
  bool has_written_ = false;
};

}  // namespace egiz
