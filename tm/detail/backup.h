// SPDX-License-Identifier: Apache-2.0
#pragma once

// A copy of a memory that is in use.

#include <filesystem>

#include "base/progress.h"
#include "tm/detail/sqlite.h"

namespace egiz::detail {

// Copies the database of from to file, which appears whole or not at all.  Throws Error{exists} when file is there,
// Error{io}, Error{busy}, Error{cancelled}.
void copy_database(Connection& from, const std::filesystem::path& file, const Progress& progress);

}  // namespace egiz::detail
