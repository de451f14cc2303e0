// SPDX-License-Identifier: Apache-2.0
#pragma once

// SQLite as values: a connection, a prepared statement, a transaction.  The only file that includes sqlite3.h.

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

#include "base/error.h"

namespace egiz::detail {

class Connection;

// Bytes to be bound as a blob.
struct Blob {
  std::string_view bytes;
};

// What a column may hold; monostate is NULL.  Looks at the text and the bytes of another.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob>;

// A prepared statement.  Values are always bound, never glued into the text.  Text and blobs that are
// bound must live until the last step.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);

  // Forgets the last run and binds values to ?1, ?2 ... in order.
  template <class... Values>
  Statement& with(const Values&... values) {
    reset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }

  // The same for values whose types only the run of the program tells.
  Statement& with_values(std::span<const Value> values);

  // True when there is a row to read.
  bool step();

  // Runs a statement that gives no rows.
  void run();

  // Ends a run early, so that it holds no lock.
  void reset() noexcept { sqlite3_reset(statement_.get()); }

  // Columns count from 0; a view lives until the next step or reset.
  bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
  std::string_view text(int column) const;
  std::optional<std::int64_t> optional_integer(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };

  void bind(int index, std::monostate);
  void bind(int index, std::int64_t value);
  void bind(int index, double value);
  void bind(int index, std::string_view value);
  void bind(int index, const std::optional<std::int64_t>& value);
  void bind(int index, const Blob& value);

  Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A statement that is reset when the reader of its rows leaves, however it leaves.
class Rows {
 public:
  explicit Rows(Statement& statement) : statement_(statement) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() { statement_.reset(); }

  bool next() { return statement_.step(); }
  const Statement* operator->() const { return &statement_; }

 private:
  Statement& statement_;
};

// An open database.  Not movable: statements point to it.
class Connection {
 public:
  enum class Mode { read_only, read_write, immutable };

  // Throws Error{not_found}, Error{io}, Error{parse}.  The file must be there.
  Connection(const std::filesystem::path& file, Mode mode);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // The statement of an embedded constant: prepared once, kept.
  Statement& statement(std::string_view constant_sql);

  // Runs one or more statements that give no rows anybody reads.
  void execute(const std::string& sql);
  std::int64_t integer(const std::string& sql);

  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  const std::filesystem::path& file() const { return file_; }
  sqlite3* handle() const { return handle_.get(); }

  // Throws what code means, with the file's name before it.
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
  };

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::unordered_map<const char*, Statement> statements_;
};

// A transaction that is undone unless commit() was reached.  One for reading inside another does nothing of its
// own; one for writing is refused there with Error{invalid_argument}.
class Transaction {
 public:
  enum class Kind { read, write };

  // Kind::write takes the write lock at once.  Throws Error{busy} when another writer holds it too long.
  Transaction(Connection& connection, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  Connection& connection_;
  bool is_open_ = false;
};

}  // namespace egiz::detail
