// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

struct EditArgs {
  std::string memory;
  UnitId id;
  UnitEdit edit;
};

Language language_of(const std::string& tag) {
  try {
    return Language(tag);
  } catch (const Error&) {
    throw UsageError(tag + "=...: wanted is a language such as ru, kk or en");
  }
}

EditArgs parse_edit(const Words& words) {
  words.require_positional(2, SIZE_MAX, "a MEMORY, the id of a unit, and LANGUAGE=TEXT");
  EditArgs args{
      .memory = words.positional()[0],
      .id = parse_unit_id(words.positional()[1]),
      .edit = {
          .origin = words.has("origin") ? std::optional(parse_origin(*words.value("origin"))) : std::nullopt,
          .note = words.value("note"),
          .changed_by = words.value("by").value_or("")}};
  for (std::size_t i = 2; i < words.positional().size(); ++i) {
    const auto [tag, text] = parse_assignment(words.positional()[i], "text");
    args.edit.texts[language_of(tag)] = text;
  }
  if (const auto property = words.value("property"))
    args.edit.properties.insert(parse_assignment(*property, "--property"));
  const bool changes = !args.edit.texts.empty() || !args.edit.properties.empty() || args.edit.origin || args.edit.note;
  if (!changes) throw UsageError("say what to change: LANGUAGE=TEXT, --origin, --property or --note");
  return args;
}

int run_edit(const Words& words, Io& io) {
  const EditArgs args = parse_edit(words);
  Memory memory = Memory::open(args.memory);
  memory.set_author(io.author);
  print_unit(args.id, edit_unit(memory, args.id, args.edit), io.out);
  return kSuccess;
}

}  // namespace

Command edit_command() {
  return {
      .name = "edit",
      .summary = "change one unit of a memory",
      .usage = {"edit MEMORY ID [LANGUAGE=TEXT...] [--origin KIND] [--property NAME=VALUE] [--note TEXT] [--by NAME]"},
      .description =
          "Sets the text of languages, and shows the unit as it then is. An empty text takes the language away; two "
          "must\n"
          "be left. Inline codes keep their place in what did not change.",
      .options = {{"origin", "KIND", "human, aligned, reviewed, machine or imported"},
                  {"property", "NAME=VALUE", "sets a property; an empty value removes it"},
                  {"note", "TEXT", "adds a note"},
                  {"by", "NAME", "who changes it"},
                  kAuthor},
      .examples = {"egiz edit memory.egiz 12 kk=\"Қайырлы күн!\" --origin reviewed --by Айгүл"},
      .nothing_found = "never",
      .run = run_edit,
  };
}

}  // namespace egiz::cli
