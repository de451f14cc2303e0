// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/write_session.h"

#include <algorithm>
#include <chrono>

#include "base/error.h"
#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/unit_check.h"

namespace egiz::detail {
namespace {

// More runs than this become one that spans them: an index then reads some units in vain, but no
// action fills the log.
constexpr std::size_t kMaxRuns = 1024;

constexpr std::size_t kMaxIdentities = 512 * 1024;  // kept in memory, to enter the table in order; 20 MB at most

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

WriteSession::WriteSession(Connection& connection, UnitStore& store, std::string_view author)
    : store_(store),
      connection_(connection),
      transaction_(connection, Transaction::Kind::write),
      next_unit_(std::max<std::int64_t>(1, store.counter("next_unit"))),
      history_(connection, store, next_unit_),
      author_(author),
      had_units_(store.counter("units") > 0) {}

WriteSession::~WriteSession() {
  if (!is_committed_) store_.forget();
}

WriteSession::Added WriteSession::add(const TranslationUnit& unit, const UnitHashes& hashes) {
  if (const auto same = find_same(unit, hashes.identity)) {
    const TranslationUnit before = require(*same);
    const TranslationUnit joined = join_units(before, unit);
    const bool looks_different = !(joined == before) && replace(*same, before, joined);
    note_places(*same, joined, unit);
    return {*same, true, looks_different};
  }
  const std::int64_t id = next_unit_++;
  insert(id, unit, hashes);
  note_change(id);
  history_.added(id);
  return {id, false, false};
}

std::optional<std::int64_t> WriteSession::find_same(const TranslationUnit& unit, std::uint64_t identity) {
  std::vector<std::int64_t> ids;
  if (had_units_ || written_.may_contain(identity)) ids = store_.with_identity(identity);
  identities_.for_each_with(identity, [&ids](std::int64_t id) { ids.push_back(id); });
  std::ranges::sort(ids);
  for (const std::int64_t id : ids) {
    const auto other = store_.get(id);
    if (other && says_the_same(unit, *other)) return id;
  }
  return std::nullopt;
}

void WriteSession::insert(std::int64_t id, const TranslationUnit& unit, const UnitHashes& hashes) {
  store_.insert(id, unit, hashes);
  identities_.insert(hashes.identity, id);
  if (identities_.size() >= kMaxIdentities) write_identities();
  count(unit, 1);
}

void WriteSession::erase(std::int64_t id, const TranslationUnit& unit) {
  store_.erase(id);
  identities_.erase(unit_identity(unit), id);
  count(unit, -1);
}

// In order: neighbours in the table lie on one page, and a page is written once.
void WriteSession::write_identities() {
  const bool goes_on = identities_.size() >= kMaxIdentities;
  for (const auto& [identity, id] : identities_.take_sorted()) {
    store_.insert_identity(identity, id);
    if (goes_on) written_.insert(identity);
  }
}

// A joined unit keeps the first neighbours and id it was given; where else it stood is noted beside it.
void WriteSession::note_places(std::int64_t id, const TranslationUnit& stored, const TranslationUnit& arrived) {
  for (const Variant& variant : arrived.variants) {
    if (variant.previous.empty() && variant.next.empty()) continue;
    const auto same = std::ranges::find(stored.variants, variant.language, &Variant::language);
    const bool is_kept =
        same != stored.variants.end() && same->previous == variant.previous && same->next == variant.next;
    if (is_kept) continue;
    const Language& language = variant.language;
    store_.add_occurrence(
        id, place_hash(language, match_key(variant.previous, language), match_key(variant.next, language)));
  }
  const std::string& context_id = arrived.context.id;
  if (!context_id.empty() && context_id != stored.context.id) store_.add_occurrence(id, place_hash(context_id));
}

void WriteSession::update(std::int64_t id, const TranslationUnit& unit) { replace(id, require(id), unit); }

void WriteSession::remove(std::int64_t id) {
  const TranslationUnit before = require(id);
  erase(id, before);
  note_change(id);
  history_.removed(id, before);
}

void WriteSession::revert(std::int64_t action, const LaterActions* later) {
  undoes_ = action;
  for_each_step_backwards(connection_, store_, action, [&](const ActionStep& step) {
    if (step.before) {
      if (later != nullptr) refuse_twin(step.first.value, *step.before, *later);
      restore(step.first.value, *step.before);
    } else if (step.kind == ActionStep::Kind::added) {
      for (std::int64_t id = step.first.value; id <= step.last.value; ++id) {
        if (store_.get(id)) remove(id);
      }
    }
  });
}

// Makes a unit what it was, whether it is still there or not.
void WriteSession::restore(std::int64_t id, const TranslationUnit& unit) {
  if (const auto present = store_.get(id)) {
    if (!(*present == unit)) replace(id, *present, unit);
    return;
  }
  insert(id, unit, hashes_of(unit));
  note_change(id);
  history_.added(id);
}

// One unit must not stand twice because it came again while it was away.
void WriteSession::refuse_twin(std::int64_t id, const TranslationUnit& unit, const LaterActions& later) {
  for (const std::int64_t other : store_.with_identity(unit_identity(unit))) {
    const auto touch = other == id ? std::nullopt : later.touch_of({{other, other}});
    if (!touch) continue;
    throw Error(ErrorCode::invalid_argument, connection_.file().string() + ": unit " + std::to_string(id) +
                                                 " cannot come back as it was: action " + std::to_string(touch->action) +
                                                 " made unit " + std::to_string(other) +
                                                 ", which says the same; undo that first");
  }
}

void WriteSession::commit() {
  write_identities();
  store_.set_counter("next_unit", next_unit_);
  write_counts();
  write_changes();
  history_.write(undoes_, author_);
  transaction_.commit();
  is_committed_ = true;
}

TranslationUnit WriteSession::require(std::int64_t id) {
  auto unit = store_.get(id);
  if (!unit) {
    throw Error(ErrorCode::not_found, connection_.file().string() + ": there is no unit " + std::to_string(id));
  }
  return *std::move(unit);
}

bool WriteSession::replace(std::int64_t id, const TranslationUnit& before, const TranslationUnit& after) {
  erase(id, before);
  insert(id, after, hashes_of(after));
  const bool looks_the_same = says_the_same(before, after) && before.origin == after.origin;
  if (!looks_the_same) note_change(id);  // other data are read from the rows, not from an index
  history_.changed(id, before);
  return !looks_the_same;
}

void WriteSession::count(const TranslationUnit& unit, std::int64_t sign) {
  units_added_ += sign;
  for (const Variant& variant : unit.variants) {
    Count& sum = counts_[variant.language.tag()];
    sum.units += sign;
    sum.characters += sign * static_cast<std::int64_t>(count_code_points(variant.text));
  }
}

void WriteSession::note_change(std::int64_t id) {
  if (!runs_.empty() && id >= runs_.back().first && id <= runs_.back().second + 1) {
    runs_.back().second = std::max(runs_.back().second, id);
    return;
  }
  if (runs_.size() < kMaxRuns) {
    runs_.emplace_back(id, id);
    return;
  }
  const auto first = std::ranges::min_element(runs_)->first;
  const auto last = std::ranges::max_element(runs_, {}, [](const auto& run) { return run.second; })->second;
  runs_.assign(1, {std::min(first, id), std::max(last, id)});
}

void WriteSession::write_changes() {
  std::int64_t number = 0;
  {
    Rows row(connection_.statement(embedded::sql::last_change_sql).with());
    if (row.next()) number = row->integer(0);
  }
  for (const auto& [first, last] : runs_) {
    connection_.statement(embedded::sql::insert_change_sql).with(++number, first, last, now()).run();
  }
  Rows row(connection_.statement(embedded::sql::last_change_sql).with());
  if (row.next()) last_change_ = {row->integer(0), row->integer(1)};
}

void WriteSession::write_counts() {
  store_.set_counter("units", store_.counter("units") + units_added_);
  for (const auto& [tag, sum] : counts_) {
    if (sum.units == 0 && sum.characters == 0) continue;
    connection_.statement(embedded::sql::count_language_sql)
        .with(store_.language_id(Language(tag)), sum.units, sum.characters)
        .run();
  }
}

}  // namespace egiz::detail
