// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which files of a folder translate each other: by their names where names help, by what they say where not.

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/lexicon.h"
#include "api/documents.h"
#include "base/progress.h"
#include "exchange/report.h"
#include "text/language.h"

namespace egiz {

// Two files or more that translate each other: ru, kk, en, then other languages by their tags.
struct DocumentGroup {
  std::vector<std::filesystem::path> files;
  std::vector<Language> languages;  // one for each file, all different
  double confidence = 1;            // probability, 0 to 1, that all of them belong together
  bool has_like_names = false;      // the names say so too

  bool operator==(const DocumentGroup&) const = default;
};

// The language that a file name names, and the name without it: "Law_kaz.txt" is kk, "law_*.txt".
// Known are kk kaz kz qaz каз қаз, ru rus рус, en eng англ ағыл, also with a region (ru-RU), and the tags of more, in
// any case, as the extension, a suffix or prefix set off by . _ - or space, or a folder.  nullopt when no part or more
// than one names one.
std::optional<std::pair<std::string, Language>> language_of_name(const std::filesystem::path& file,
                                                                 std::span<const Language> more = {});

// The groups that names make among the files of folder and the folders in it, ordered by name.  Files that are alone
// are left out.  Throws Error{not_found} when folder is not there.
std::vector<DocumentGroup> find_groups(const std::filesystem::path& folder, std::span<const Language> more = {});

struct PairFolderOptions {
  std::vector<Language> languages;   // beside ru, kk, en: told by names; one alone is also what is none of those three
  bool segmented = false;            // the files have one segment a line, empty lines end paragraphs
  SentenceRules rules = {};          // how texts are cut
  DocumentLimits limits = {};
  bool trusts_names = false;         // groups that names make are not read; their confidence is 1
  const Lexicon* lexicon = nullptr;  // nullptr: the built-in one; must outlive the call
};

struct AloneDocument {
  std::filesystem::path file;
  Language language;
};

struct PairFolderReport {
  std::vector<DocumentGroup> groups;  // ordered by their first file
  std::vector<DocumentGroup> denied;  // names say that they belong together, the texts that they do not
  std::vector<AloneDocument> alone;   // ordered
  std::vector<Finding> left_out;      // files that could not be read, or whose language could not be told
};

// Reads every file of folder and the folders in it and pairs them; names that begin with a dot are passed over, and
// files of units (TMX, XLIFF, tables).
// Memory: a profile of each document (about 12 bytes for each different word of it), the texts as long as they are
// together under 64 MB, and that of aligning 20,000 segments.  Time grows with the number of documents.
// Throws Error{not_found} when folder is not there, Error{cancelled}.
PairFolderReport pair_folder(const std::filesystem::path& folder, const PairFolderOptions& options = {},
                             const Progress& progress = {});

// A table of groups as TSV: a first line "confidence<TAB>names<TAB>ru<TAB>kk<TAB>en" with a column for each language
// that occurs, then a line a group; names is 1 where names say so too; a language that lacks has an empty cell. Throws
// Error{invalid_argument} for a name with a tab or a line break in it.
void write_group_table(std::ostream& out, std::span<const DocumentGroup> groups);

// Reads such a table; the columns confidence and names may be absent, and lines that are empty or begin with # are
// passed over.  Relative names are relative to the working folder.  Throws Error{not_found}, Error{parse} with the
// line.
std::vector<DocumentGroup> read_group_table(const std::filesystem::path& file);

// The same for text; name is for messages.
std::vector<DocumentGroup> parse_group_table(std::string_view text, std::string_view name);

}  // namespace egiz
