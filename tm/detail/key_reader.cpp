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

  void add(std::int64_t unit, std::int64_t origin, std::int64_t language, std::string_view text) {
    if (items_.empty() || items_.back().unit.id != unit) {
      finish_unit();
      if (items_.size() >= kTextsPerBatch) flush();
    }
    IndexedUnit indexed{unit, 0, static_cast<Origin::Kind>(origin)};
    items_.push_back({language, &store_.language(language), indexed, std::string(text)});
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
  // The set of languages of a unit is known when its last variant was read.
  void finish_unit() {
    LanguageSets::Set set;
    for (std::size_t i = first_of_unit_; i < items_.size(); ++i) set.push_back(items_[i].language_id);
    if (set.empty()) return;
    std::ranges::sort(set);
    const std::uint16_t number = sets_.number(set);
    for (; first_of_unit_ < items_.size(); ++first_of_unit_) items_[first_of_unit_].unit.languages = number;
  }

  UnitStore& store_;
  LanguageSets& sets_;
  const VisitKey& visit_;
  std::vector<Item> items_;
  std::size_t first_of_unit_ = 0;
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
    batch.add(unit, rows->integer(1), rows->integer(2), rows->text(3));
  }
  batch.flush();
}

}  // namespace egiz::detail
