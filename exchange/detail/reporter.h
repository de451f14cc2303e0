// SPDX-License-Identifier: Apache-2.0
#pragma once

// Counts what a reader did, and keeps the first findings.

#include <string>
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

  ReadReport take() { return std::move(report_); }

 private:
  ReadReport report_;
};

}  // namespace egiz::exchange
