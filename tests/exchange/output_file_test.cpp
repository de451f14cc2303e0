// SPDX-License-Identifier: Apache-2.0
#include "exchange/output_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/error.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

std::size_t count_files(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

ErrorCode code_of_opening(const std::filesystem::path& file, bool overwrite = false) {
  try {
    OutputFile output(file, overwrite);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::cancelled;
}

}  // namespace

using exchange_test::read_file;

TEST_CASE("an output file is seen only when it is committed") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "перевод.txt";
  {
    OutputFile output(file);
    output.stream() << "сәлем";
    CHECK_FALSE(std::filesystem::exists(file));
    output.commit();
  }

  CHECK(read_file(file) == "сәлем");
  CHECK(count_files(folder.path()) == 1);
}

TEST_CASE("an output file that is given up leaves nothing, and what was there stays") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.txt";
  std::ofstream(file) << "old";

  { OutputFile(file, true).stream() << "new"; }

  CHECK(read_file(file) == "old");
  CHECK(count_files(folder.path()) == 1);
}

TEST_CASE("an output file says why it cannot be") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.txt";
  std::ofstream(file) << "old";

  CHECK(code_of_opening(file) == ErrorCode::exists);
  CHECK(code_of_opening(folder.path() / "missing" / "a.txt") == ErrorCode::not_found);
  CHECK(code_of_opening(folder.path(), true) == ErrorCode::io);
}

}  // namespace egiz
