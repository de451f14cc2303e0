// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/database.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "tm/detail/embedded_sql.h"

namespace egiz::detail {
namespace {

namespace fs = std::filesystem;

constexpr int kOldestSchema = 2;  // what is older no release made
constexpr int kOwnerOnly = S_IRUSR | S_IWUSR;  // a memory holds what its owner translates: nobody else's business

[[noreturn]] void fail(ErrorCode code, const fs::path& file, const std::string& what) {
  throw Error(code, file.string() + ": " + what);
}

void write_schema(Connection& connection) {
  connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  Transaction transaction(connection, Transaction::Kind::write);
  connection.execute(std::string(embedded::sql::schema_sql));
  connection.statement(embedded::sql::insert_memory_sql).run();
  connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  connection.execute("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  transaction.commit();
}

void check_is_memory(Connection& connection) {
  const fs::path& file = connection.file();
  if (connection.integer("PRAGMA application_id") != kApplicationId) {
    fail(ErrorCode::parse, file, "not a translation memory of Egiz; import it if it is a TMX file");
  }
  const std::int64_t version = connection.integer("PRAGMA user_version");
  if (version > kSchemaVersion) {
    fail(ErrorCode::unsupported, file,
         "written by a newer Egiz (schema " + std::to_string(version) + ", this one knows " +
             std::to_string(kSchemaVersion) + "); update Egiz");
  }
  if (version < 1) fail(ErrorCode::parse, file, "the memory has no schema; it is damaged, restore it from a backup");
  if (version < kOldestSchema) {
    fail(ErrorCode::unsupported, file, "made before the first release of Egiz; make it again from its sources");
  }
}

// Version 2 knew no authors.  What is only read may stay as it is.
void migrate(Connection& connection) {
  if (connection.integer("PRAGMA user_version") == kSchemaVersion) return;
  Transaction transaction(connection, Transaction::Kind::write);
  if (connection.integer("PRAGMA user_version") == kSchemaVersion) return;  // another one was faster
  connection.execute(std::string(embedded::sql::migrate_to_3_sql));
  connection.execute("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  transaction.commit();
}

bool has_unwritten_pages(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(fs::path(file) += "-wal", error);
  return !error && size > 0;
}

// A memory in WAL mode wants to make a file beside it even to be read.  In a folder where that is forbidden
// nobody else can be writing either, so it may be read as a file that never changes.
std::unique_ptr<Connection> connect_for_reading(const fs::path& file) {
  if (::access(fs::absolute(file).parent_path().c_str(), W_OK) != 0 && !has_unwritten_pages(file)) {
    return std::make_unique<Connection>(file, Connection::Mode::immutable);
  }
  if (::access(file.c_str(), W_OK) != 0) return std::make_unique<Connection>(file, Connection::Mode::read_only);
  // One that could write clears the files beside the memory away when it is the last to close it.
  auto connection = std::make_unique<Connection>(file, Connection::Mode::read_write);
  connection->execute("PRAGMA query_only = ON");
  return connection;
}

}  // namespace

// The empty file is made by hand: SQLite would let the umask decide who may read it.
void create_empty_file(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kOwnerOnly);
  if (descriptor < 0) {
    const int error = errno;
    if (error == EEXIST) fail(ErrorCode::exists, file, "the file is already there; choose another name or add to it");
    fail(ErrorCode::io, file,
         "the memory cannot be made here (" + std::generic_category().message(error) + "); check the folder");
  }
  ::close(descriptor);
}

std::unique_ptr<Connection> create_database(const fs::path& file) {
  create_empty_file(file);
  try {
    auto connection = std::make_unique<Connection>(file, Connection::Mode::read_write);
    write_schema(*connection);
    return connection;
  } catch (...) {
    remove_database(file);
    throw;
  }
}

void remove_database(const fs::path& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal", ".index"}) fs::remove(fs::path(file) += suffix, ignored);
}

std::unique_ptr<Connection> open_database(const fs::path& file, bool for_writing) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) fail(ErrorCode::not_found, file, "there is no such file");
  if (!fs::is_regular_file(status)) fail(ErrorCode::parse, file, "not a file; a memory is one file");
  auto connection =
      for_writing ? std::make_unique<Connection>(file, Connection::Mode::read_write) : connect_for_reading(file);
  check_is_memory(*connection);
  if (!for_writing) return connection;
  connection->execute("PRAGMA synchronous = FULL");
  migrate(*connection);
  return connection;
}

}  // namespace egiz::detail
