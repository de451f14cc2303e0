// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/key_reader.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "text/match_key.h"
#include "tm/detail/embedded_sql.h"
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
};

// Collects whole units, then makes their keys together.
class Batch {
 public:
  Batch(UnitStore& store, LanguageSets& sets, const VisitKey& visit) : store_(store), sets_(sets), visit_(visit) {}

  // row: units_between.sql
  void add(const Statement& row) {
    const std::int64_t unit = row.integer(0);
    if (items_.empty() || items_.back().unit.id != unit) {
      finish_unit();
      if (items_.size() >= kTextsPerBatch) flush();
      has_codes_ = (row.integer(3) & kHasCodes) != 0;
      identity_ = static_cast<std::uint64_t>(row.integer(2));
    }
    const Language& language = store_.language(row.integer(4));
    identity_ -= variant_identity(language, row.text(5));
    const IndexedUnit indexed{unit, 0, static_cast<Origin::Kind>(row.integer(1))};
    items_.push_back({row.integer(4), &language, indexed, std::string(row.text(5))});
  }

  void flush() {
    finish_unit();
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, items_.size(), kTextsPerTask), [this](const auto& part) {
      for (std::size_t i = part.begin(); i < part.end(); ++i) {
        items_[i].text = match_key(items_[i].text, *items_[i].language);
      }
    });
    for (const Item& item : items_) visit_(item.language_id, item.unit, item.text);
    items_.clear();
    first_of_unit_ = 0;
  }

 private:
  // When the last variant of a unit was read, its set of languages is known, and whether its text is what was stored.
  void finish_unit() {
    LanguageSets::Set set;
    for (std::size_t i = first_of_unit_; i < items_.size(); ++i) set.push_back(items_[i].language_id);
    if (set.empty()) return;
    if (has_codes_) {
      store_.get(items_.back().unit.id);  // checks all of it
    } else if (identity_ != 0) {
      store_.fail_damaged(items_.back().unit.id);
    }
    std::ranges::sort(set);
    const std::uint16_t number = sets_.number(set);
    for (; first_of_unit_ < items_.size(); ++first_of_unit_) items_[first_of_unit_].unit.languages = number;
  }

  UnitStore& store_;
  LanguageSets& sets_;
  const VisitKey& visit_;
  std::vector<Item> items_;
  std::size_t first_of_unit_ = 0;
  std::uint64_t identity_ = 0;  // of the unit that is being read, less that of the variants that were
  bool has_codes_ = false;
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
  batch.flush();
}

}  // namespace egiz::detail
