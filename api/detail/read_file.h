// SPDX-License-Identifier: Apache-2.0
#pragma once

// A whole file as bytes.

#include <filesystem>
#include <string>

namespace egiz::detail {

// Throws Error{not_found} when there is no such file, Error{io} when it cannot be read (a folder, no right).
std::string read_file(const std::filesystem::path& file);

}  // namespace egiz::detail
