// SPDX-License-Identifier: Apache-2.0
#include "tm/recover.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/error.h"
#include "tm/detail/database.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/salvage.h"
#include "tm/detail/unit_hash.h"

namespace egiz {
namespace {

namespace sql = embedded::sql;

constexpr std::uint64_t kBytesOfUnit = 16;  // no unit takes less of a file: more of them were never there

// The id behind id that is there, or nullopt.
std::optional<std::int64_t> id_after(detail::Connection& connection, std::int64_t id) {
  detail::Rows row(connection.statement(sql::unit_after_sql).with(id));
  if (!row.next()) return std::nullopt;
  return row->integer(0);
}

// The id behind the last one, as the memory counted.
std::int64_t counted_end(detail::UnitStore& store) {
  try {
    return store.counter("next_unit");
  } catch (const Error&) {
    return 0;
  }
}

// Gives the whole units of a memory one after another: from its trees as far as they lead, else from its pages.
class Recovery {
 public:
  Recovery(const std::filesystem::path& file, const std::filesystem::path& to, const Progress& progress)
      : file_(file), scratch_(std::filesystem::path(to) += ".salvage"), progress_(progress) {
    std::error_code ignored;
    ids_to_try_ = std::filesystem::file_size(file, ignored) / kBytesOfUnit;
    try {
      connection_ = detail::open_database(file, false);
      store_.emplace(*connection_);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::parse && error.code() != ErrorCode::unsupported) throw;
      why_ = error;
    }
  }

  bool next(TranslationUnit& unit) {
    while (const auto id = next_id()) {
      last_ = *id;
      if (auto found = read(*id)) {
        unit = *std::move(found);
        ++report_.recovered;
        return true;
      }
    }
    return false;
  }

  RecoverReport take() { return std::move(report_); }

  // Why the file could not be opened, if so.
  const std::optional<Error>& why() const { return why_; }

 private:
  // As long as the tree leads from each unit to the next, no other can be missing.  Then every id is tried.
  std::optional<std::int64_t> next_id() {
    if (store_ && !is_broken_) {
      try {
        return id_after(*connection_, last_);
      } catch (const Error&) {
        is_broken_ = true;
      }
    }
    if (!end_) end_ = std::max(counted_end(pages().store()), store_ ? counted_end(*store_) : 0);
    if (last_ + 1 < *end_ && ids_to_try_ > 0) {
      --ids_to_try_;
      return last_ + 1;
    }
    return id_after(pages().connection(), last_);
  }

  std::optional<TranslationUnit> read(std::int64_t id) {
    if (store_) {
      try {
        return store_->get(id);  // nothing: it was removed
      } catch (const Error&) {
        is_broken_ = true;
      }
    }
    auto unit = from_pages(id);
    if (!unit && (store_ || !pages().was_removed(id))) report_.lost.push_back(UnitId{id});
    return unit;
  }

  std::optional<TranslationUnit> from_pages(std::int64_t id) {
    std::optional<detail::UnitStore::Stored> stored;
    try {
      stored = pages().store().read(id);
    } catch (const Error&) {
      return std::nullopt;
    }
    if (!stored) return std::nullopt;
    if (detail::unit_checksum(stored->unit) != stored->hashes.checksum) {
      if (detail::unit_identity(stored->unit) != stored->hashes.identity) return std::nullopt;
      stored->unit = texts_alone(std::move(stored->unit));
      report_.texts_only.push_back(UnitId{id});
    }
    if (!pages().is_sure(id)) ++report_.unsure;
    return std::move(stored->unit);
  }

  static TranslationUnit texts_alone(TranslationUnit unit) {
    TranslationUnit bare;
    for (Variant& variant : unit.variants) {
      bare.variants.push_back({variant.language, std::move(variant.text), std::move(variant.codes), {}, {}, {}});
    }
    bare.origin.kind = Origin::Kind::imported;
    return bare;
  }

  detail::Salvage& pages() {
    if (!pages_) pages_.emplace(file_, scratch_, progress_);
    return *pages_;
  }

  std::filesystem::path file_;
  std::filesystem::path scratch_;
  Progress progress_;
  std::unique_ptr<detail::Connection> connection_;
  std::optional<detail::UnitStore> store_;  // none when the file cannot be opened
  std::optional<Error> why_;
  std::optional<detail::Salvage> pages_;  // made when the trees do not do
  bool is_broken_ = false;
  std::int64_t last_ = 0;
  std::optional<std::int64_t> end_;
  std::uint64_t ids_to_try_ = 0;  // beyond those that are there: a wrong id may be any number
  RecoverReport report_;
};

}  // namespace

RecoverReport recover_memory(const std::filesystem::path& damaged, const std::filesystem::path& to,
                             const Progress& progress) {
  Recovery recovery(damaged, to, progress);
  RecoverReport report;
  Memory memory = Memory::create(to);
  try {
    memory.add_all([&](TranslationUnit& unit) { return recovery.next(unit); }, progress);
    report = recovery.take();
    if (report.recovered == 0) {
      if (recovery.why()) throw Error(*recovery.why());
      throw Error(ErrorCode::parse, damaged.string() + ": no unit in it is whole");
    }
  } catch (...) {
    { const Memory closed = std::move(memory); }
    Memory::erase(to);
    throw;
  }
  return report;
}

}  // namespace egiz
