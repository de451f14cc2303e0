// SPDX-License-Identifier: Apache-2.0
// Every file in fixtures/exchange/<format>/ is read, and what came of it compared with <file>.expected: a line with the
// report or the error, then a line of JSONL for each unit.  EGIZ_UPDATE=1 writes the expectations anew.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/detail/json_text.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

const char* error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::parse:
      return "parse";
    case ErrorCode::unsupported:
      return "unsupported";
    default:
      return "other";
  }
}

std::string json_string(const std::string& text) {
  std::string json;
  exchange::append_json_string(json, text);
  return json;
}

std::string report_line(const ReadReport& report) {
  std::string line = "{\"read\":" + std::to_string(report.read) + ",\"skipped\":" + std::to_string(report.skipped) +
                     ",\"repaired\":" + std::to_string(report.repaired) + ",\"findings\":[";
  for (const Finding& finding : report.findings) {
    if (line.back() != '[') line += ',';
    line += json_string(finding.place + ": " + finding.reason);
  }
  return line + "]}\n";
}

// What reading file gives, as text.  Places name the file without its folder.
std::string outcome_of(const std::filesystem::path& file) {
  const std::filesystem::path back = std::filesystem::current_path();
  std::filesystem::current_path(file.parent_path());
  std::vector<TranslationUnit> units;
  std::string first;
  try {
    UnitReadOptions options;
    options.partial = file.stem().extension() == ".partial";
    const UnitSink keep = [&](TranslationUnit&& unit) {
      units.push_back(std::move(unit));
      return true;
    };
    first = report_line(read_units(file.filename(), keep, options));
  } catch (const Error& error) {
    first =
        std::string("{\"error\":\"") + error_name(error.code()) + "\",\"message\":" + json_string(error.what()) + "}\n";
  }
  std::filesystem::current_path(back);
  return first + exchange_test::write_text(units, UnitFormat::jsonl);
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(EGIZ_FIXTURES "/exchange")) {
    if (!entry.is_regular_file() || entry.path().extension() == ".expected") continue;
    const std::string folder = entry.path().parent_path().filename().string();
    if (folder == "tmx" || folder == "xliff" || folder == "po" || folder == "table" || folder == "jsonl" ||
        folder == "xlsx") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("every file of fixtures/exchange reads as it says beside it") {
  const auto files = case_files();
  CHECK(files.size() >= 60);
  for (const std::filesystem::path& file : files) {
    CAPTURE(file);
    const std::filesystem::path expected = file.string() + ".expected";
    const std::string outcome = outcome_of(file);
    if (std::getenv("EGIZ_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << outcome;
    CHECK(outcome == exchange_test::read_file(expected));
  }
}

TEST_CASE("what was read from a file survives being written to TMX and JSONL") {
  for (const std::filesystem::path& file : case_files()) {
    CAPTURE(file);
    std::vector<TranslationUnit> units;
    try {
      read_units(file, [&](TranslationUnit&& unit) {
        units.push_back(std::move(unit));
        return true;
      });
    } catch (const Error&) {
      continue;
    }
    if (units.empty()) continue;
    CHECK(exchange_test::read_text(exchange_test::write_text(units, UnitFormat::jsonl), "a.jsonl").units == units);
    CHECK(exchange_test::read_text(exchange_test::write_text(units, UnitFormat::tmx), "a.tmx").units == units);
  }
}

}  // namespace egiz
