// SPDX-License-Identifier: Apache-2.0
#include "tm/recover.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/error.h"
#include "tm/detail/database.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/unit_store.h"

namespace egiz {
namespace {

// Gives the whole units of a memory one after another.
class Recovery {
 public:
  explicit Recovery(const std::filesystem::path& file)
      : connection_(detail::open_database(file, false)), store_(*connection_), end_(find_end()) {}

  bool next(TranslationUnit& unit) {
    while (next_ < end_) {
      const std::int64_t id = next_++;
      try {
        auto whole = store_.get(id);
        if (!whole) continue;  // it was removed
        unit = *std::move(whole);
        ++report_.recovered;
        return true;
      } catch (const Error&) {
        report_.lost.push_back(UnitId{id});
      }
    }
    return false;
  }

  RecoverReport take() { return std::move(report_); }

 private:
  // The id behind the last one, from whatever can still be read.
  std::int64_t find_end() {
    const auto from = [&](auto read) -> std::int64_t {
      try {
        return read();
      } catch (const Error&) {
        return 1;
      }
    };
    const std::int64_t counted = from([&] { return store_.counter("next_unit"); });
    const std::int64_t present = from([&] {
      detail::Rows row(connection_->statement(embedded::sql::last_unit_sql).with());
      return row.next() ? row->integer(0) + 1 : 1;
    });
    return std::max<std::int64_t>({1, counted, present});
  }

  std::unique_ptr<detail::Connection> connection_;
  detail::UnitStore store_;
  std::int64_t next_ = 1;
  std::int64_t end_;
  RecoverReport report_;
};

}  // namespace

RecoverReport recover_memory(const std::filesystem::path& damaged, const std::filesystem::path& to,
                             const Progress& progress) {
  Recovery recovery(damaged);
  RecoverReport report;
  Memory memory = Memory::create(to);
  try {
    memory.add_all([&](TranslationUnit& unit) { return recovery.next(unit); }, progress);
    report = recovery.take();
    if (report.recovered == 0) throw Error(ErrorCode::parse, damaged.string() + ": no unit in it is whole");
  } catch (...) {
    { const Memory closed = std::move(memory); }
    Memory::erase(to);
    throw;
  }
  return report;
}

}  // namespace egiz
