// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files of a folder, and the order of languages in a group.

#include <filesystem>
#include <vector>

#include "api/pairing.h"

namespace egiz::detail {

// The regular files of a folder and the folders in it, ordered; names that begin with a dot are passed over.
// Throws Error{not_found} when folder is not there, Error{io} when it cannot be read.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder);

// ru, kk, en, then the others by their tags.
bool comes_first(const Language& a, const Language& b);

// Orders files and languages of a group alike.
void order_by_language(DocumentGroup& group);

}  // namespace egiz::detail
