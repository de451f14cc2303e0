// SPDX-License-Identifier: Apache-2.0
#pragma once

// The file of a memory: made, recognised, opened.

#include <filesystem>
#include <memory>

#include "tm/detail/sqlite.h"

namespace egiz::detail {

inline constexpr int kApplicationId = 0x4547495A;  // "EGIZ"
inline constexpr int kSchemaVersion = 3;

// Makes an empty file that its owner alone may read and write.  Throws Error{exists} when something is there, Error{io}.
void create_empty_file(const std::filesystem::path& file);

// Makes an empty memory, readable and writable for its owner alone.
// Throws Error{exists} when something is there, Error{io}.
std::unique_ptr<Connection> create_database(const std::filesystem::path& file);

// Throws Error{not_found}; Error{parse} for a file that is no memory or is damaged; Error{unsupported} for
// one that a newer version wrote; Error{busy}; Error{io}.
std::unique_ptr<Connection> open_database(const std::filesystem::path& file, bool for_writing);

// Deletes a memory with all files beside it; nothing happens when it is not there.
void remove_database(const std::filesystem::path& file);

}  // namespace egiz::detail
