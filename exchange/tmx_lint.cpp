// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx_lint.h"

#include <algorithm>
#include <memory>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "exchange/detail/byte_source.h"
#include "exchange/tmx/lint_rules.h"
#include "exchange/tmx/tmx_linter.h"

namespace egiz {
namespace {

constexpr std::uintmax_t kMaxFile = 1'000'000'000;  // bytes, in Trados cloud

// "notes.tmx:3:5" and "not well-formed XML: ..." of a message that begins with the name of its file.
std::pair<std::string, std::string> place_and_reason(const std::string& message, const std::string& name) {
  const std::size_t end = message.starts_with(name) ? message.find(": ", name.size()) : std::string::npos;
  if (end == std::string::npos) return {name, message};
  return {message.substr(0, end), message.substr(end + 2)};
}

void add_fault(TmxLintReport& report, std::string_view rule, std::string place, std::string message) {
  ++report.counts[std::string(rule)];
  report.faults.push_back({std::move(place), std::string(rule), std::move(message), exchange::programs_of(rule)});
}

// Fills report as far as the file can be read.
void lint(exchange::XmlInput& input, std::uint64_t total, const Progress& progress, TmxLintReport& report) {
  constexpr std::size_t kUnitsPerReport = 1024;
  exchange::XmlParser parser(input);
  std::size_t units = 0;
  exchange::TmxLinter linter(input, parser, report, [&](std::uint64_t done) {
    if (++units % kUnitsPerReport == 0) report_progress(progress, std::min(done, total), total);
  });
  parser.parse(linter);
  linter.finish();
}

TmxLintReport lint(std::unique_ptr<exchange::ByteSource> source, const std::string& name, std::uint64_t total,
                   const Progress& progress) {
  TmxLintReport report;
  try {
    exchange::XmlInput input(std::move(source), name);
    lint(input, total, progress, report);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::parse && error.code() != ErrorCode::unsupported) throw;
    auto [place, reason] = place_and_reason(error.what(), name);
    add_fault(report, "not-well-formed", std::move(place), std::move(reason));
  }
  return report;
}

}  // namespace

TmxLintReport lint_tmx(const std::filesystem::path& file, const Progress& progress) {
  std::error_code ignored;
  const std::uintmax_t found = std::filesystem::file_size(file, ignored);
  const std::uint64_t size = ignored ? 0 : found;
  TmxLintReport report = lint(exchange::open_bytes(file), file.string(), size, progress);
  if (size > kMaxFile) {
    add_fault(report, "too-large", file.string(), std::to_string(size) + " bytes");
  }
  return report;
}

TmxLintReport lint_tmx(std::string_view bytes, std::string_view name) {
  return lint(exchange::open_memory(bytes), std::string(name), bytes.size(), {});
}

}  // namespace egiz
