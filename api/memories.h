// SPDX-License-Identifier: Apache-2.0
#pragma once

// Documents and files into a memory, and out of it.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "api/alignment.h"
#include "base/progress.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"
#include "text/language.h"
#include "tm/memory.h"

namespace egiz {

// Opens the memory to write into it, and makes it first when it is not there.
Memory open_or_create_memory(const std::filesystem::path& file);

// Does work in a memory that is opened, or made; a memory that was made is taken away again when work throws or
// returns false, for nothing was put into it.
void with_memory(const std::filesystem::path& file, const std::function<bool(Memory&)>& work);

struct AddDocumentsOptions {
  std::vector<Language> languages;  // of the documents, in order; empty: identified
  bool segmented = false;
  SentenceRules rules = {};
  bool force = false;  // add even when the documents do not seem to translate each other
  DocumentLimits limits = {};
  const Lexicon* lexicon = nullptr;  // nullptr: the built-in one; must outlive the call
  std::vector<Bead> fixed = {};      // beads of two documents that are given, in order
  bool moves = false;                // align moved passages, too
};

// What became of one group of documents, or of one file of units.
struct AddDocumentsResult {
  std::vector<std::string> documents;
  std::size_t segments = 0;  // of all documents together; 0 for a file of units
  std::size_t units = 0;     // beads with text on two sides or more; units that were read
  AddReport report;
  double parallelism = 0;
  bool refused = false;           // not translations of each other: nothing was added
  std::string message;            // why it was refused, or failed
  std::vector<Finding> findings;  // what was repaired or left out, untranslated stretches, moved passages
};

// Reads and aligns two or three documents.  Throws what load_document and align_documents throw.
AlignedDocuments align_files(std::span<const std::filesystem::path> files, const AddDocumentsOptions& options = {},
                             const Progress& progress = {});

// Adds the units of an alignment in one transaction, or refuses them.  Throws what Memory::add_all throws.
AddDocumentsResult add_aligned(Memory& memory, const AlignedDocuments& aligned, bool force = false,
                               const Progress& progress = {});

// align_files and add_aligned, whose progress is told one after the other.
AddDocumentsResult add_documents(Memory& memory, std::span<const std::filesystem::path> files,
                                 const AddDocumentsOptions& options = {}, const Progress& progress = {});

// What becomes of a unit whose source says what the source of another does, in the same languages, letter by letter, but
// whose translations differ.  The source is the first variant.
enum class DuplicateRule {
  keep,    // both stay
  newest,  // the one that was changed, or else created, last; the later one of two that are of one time
  skip,    // the one that was there first
};

struct ImportOptions {
  UnitReadOptions read;
  DuplicateRule duplicates = DuplicateRule::keep;
};

struct ImportResult {
  ReadReport read;
  AddReport added;
  std::size_t passed_over = 0;  // by DuplicateRule::skip
  std::size_t replaced = 0;     // removed from the memory by DuplicateRule::newest, those of the file among them
};

// Imports one file of units, in one transaction: a file that is not whole adds nothing and throws.
ImportResult import_file(Memory& memory, const std::filesystem::path& file, const ImportOptions& options = {},
                         const Progress& progress = {});

// What import_file would read, without a memory.
ReadReport preview_file(const std::filesystem::path& file, const UnitReadOptions& options = {});

struct ExportResult {
  std::size_t written = 0;
  LeftOut left_out;
};

// Writes every unit, ascending by id.  A table and Moses have a column for each of options.languages; when there are
// none, for each of the memory.  The file appears whole or not at all.
ExportResult export_memory(const Memory& memory, const std::filesystem::path& file, UnitFormat format,
                           const UnitWriteOptions& options = {}, const Progress& progress = {});

}  // namespace egiz
