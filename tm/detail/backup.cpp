// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/backup.h"

#include <unistd.h>

#include <memory>
#include <string>
#include <system_error>

#include "tm/detail/database.h"

namespace egiz::detail {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesPerStep = 1024;  // 4 MB: often enough to be stopped, seldom enough to be fast

// A file beside the one that is wanted; gone at the end unless it was renamed.
class PartFile {
 public:
  explicit PartFile(const fs::path& wanted) : path_(wanted) {
    path_ += ".part" + std::to_string(::getpid());
    create_empty_file(path_);
  }
  ~PartFile() {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(fs::path(path_) += suffix, ignored);
  }
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Finish {
  void operator()(sqlite3_backup* backup) const noexcept { sqlite3_backup_finish(backup); }
};

// SQLite begins again by itself when another connection changes the memory between two steps.
void copy_pages(Connection& from, Connection& to, const Progress& progress) {
  const std::unique_ptr<sqlite3_backup, Finish> backup(sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
  if (!backup) to.fail(sqlite3_extended_errcode(to.handle()));
  int code = SQLITE_OK;
  while ((code = sqlite3_backup_step(backup.get(), kPagesPerStep)) == SQLITE_OK) {
    const int total = sqlite3_backup_pagecount(backup.get());
    const int left = sqlite3_backup_remaining(backup.get());
    report_progress(progress, static_cast<std::uint64_t>(total - left), static_cast<std::uint64_t>(total));
  }
  if (code != SQLITE_DONE) to.fail(code);
}

}  // namespace

void copy_database(Connection& from, const fs::path& file, const Progress& progress) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(file, error))) {
    throw Error(ErrorCode::exists, file.string() + ": the file is already there; choose another name");
  }
  const PartFile part(file);
  {
    Connection to(part.path(), Connection::Mode::read_write);
    copy_pages(from, to, progress);
  }
  fs::rename(part.path(), file, error);
  if (error) throw Error(ErrorCode::io, file.string() + ": cannot be written (" + error.message() + ")");
}

}  // namespace egiz::detail
