// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/sentence_rules.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

struct AddArgs {
  std::string memory;
  std::vector<std::filesystem::path> files;
  std::optional<std::string> folder;
  std::optional<std::string> list;
  AddDocumentsOptions options;
  SentenceRulesArgs rules;
  std::size_t threads = 0;
};

AddArgs parse_add(const Words& words) {
  AddArgs args{.folder = words.value("folder"),
               .list = words.value("list"),
               .options = {.languages = words.languages("languages"),
                           .segmented = words.has("segmented"),
                           .force = words.has("force"),
                           .limits = parse_limits(words),
                           .moves = words.has("moves")},
               .rules = parse_sentence_rules(words),
               .threads = words.count("threads", 0)};
  if (args.folder && args.list) throw UsageError("--folder and --list do not go together");
  if (args.folder || args.list) {
    words.require_positional(1, 1, "one MEMORY with --folder or --list");
  } else {
    words.require_positional(2, SIZE_MAX, "a MEMORY and two or three documents, or files of units");
  }
  if (args.list && !args.options.languages.empty()) {
    throw UsageError("--languages does not go with --list, whose first line names them");
  }
  args.memory = words.positional().front();
  args.files.assign(words.positional().begin() + 1, words.positional().end());
  return args;
}

// True when the group was added.
bool print_result(const AddDocumentsResult& result, Io& io) {
  for (const Finding& finding : result.findings) io.err << finding.place << ": " << finding.reason << '\n';
  if (!result.message.empty()) {
    io.err << "egiz: " << result.message << '\n';
    return false;
  }
  for (std::size_t i = 0; i < result.documents.size(); ++i) io.out << (i == 0 ? "" : " + ") << result.documents[i];
  io.out << ": ";
  if (result.segments > 0) io.out << result.segments << " segments, ";
  io.out << result.units << " units, " << result.report.added << " added";
  if (result.report.merged > 0) io.out << ", " << result.report.merged << " there already";
  io.out << '\n';
  return true;
}

// What is bilingual is not aligned.
bool are_units(const AddArgs& args) { return std::ranges::all_of(args.files, is_unit_file); }

bool import_files(const AddArgs& args, Io& io) {
  bool is_whole = true;
  const ImportOptions options{.read = {.languages = args.options.languages, .limits = args.options.limits}};
  with_memory(args.memory, [&](Memory& memory) {
    memory.set_author(io.author);
    for (const std::filesystem::path& file : args.files) {
      is_whole = print_import(file.string(), import_file(memory, file, options), io) && is_whole;
    }
    return memory.size() > 0;
  });
  return is_whole;
}

// The documents are aligned before the memory is made, so that what fails or is refused leaves none behind.
bool add_files(const AddArgs& args, Io& io) {
  if (args.files.size() < 2 || args.files.size() > 3) {
    throw UsageError("wanted is a MEMORY and two or three documents, or files of units");
  }
  if (!args.options.languages.empty() && args.options.languages.size() != args.files.size()) {
    throw UsageError("--languages wants one language for each document");
  }
  const AlignedDocuments aligned = align_files(args.files, args.options, show_progress(io, "aligning"));
  bool is_added = false;
  with_memory(args.memory, [&](Memory& memory) {
    memory.set_author(io.author);
    is_added = print_result(add_aligned(memory, aligned, args.options.force), io);
    return is_added;
  });
  return is_added;
}

bool print_results(const std::vector<AddDocumentsResult>& results, Io& io) {
  bool all_added = !results.empty();
  for (const AddDocumentsResult& result : results) all_added = print_result(result, io) && all_added;
  return all_added;
}

