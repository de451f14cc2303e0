// SPDX-License-Identifier: Apache-2.0
#pragma once

// Counts what a reader did, and keeps the first findings.

#include <string>
#include <string_view>
#include <utility>

#include "exchange/report.h"

namespace egiz::exchange {

class Reporter {
 public:
  void delivered() { ++report_.read; }

  void skipped(std::string place, std::string reason) {
    ++report_.skipped;
    add(std::move(place), std::move(reason));
  }

  void repaired(std::string place, std::string reason) {
    ++report_.repaired;
    add(std::move(place), std::move(reason));
  }

  // What concerns no single unit.
  void add(std::string place, std::string reason) {
    if (report_.findings.size() >= ReadReport::kMaxFindings) return;
    report_.findings.push_back({std::move(place), std::move(reason)});
  }

  // What ended the reading of a file before its end: an Error whose message begins with its place in the file.
  void broken(std::string_view name, std::string_view message) {
    const std::size_t end = message.starts_with(name) ? message.find(": ", name.size()) : std::string_view::npos;
    const bool has_place = end != std::string_view::npos;
    add(std::string(has_place ? message.substr(0, end) : name),
        std::string(has_place ? message.substr(end + 2) : message) + "; what stands behind it was not read");
  }

  ReadReport take() { return std::move(report_); }

 private:
  ReadReport report_;
};

}  // namespace egiz::exchange
