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

// Rows on their way to keys.  Texts of all rows lie in one piece: memory that one thread takes and another gives back is
// dear.
struct Batch {
  struct Row {
    std::int64_t unit = 0;
    Origin::Kind origin = Origin::Kind::human;
    std::uint64_t identity = 0;
    bool is_checked = false;
    std::size_t bytes = 0;  // of its variants
    std::size_t keys = 0;   // it has so many
  };
  struct Key {
    std::int64_t language = 0;
    std::size_t bytes = 0;
  };

  std::vector<Row> rows;
  std::string variants;  // packed
  std::vector<Key> keys;
  std::string key_texts;
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
      const std::string_view variants = rows_->text(4);
      batch->rows.push_back({unit, static_cast<Origin::Kind>(rows_->integer(1)),
                             static_cast<std::uint64_t>(rows_->integer(2)), has_codes, variants.size(), 0});
      batch->variants += variants;
    }
    return batch;
  }

  void make(Batch& batch) const {
    batch.key_texts.reserve(batch.variants.size());
    std::string_view rest = batch.variants;
    for (Batch::Row& row : batch.rows) {
      const std::string_view packed = rest.substr(0, row.bytes);
      rest.remove_prefix(row.bytes);
      if (!row.is_checked) check(row, packed);
      PackedVariants variants(packed);
      while (variants.next()) {
        const std::string key = match_key(variants.text(), language_of(variants.language(), row.unit));
        batch.keys.push_back({variants.language(), key.size()});
        batch.key_texts += key;
        ++row.keys;
      }
    }
  }

  // Before any text of it is looked at: a damaged one may be no UTF-8.
  void check(const Batch::Row& row, std::string_view packed) const {
    std::uint64_t identity = 0;
    PackedVariants variants(packed);
    while (variants.next()) identity += variant_identity(language_of(variants.language(), row.unit), variants.text());
    if (!variants.is_whole() || identity != row.identity) store_.fail_damaged(row.unit);
  }

  void give(const Batch& batch) {
    std::span<const Batch::Key> keys = batch.keys;
    std::string_view texts = batch.key_texts;
    for (const Batch::Row& row : batch.rows) {
      const IndexedUnit indexed{row.unit, number_of(keys.first(row.keys)), row.origin};
      for (const Batch::Key& key : keys.first(row.keys)) {
        visit_(key.language, indexed, texts.substr(0, key.bytes));
        texts.remove_prefix(key.bytes);
      }
      keys = keys.subspan(row.keys);
    }
  }

  std::uint16_t number_of(std::span<const Batch::Key> keys) {
    set_.clear();
    for (const Batch::Key& key : keys) set_.push_back(key.language);
    std::ranges::sort(set_);
    return sets_.number(set_);
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
  LanguageSets::Set set_;  // of the unit that is given
  std::map<std::int64_t, Language> languages_;  // empty while one thread does all
};

}  // namespace

void read_keys(Connection& connection, UnitStore& store, LanguageSets& sets, const UnitRange& range,
               const VisitKey& visit) {
  KeyMaker(connection, store, sets, range, visit).run();
}

}  // namespace egiz::detail
