// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/salvage.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "tm/detail/database.h"
#include "tm/detail/embedded_sql.h"
#include "tm/detail/mapped_bytes.h"
#include "tm/detail/page_records.h"

namespace egiz::detail {
namespace {

namespace sql = embedded::sql;

constexpr std::uint32_t kPagesPerReport = 1024;

// The rows of a table.  N: its number, kept apart from the values; I: an integer; i: or NULL; R: a number; T: text; B: bytes.
struct Shape {
  std::string_view values;
  std::string_view statement;
};

const std::array<Shape, 9>& shapes() {
  static const std::array<Shape, 9> kShapes = {{{"NIIIIRiiTiiiiB", sql::salvage_unit_sql},
                                                {"NTII", sql::salvage_language_sql},
                                                {"NT", sql::salvage_name_sql},
                                                {"IIIIT", sql::salvage_property_sql},
                                                {"IIT", sql::salvage_note_sql},
                                                {"IIIIITT", sql::salvage_code_sql},
                                                {"IITT", sql::salvage_neighbour_sql},
                                                {"IIIIIi", sql::salvage_step_sql},
                                                {"TI", sql::salvage_spare_sql}}};  // counters, and indexes of names
  return kShapes;
}

bool fits(char wanted, const Value& value) {
  const bool is_integer = std::holds_alternative<std::int64_t>(value);
  switch (wanted) {
    case 'I':
      return is_integer;
    case 'i':
      return is_integer || std::holds_alternative<std::monostate>(value);
    case 'R':
      return is_integer || std::holds_alternative<double>(value);
    case 'T':
      return std::holds_alternative<std::string_view>(value);
    case 'B':
      return std::holds_alternative<Blob>(value);
    default:
      return std::holds_alternative<std::monostate>(value);
  }
}

bool fits(const Shape& shape, const Record& record) {
  return record.row.has_value() == (shape.values.front() == 'N') &&
         std::equal(shape.values.begin(), shape.values.end(), record.values.begin(), record.values.end(),
                    [](char wanted, const Value& value) { return fits(wanted, value); });
}

void insert(const Record& record, Connection& into) {
  const auto shape = std::ranges::find_if(shapes(), [&](const Shape& one) { return fits(one, record); });
  if (shape == shapes().end()) return;
  std::vector<Value> values = record.values;
  if (record.row) values.front() = *record.row;
  into.statement(shape->statement).with_values(values).run();
}

// A row of sqlite_schema names the root of a table or an index.
std::optional<std::uint32_t> root_in(const Record& record) {
  if (!record.row || record.values.size() != 5 || !std::holds_alternative<std::string_view>(record.values[0]))
    return std::nullopt;
  const auto* root = std::get_if<std::int64_t>(&record.values[3]);
  if (root == nullptr || *root < 1 || *root > 0xFFFFFFFE) return std::nullopt;
  return static_cast<std::uint32_t>(*root);
}

class PageWalk {
 public:
  PageWalk(const PageFile& pages, Connection& into, const Progress& progress)
      : pages_(pages), into_(into), progress_(progress), records_(pages), is_led_to_(std::size_t{pages.count()} + 1) {}

  void run() {
    find_ways();
    take_pages(true);
    if (!pages_.knows_free_pages()) into_.statement(sql::salvage_sure_sql).run();
    take_pages(false);
    if (pages_.knows_free_pages()) into_.statement(sql::salvage_sure_sql).run();
  }

 private:
  void lead_to(std::uint32_t number) {
    if (number < is_led_to_.size()) is_led_to_[number] = true;
  }

  void find_ways() {
    RecordReader schema(pages_);
    schema.read(pages_.tree_page(1), [&](const Record& record) {
      if (const auto root = root_in(record)) lead_to(*root);
    });
    for (std::uint32_t number = 1; number <= pages_.count(); ++number) {
      if (pages_.is_free(number)) continue;
      for (const std::uint32_t child : children_of(pages_.tree_page(number))) lead_to(child);
    }
  }

  void take_pages(bool are_led_to) {
    for (std::uint32_t number = 1; number <= pages_.count(); ++number) {
      if (number % kPagesPerReport == 0) report_progress(progress_, number, pages_.count());
      if (is_led_to_[number] != are_led_to || pages_.is_free(number)) continue;
      records_.read(pages_.tree_page(number), [&](const Record& record) { insert(record, into_); });
    }
  }

  const PageFile& pages_;
  Connection& into_;
  const Progress& progress_;
  RecordReader records_;
  std::vector<bool> is_led_to_;
};

Bytes bytes_of(const std::optional<MappedBytes>& mapped) { return mapped ? mapped->bytes() : Bytes(); }

}  // namespace

void salvage_rows(const PageFile& pages, Connection& into, const Progress& progress) {
  into.execute(std::string(sql::salvage_schema_sql));
  Transaction transaction(into, Transaction::Kind::write);
  PageWalk(pages, into, progress).run();
  for (const std::string_view statement :
       {sql::salvage_names_again_sql, sql::salvage_names_lost_sql, sql::salvage_counter_sql, sql::salvage_index_sql}) {
    into.statement(statement).run();
  }
  transaction.commit();
}

Salvage::Salvage(const std::filesystem::path& damaged, const std::filesystem::path& scratch, const Progress& progress)
    : scratch_(scratch) {
  const auto file = MappedBytes::read_file(damaged);
  if (!file) throw Error(ErrorCode::io, damaged.string() + ": cannot be read; check its permissions");
  const auto log = MappedBytes::read_file(std::filesystem::path(damaged) += "-wal");
  connection_ = create_database(scratch);
  try {
    connection_->execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");  // it goes when it was read
    salvage_rows(PageFile(bytes_of(file), bytes_of(log)), *connection_, progress);
    name_lost_languages(*connection_);
    store_.emplace(*connection_);
  } catch (...) {
    connection_.reset();
    remove_database(scratch);
    throw;
  }
}

Salvage::~Salvage() {
  store_.reset();
  connection_.reset();
  remove_database(scratch_);
}

bool Salvage::is_sure(std::int64_t id) {
  Rows row(connection_->statement(sql::is_sure_sql).with(id));
  return row.next();
}

bool Salvage::was_removed(std::int64_t id) {
  Rows row(connection_->statement(sql::was_removed_sql).with(id));
  return row.next();
}

}  // namespace egiz::detail
