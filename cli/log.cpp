// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "jsonl"};

struct LogArgs {
  std::string memory;
  std::optional<std::int64_t> action;
  std::size_t most = 20;
  bool as_jsonl = false;
  bool forgets = false;
};

LogArgs parse_log(const Words& words) {
  words.require_positional(1, 1, "a MEMORY");
  LogArgs args{.memory = words.positional().front(),
               .most = words.count("max", 20),
               .as_jsonl = words.choice("format", kFormats, "text") == "jsonl",
               .forgets = words.has("forget")};
  if (words.has("action")) args.action = static_cast<std::int64_t>(words.count("action", 0));
  if (args.forgets && args.action) throw UsageError("--forget forgets everything; leave out --action");
  return args;
}

void print_action(const Action& action, std::ostream& out) {
  out << action.number << '\t' << iso_time(action.at) << '\t';
  const char* separator = "";
  const auto print = [&](std::string_view what, std::size_t count) {
    if (count == 0) return;
    out << separator << what << ' ' << count;
    separator = ", ";
  };
  print("added", action.added);
  print("changed", action.changed);
  print("removed", action.removed);
  if (action.undoes) out << ", undoing " << *action.undoes;
  if (!action.stands) out << " (undone)";
  if (!action.author.empty()) out << '\t' << action.author;
  out << '\n';
}

void print_step(const ActionStep& step, std::ostream& out) {
  constexpr std::array<std::string_view, 3> kNames = {"added", "changed", "removed"};
  out << kNames[static_cast<std::size_t>(step.kind)] << '\t';
  if (step.before) {
    print_unit(step.first, *step.before, out);
  } else if (step.first == step.last) {
    out << '#' << step.first.value << '\n';
  } else {
    out << '#' << step.first.value << " to #" << step.last.value << '\n';
  }
}

int print_steps(const Memory& memory, const LogArgs& args, std::ostream& out) {
  for (const ActionStep& step : memory.steps(*args.action)) {
    if (args.as_jsonl) {
      out << action_step_json(step) << '\n';
    } else {
      print_step(step, out);
    }
  }
  return kSuccess;
}

int run_log(const Words& words, Io& io) {
  const LogArgs args = parse_log(words);
  if (args.forgets) {
    Memory::open(args.memory).forget_history();
    return kSuccess;
  }
  const Memory memory = Memory::open(args.memory, OpenMode::read_only);
  if (args.action) return print_steps(memory, args, io.out);
  std::vector<Action> actions = memory.actions();
  if (actions.empty()) return kNothingFound;
  if (args.most != 0 && actions.size() > args.most) actions.resize(args.most);
  for (const Action& action : actions) {
    if (args.as_jsonl) {
      io.out << action_json(action) << '\n';
    } else {
      print_action(action, io.out);
    }
  }
  return kSuccess;
}

}  // namespace

Command log_command() {
  return {
      .name = "log",
      .summary = "tell what was done to a memory",
      .usage = {"log MEMORY [--max 20] [--format text|jsonl]", "log MEMORY --action N", "log MEMORY --forget"},
      .description =
          "Writes an action a line, the last one first: its number, time (UTC), how many units it added, changed and\n"
          "removed, and who did it (--author of the commands that change memories). With --action its steps, each unit as it was before. `egiz undo` takes actions back.\n\n"
          "Units that were changed or removed are kept for that. --forget removes them for good, and the log.",
      .options = {{"max", "N", "actions to show; default 20, 0 is all"},
                  {"action", "N", "show the steps of one action"},
                  {"format", "FORMAT", "text or jsonl"},
                  {"forget", "", "remove the log and all former units"}},
      .examples = {"egiz log memory.egiz", "egiz log memory.egiz --action 12"},
      .nothing_found = "nothing is in the log",
      .run = run_log,
  };
}

}  // namespace egiz::cli
