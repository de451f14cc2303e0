// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which files of a folder translate each other, by their names.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/language.h"

namespace egiz {

// Two or three files that translate each other, ordered ru, kk, en.
struct DocumentGroup {
  std::vector<std::filesystem::path> files;
  std::vector<Language> languages;
};

// The language that a file name names, and the name without it: "Law_kaz.txt" is kk, "law_*.txt".
// Known are kk kaz kz qaz каз қаз, ru rus рус, en eng англ ағыл, also with a region (ru-RU), in any case, as the
// extension, a suffix or prefix set off by . _ - or space, or a folder.  nullopt when no part or more than one names
// one.
std::optional<std::pair<std::string, Language>> language_of_name(const std::filesystem::path& file);

// The groups among the files of folder and the folders in it, ordered by name.  Files that are alone are left out.
// Throws Error{not_found} when folder is not there.
std::vector<DocumentGroup> find_groups(const std::filesystem::path& folder);

}  // namespace egiz
