// SPDX-License-Identifier: Apache-2.0
#pragma once

// The format of a table that a user names.

#include <filesystem>

#include "exchange/table_writer.h"

namespace egiz::detail {

// Throws Error{unsupported} when the name ends like no table's.
TableFormat table_format_in(const std::filesystem::path& file);

}  // namespace egiz::detail
