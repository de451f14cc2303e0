// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/key_reader.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "text/match_key.h"
#include "tm/detail/background.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/packed_variants.h"
#include "tm/detail/unit_hash.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kTextsPerBatch = 8'192;
constexpr std::size_t kTextsPerTask = 256;

// A variant on its way: its text, then its key.
struct Item {
  std::int64_t language_id = 0;
  const Language* language = nullptr;
  IndexedUnit unit;
  std::string text;

  void make_key() { text = match_key(text, *language); }
};

// Collects units, and has their keys made by other threads while more are read.
class Batch {
 public:
  Batch(UnitStore& store, LanguageSets& sets, const VisitKey& visit) : store_(store), sets_(sets), visit_(visit) {}

  // row: units_between.sql
  void add(const Statement& row) {
    if (items_.size() >= kTextsPerBatch) flush();
    const std::int64_t unit = row.integer(0);
    const std::size_t first = items_.size();
    std::uint64_t identity = 0;
    PackedVariants variants(row.text(4));
    while (variants.next()) {
      const Language& language = store_.language(variants.language());
      identity += variant_identity(language, variants.text());
      const IndexedUnit indexed{unit, 0, static_cast<Origin::Kind>(row.integer(1))};
      items_.push_back({variants.language(), &language, indexed, std::string(variants.text())});
    }
    if ((row.integer(3) & kHasCodes) != 0) {
      store_.get(unit);  // checks all of it
    } else if (!variants.is_whole() || identity != static_cast<std::uint64_t>(row.integer(2))) {
      store_.fail_damaged(unit);
    }
    number_languages(std::span(items_).subspan(first));
  }

  // To be called once, behind the last row.
  void finish() {
    if (making_.empty() && items_.size() < kTextsPerTask) {  // a few texts are not worth a thread
      for (Item& item : items_) item.make_key();
      give(items_);
      return;
    }
    flush();
    flush();
  }

 private:
  // Gives the keys that other threads have made, and hands them what was collected.
  void flush() {
    background_.wait();
    std::vector<Item> made = std::exchange(making_, std::exchange(items_, {}));
    background_.start([this] {
      tbb::parallel_for(tbb::blocked_range<std::size_t>(0, making_.size(), kTextsPerTask), [this](const auto& part) {
        for (std::size_t i = part.begin(); i < part.end(); ++i) making_[i].make_key();
      });
    });
    give(made);
  }

  void give(const std::vector<Item>& items) const {
    for (const Item& item : items) visit_(item.language_id, item.unit, item.text);
  }

  void number_languages(std::span<Item> items) {
    if (items.empty()) return;
    LanguageSets::Set set;
    for (const Item& item : items) set.push_back(item.language_id);
    std::ranges::sort(set);
    const std::uint16_t number = sets_.number(set);
    for (Item& item : items) item.unit.languages = number;
  }

  UnitStore& store_;
  LanguageSets& sets_;
  const VisitKey& visit_;
  std::vector<Item> items_;
  std::vector<Item> making_;
  Background background_;
};

}  // namespace

void read_keys(Connection& connection, UnitStore& store, LanguageSets& sets, const UnitRange& range,
               const VisitKey& visit) {
  Batch batch(store, sets, visit);
  Rows rows(connection.statement(embedded::sql::units_between_sql).with(range.first, range.last));
  while (rows.next()) {
    const std::int64_t unit = rows->integer(0);
    if (unit < 0 || unit > IndexedUnit::kMaxId) {
      throw Error(ErrorCode::unsupported, connection.file().string() + ": unit " + std::to_string(unit) +
                                              " has a number too large for look-up; export the memory and import it");
    }
    batch.add(*rows.operator->());
  }
  batch.finish();
}

}  // namespace egiz::detail
