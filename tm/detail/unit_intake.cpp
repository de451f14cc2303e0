// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/unit_intake.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "text/match_key.h"
#include "tm/detail/background.h"
#include "tm/detail/unit_check.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kUnitsPerChunk = 1'024;  // about a megabyte, which stays in the cache of the processor
constexpr std::size_t kUnitsPerTask = 64;
constexpr std::size_t kMaxChanged = 65'536;  // with more units that changed again the index reads all of them back

}  // namespace

AddReport UnitIntake::run(const std::function<bool(TranslationUnit&)>& next, std::uint64_t total,
                          const Progress& progress) {
  Chunk upcoming = collect(next);
  keeps_keys_ = upcoming.size() == kUnitsPerChunk;
  if (!keeps_keys_) {  // a few units are not worth a thread
    for (Item& item : upcoming) prepare(item);
    write(upcoming);
  } else {
    Chunk ready;
    Chunk written;
    Background background;
    while (!upcoming.empty() || !ready.empty() || !written.empty()) {
      background.start([&] {
        spool(written);
        prepare_all(upcoming);
      });
      write(ready);
      Chunk fresh = collect(next);
      background.wait();
      written = std::exchange(ready, std::exchange(upcoming, std::move(fresh)));
      report_progress(progress, report_.added + report_.merged, total);
    }
  }
  report_progress(progress, report_.added + report_.merged, total);
  return report_;
}

UnitIntake::Chunk UnitIntake::collect(const std::function<bool(TranslationUnit&)>& next) {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  Chunk chunk;
  for (TranslationUnit unit; chunk.size() < kUnitsPerChunk && !has_ended_; unit = {}) {
    has_ended_ = !next(unit);
    if (has_ended_) break;
    if (!unit.created) unit.created = now;
    chunk.emplace_back().unit = std::move(unit);
  }
  return chunk;
}

// A fault is told when its turn comes, so that the first one is told whatever thread saw another.
void UnitIntake::prepare(Item& item) const noexcept {
  try {
    check_unit(item.unit);
    item.hashes = hashes_of(item.unit);
    if (!keeps_keys_) return;
    for (const Variant& variant : item.unit.variants) item.keys.push_back(match_key(variant.text, variant.language));
  } catch (...) {
    item.fault = std::current_exception();
  }
}

void UnitIntake::prepare_all(Chunk& chunk) const {
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, chunk.size(), kUnitsPerTask), [&](const auto& part) {
    for (std::size_t i = part.begin(); i < part.end(); ++i) prepare(chunk[i]);
  });
}

void UnitIntake::write(Chunk& chunk) {
  for (Item& item : chunk) {
    if (item.fault) std::rethrow_exception(item.fault);
    const WriteSession::Added added = session_.add(item.unit, item.hashes);
    ++(added.was_there ? report_.merged : report_.added);
    if (!keeps_keys_) continue;
    if (!added.was_there) {
      note_for_index(item, added.id);
    } else if (added.looks_different && keys_.units.contains(added.id)) {
      keys_.changed.insert(added.id);
    }
  }
}

void UnitIntake::note_for_index(Item& item, std::int64_t id) {
  if (keys_.units.first == 0) keys_.units.first = id;
  keys_.units.last = id;
  for (const Variant& variant : item.unit.variants) item.languages.push_back(store_.language_id(variant.language));
  LanguageSets::Set set = item.languages;
  std::ranges::sort(set);
  item.indexed = {id, keys_.sets.number(set), item.unit.origin.kind};
  item.is_new = true;
}

void UnitIntake::spool(Chunk& chunk) {
  for (const Item& item : chunk) {
    if (!item.is_new) continue;
    for (std::size_t i = 0; i < item.keys.size(); ++i) {
      spool_of(keys_.spools, item.languages[i], folder_).add(item.indexed.packed(), item.keys[i]);
    }
  }
  chunk.clear();  // here, where nobody waits for it
}

std::optional<PreparedKeys> UnitIntake::take_keys() {
  if (!keeps_keys_ || report_.added == 0 || keys_.changed.size() > kMaxChanged) return std::nullopt;
  keys_.change = session_.last_change();
  return std::move(keys_);
}

}  // namespace egiz::detail