bool add_whole_folder(const AddArgs& args, Io& io) {
  AddFolderResult result;
  with_memory(args.memory, [&](Memory& memory) {
    memory.set_author(io.author);
    result = add_folder(memory, *args.folder, args.options, show_progress(io, "adding"));
    return memory.size() > 0;
  });
  for (const Finding& finding : result.left_out) io.err << finding.place << ": left out: " << finding.reason << '\n';
  for (const AloneDocument& document : result.alone) {
    io.err << document.file.string() << ": no document of the folder translates it\n";
  }
  if (result.groups.empty()) {
    io.err << "egiz: " << *args.folder << ": no documents that translate each other; egiz pair says more\n";
  }
  return print_results(result.groups, io);
}

bool add_list(const AddArgs& args, Io& io) {
  const std::vector<DocumentGroup> groups = read_group_table(*args.list);
  std::vector<AddDocumentsResult> results;
  with_memory(args.memory, [&](Memory& memory) {
    memory.set_author(io.author);
    results = add_groups(memory, groups, args.options, show_progress(io, "adding"));
    return memory.size() > 0;
  });
  return print_results(results, io);
}

int run_add(const Words& words, Io& io) {
  AddArgs args = parse_add(words);
  const ThreadLimit limit(args.threads);
  args.options.rules = load_sentence_rules(args.rules, io);
  const std::optional<Lexicon> lexicon = lexicon_of(words, io);
  if (lexicon) args.options.lexicon = &*lexicon;
  const bool is_added = args.folder       ? add_whole_folder(args, io)
                        : args.list       ? add_list(args, io)
                        : are_units(args) ? import_files(args, io)
                                          : add_files(args, io);
  return is_added ? kSuccess : kNothingFound;
}

}  // namespace

Command add_command() {
  return {
      .name = "add",
      .summary = "align documents and add them to a memory",
      .usage = {"add MEMORY A B [C] [--languages ru,kk[,en]] [--segmented] [--force] [--lexicon FILE] [--moves]",
                "add MEMORY --folder DIR [--languages L,...] [--segmented] [--force] [--lexicon FILE] [--moves]",
                "add MEMORY --list GROUPS.tsv [--segmented] [--force] [--lexicon FILE] [--moves]",
                "add MEMORY UNITS..."},
      .description =
          "Aligns two or three documents that translate each other and stores what belongs together. The memory is "
          "made\n"
          "when it is not there. With --folder every group of documents of a folder is added: those whose names are "
          "alike\n"
          "but for the language (law.ru.txt and law.kk.txt, rus/law.txt and kaz/law.txt), and of the others those "
          "that\n"
          "translate each other by what they say, as egiz pair finds them. With --list the groups are given, as egiz\n"
          "pair --format tsv writes them.\n\n"
          "Any format is taken that `egiz text` reads. Files that are bilingual already (TMX, XLIFF, PO, XLSX, TSV, "
          "CSV,\n"
          "JSONL) are not aligned but imported, as `egiz import` does, also those of a folder, but for its TSV and "
          "CSV.\n\n"
          "Documents that do not translate each other are refused, unless --force says otherwise; stretches of them "
          "that\n"
          "do not are told on standard error.",
      .options = {{"languages", "L,L[,L]",
                   "languages of the documents, in order, or of the folder; else they are identified"},
                  kSegmented,
                  kSrx,
                  kAbbreviations,
                  {"folder", "DIR", "add every group of documents of a folder"},
                  {"list", "GROUPS", "add the groups of a table; its first line names a language for each column"},
                  {"force", "", "add even what does not seem to be a translation"},
                  kLimits,
                  kLexicon,
                  kMoves,
                  kAuthor,
                  kThreads},
      .examples = {"egiz add memory.egiz interview.ru.txt interview.kk.txt",
                   "egiz add memory.egiz contract.ru.docx contract.kk.pdf", "egiz add memory.egiz --folder laws",
                   "egiz add memory.egiz --list groups.tsv", "egiz add memory.egiz project.xlf"},
      .nothing_found = "documents were refused, or a group of the folder failed",
      .run = run_add,
  };
}

}  // namespace egiz::cli
