// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/sqlite.h"

#include <new>
#include <utility>

namespace egiz::detail {
namespace {

constexpr int kBusyTimeoutMs = 5000;

constexpr std::string_view kBegin = "BEGIN";
constexpr std::string_view kBeginWrite = "BEGIN IMMEDIATE";
constexpr std::string_view kCommit = "COMMIT";
constexpr std::string_view kRollback = "ROLLBACK";

ErrorCode error_code(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ErrorCode::busy;
    case SQLITE_TOOBIG:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return ErrorCode::invalid_argument;
    case SQLITE_INTERRUPT:
      return ErrorCode::cancelled;
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOLFS:
    case SQLITE_READONLY:
      return ErrorCode::io;
    default:
      return ErrorCode::parse;  // corrupt, not a database, a table missing, a constraint broken
  }
}

std::string sentence(int code, const char* message) {
  switch (error_code(code)) {
    case ErrorCode::busy:
      return "another program is writing to this memory; try again when it has finished";
    case ErrorCode::parse:
      return std::string("the memory is damaged or no memory (") + message + "); restore it from a backup";
    case ErrorCode::io:
      if ((code & 0xff) == SQLITE_FULL) return "the disk is full; free some space and try again";
      if ((code & 0xff) == SQLITE_READONLY) return "the memory may not be written here; open it for reading only";
      return std::string("the operating system refused (") + message + "); check the folder and its permissions";
    default:
      return message;
  }
}

// A path as an SQLite URI: what has a meaning in one is escaped.
std::string uri(const std::filesystem::path& file, bool immutable) {
  std::string result = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    constexpr char kHex[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
      result += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      result += c;
    }
  }
  return immutable ? result + "?immutable=1" : result;
}

}  // namespace

Statement::Statement(Connection& connection, std::string_view sql) : connection_(&connection) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) connection.fail(code);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3_reset(statement_.get());
  connection_->fail(code);
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

std::string_view Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

Statement& Statement::with_values(std::span<const Value> values) {
  reset();
  int index = 0;
  for (const Value& value : values) {
    ++index;
    std::visit([&](const auto& one) { bind(index, one); }, value);
  }
  return *this;
}

void Statement::bind(int index, std::monostate) {
  if (const int code = sqlite3_bind_null(statement_.get(), index); code != SQLITE_OK) connection_->fail(code);
}

void Statement::bind(int index, std::int64_t value) {
  if (const int code = sqlite3_bind_int64(statement_.get(), index, value); code != SQLITE_OK) connection_->fail(code);
}

void Statement::bind(int index, double value) {
  if (const int code = sqlite3_bind_double(statement_.get(), index, value); code != SQLITE_OK) connection_->fail(code);
}

void Statement::bind(int index, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();  // a null pointer would bind NULL
  const int code = sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) connection_->fail(code);
}

void Statement::bind(int index, const Blob& value) {
  const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  const int code = sqlite3_bind_blob64(statement_.get(), index, bytes, value.bytes.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) connection_->fail(code);
}

void Statement::bind(int index, const std::optional<std::int64_t>& value) {
  if (value) return bind(index, *value);
  bind(index, std::monostate());
}

Connection::Connection(const std::filesystem::path& file, Mode mode) : file_(file) {
  const int flags = (mode == Mode::read_write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(uri(file, mode == Mode::immutable).c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  const char* cache = mode == Mode::read_write ? "PRAGMA cache_size = -32768" : "PRAGMA cache_size = -16384";  // KiB
  execute(cache);
  execute("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY");
}

Statement& Connection::statement(std::string_view constant_sql) {
  auto found = statements_.find(constant_sql.data());
  if (found == statements_.end()) {
    found = statements_.emplace(constant_sql.data(), Statement(*this, constant_sql)).first;
  }
  return found->second;
}

void Connection::execute(const std::string& sql) {
  if (const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) {
    fail(code);
  }
}

std::int64_t Connection::integer(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

void Connection::fail(int code) const {
  if ((code & 0xff) == SQLITE_NOMEM) throw std::bad_alloc();
  const char* message = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  throw Error(error_code(code), file_.string() + ": " + sentence(code, message));
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  if (connection.in_transaction()) {
    if (kind == Kind::read) return;
    throw Error(ErrorCode::invalid_argument, "a memory cannot be changed while its units are being visited");
  }
  connection.statement(kind == Kind::write ? kBeginWrite : kBegin).run();
  is_open_ = true;
}

Transaction::~Transaction() {
  if (!is_open_) return;
  try {
    connection_.statement(kRollback).run();
  } catch (const std::exception&) {
    // Nothing is left to do: the connection rolls back when it closes.
  }
}

void Transaction::commit() {
  if (!is_open_) return;
  connection_.statement(kCommit).run();
  is_open_ = false;
}

}  // namespace egiz::detail
