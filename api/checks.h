// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks of a whole memory or a file of units.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "exchange/report.h"
#include "tm/checks.h"

namespace egiz {

struct ReportedFinding {
  CheckFinding finding;
  std::string text;  // what stands at the place; empty where something lacks
};

struct CheckReport {
  std::size_t units = 0;  // that were checked
  std::size_t findings = 0;
  ReadReport read;  // of a file: what could not be read as a unit
};

// True for a file that is a memory, by its first bytes.  Throws Error{not_found}, Error{io}.
bool is_memory_file(const std::filesystem::path& file);

// Checks every unit of a memory, or of a file that read_units takes, whose units are numbered from 1.  Findings of
// single units come first, in order, then those of units together.  Throws what Memory::open, read_units and Checker
// throw; Error{cancelled}.
CheckReport check_file(const std::filesystem::path& file, const CheckOptions& options,
                       const std::function<void(const ReportedFinding&)>& report, const Progress& progress = {});

// Throws Error{not_found}, Error{io}, Error{parse}.
std::vector<Term> read_terms(const std::filesystem::path& file);

}  // namespace egiz
