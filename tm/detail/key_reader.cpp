// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/key_reader.h"

#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "text/match_key.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/packed_variants.h"
#include "tm/detail/unit_hash.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kRowsPerBatch = 512;
constexpr std::size_t kBatchesAtATime = 8;

// Rows on their way to keys.
struct Batch {
  struct Row {
    std::int64_t unit = 0;
    Origin::Kind origin = Origin::Kind::human;
    std::uint64_t identity = 0;
    bool is_checked = false;
    std::string variants;  // packed
  };
  struct Key {
    std::int64_t language = 0;
    std::string text;
  };
  struct Unit {
    IndexedUnit indexed;
    std::size_t end = 0;  // of its keys
  };

  std::vector<Row> rows;
  std::vector<Key> keys;
  std::vector<Unit> units;
};
using BatchPtr = std::shared_ptr<Batch>;

// Reads rows, makes keys of them, gives those: three steps, the middle one by many threads.
class KeyMaker {
 public:
  KeyMaker(Connection& connection, UnitStore& store, LanguageSets& sets, const UnitRange& range, const VisitKey& visit)
      : connection_(connection),
        store_(store),
        sets_(sets),
        rows_(connection.statement(embedded::sql::units_between_sql).with(range.first, range.last)),
        visit_(visit) {}

  void run() {
    BatchPtr first = read();
    if (first->rows.size() < kRowsPerBatch) {  // a few are not worth a thread
      make(*first);
      give(*first);
      return;
    }
    load_languages();
    const auto take = [&](tbb::flow_control& control) {
      BatchPtr batch = first ? std::exchange(first, nullptr) : read();
      if (batch->rows.empty()) control.stop();
      return batch;
    };
    const auto make_keys = [this](const BatchPtr& batch) {
      make(*batch);
      return batch;
    };
    tbb::parallel_pipeline(
        kBatchesAtATime, tbb::make_filter<void, BatchPtr>(tbb::filter_mode::serial_in_order, take) &
                             tbb::make_filter<BatchPtr, BatchPtr>(tbb::filter_mode::parallel, make_keys) &
                             tbb::make_filter<BatchPtr, void>(tbb::filter_mode::serial_in_order,
                                                              [this](const BatchPtr& batch) { give(*batch); }));
  }

 private:
  // The step that uses the connection.
  BatchPtr read() {
    auto batch = std::make_shared<Batch>();
    batch->rows.reserve(kRowsPerBatch);
    while (batch->rows.size() < kRowsPerBatch && !has_ended_) {
      has_ended_ = !rows_.next();
      if (has_ended_) break;
      const std::int64_t unit = rows_->integer(0);
      if (unit < 0 || unit > IndexedUnit::kMaxId) {
        throw Error(ErrorCode::unsupported, connection_.file().string() + ": unit " + std::to_string(unit) +
                                                " has a number too large for look-up; export the memory and import it");
      }
      const bool has_codes = (rows_->integer(3) & kHasCodes) != 0;
      if (has_codes) store_.get(unit);  // checks all of it
      batch->rows.push_back({unit, static_cast<Origin::Kind>(rows_->integer(1)),
                             static_cast<std::uint64_t>(rows_->integer(2)), has_codes, std::string(rows_->text(4))});
    }
    return batch;
  }

  void make(Batch& batch) const {
    for (const Batch::Row& row : batch.rows) {
      if (!row.is_checked) check(row);
      PackedVariants variants(row.variants);
      while (variants.next()) {
        const Language& language = language_of(variants.language(), row.unit);
        batch.keys.push_back({variants.language(), match_key(variants.text(), language)});
      }
      batch.units.push_back({{row.unit, 0, row.origin}, batch.keys.size()});
    }
  }

  // Before any text of it is looked at: a damaged one may be no UTF-8.
  void check(const Batch::Row& row) const {
    std::uint64_t identity = 0;
    PackedVariants variants(row.variants);
    while (variants.next()) identity += variant_identity(language_of(variants.language(), row.unit), variants.text());
    if (!variants.is_whole() || identity != row.identity) store_.fail_damaged(row.unit);
  }

  void give(const Batch& batch) {
    std::size_t begin = 0;
    for (const Batch::Unit& unit : batch.units) {
      const auto keys = std::span(batch.keys).subspan(begin, unit.end - begin);
      begin = unit.end;
      IndexedUnit indexed = unit.indexed;
      indexed.languages = number_of(keys);
      for (const Batch::Key& key : keys) visit_(key.language, indexed, key.text);
    }
  }

  std::uint16_t number_of(std::span<const Batch::Key> keys) {
    LanguageSets::Set set;
    for (const Batch::Key& key : keys) set.push_back(key.language);
    std::ranges::sort(set);
    return sets_.number(set);
  }

  // Other threads may not ask the connection.
  void load_languages() {
    Rows rows(connection_.statement(embedded::sql::languages_sql).with());
    while (rows.next()) languages_.emplace(rows->integer(0), store_.language(rows->integer(0)));
  }

  const Language& language_of(std::int64_t id, std::int64_t unit) const {
    if (languages_.empty()) return store_.language(id);
    const auto found = languages_.find(id);
    if (found == languages_.end()) store_.fail_damaged(unit);
    return found->second;
  }

  Connection& connection_;
  UnitStore& store_;
  LanguageSets& sets_;
  Rows rows_;
  const VisitKey& visit_;
  bool has_ended_ = false;
  std::map<std::int64_t, Language> languages_;  // empty while one thread does all
};

}  // namespace

void read_keys(Connection& connection, UnitStore& store, LanguageSets& sets, const UnitRange& range,
               const VisitKey& visit) {
  KeyMaker(connection, store, sets, range, visit).run();
}

}  // namespace egiz::detail
