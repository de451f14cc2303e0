// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <new>
#include <ostream>

#include "cli/command.h"
#include "cli/help.h"

namespace egiz::cli {
namespace {

int usage_error(Io& io, const std::string& message, std::string_view command) {
  io.err << "egiz: " << message << "; see egiz " << command << (command.empty() ? "" : " ") << "--help\n";
  return kUsage;
}

int run_command(const Command& command, std::span<const std::string> arguments, Io& io) {
  if (std::ranges::find(arguments, "--help") != arguments.end()) {
    write_help(io.out, command);
    return kSuccess;
  }
  try {
    const Words words(command.options, arguments);
    for (const char* option : {"by", "author"}) {
      if (const auto name = words.value(option)) io.author = *name;
    }
    return command.run(words, io);
  } catch (const UsageError& error) {
    return usage_error(io, error.what(), command.name);
  } catch (const Error& error) {
    io.err << "egiz: " << error.what() << '\n';
    return error.code() == ErrorCode::cancelled ? kCancelled : kFailure;
  } catch (const std::bad_alloc&) {
    io.err << "egiz: out of memory; give it less at a time\n";
  } catch (const std::exception& error) {
    io.err << "egiz: " << error.what() << '\n';
  }
  return kFailure;
}

// Texts for packagers, made from the table: egiz generate manual [COMMAND], egiz generate completion SHELL.
int generate(std::span<const std::string> arguments, Io& io) {
  const std::string what = arguments.empty() ? "" : arguments[0];
  if (what == "completion" && arguments.size() == 2) {
    write_completion(io.out, arguments[1]);
    return kSuccess;
  }
  if (what == "manual" && arguments.size() == 1) {
    write_manual(io.out);
    return kSuccess;
  }
  if (what == "manual" && arguments.size() == 2) {
    const auto command = std::ranges::find(commands(), arguments[1], &Command::name);
    if (command != commands().end()) {
      write_manual(io.out, *command);
      return kSuccess;
    }
  }
  throw UsageError("generate takes: manual [COMMAND], or completion bash|zsh|fish");
}

}  // namespace

int run(std::span<const std::string> words, Io& io) {
  if (words.empty()) {
    write_overview(io.err);
    return kUsage;
  }
  const std::string& name = words.front();
  if (name == "--help" || name == "-h" || name == "help") {
    write_overview(io.out);
    return kSuccess;
  }
  if (name == "--version") {
    io.out << "egiz " << version() << '\n';
    return kSuccess;
  }
  try {
    if (name == "generate") return generate(words.subspan(1), io);
  } catch (const UsageError& error) {
    return usage_error(io, error.what(), "");
  }
  const auto command = std::ranges::find(commands(), name, &Command::name);
  if (command != commands().end()) return run_command(*command, words.subspan(1), io);
  const Command* nearest = nearest_command(name);
  return usage_error(
      io, name + ": there is no such command" + (nearest ? "; did you mean " + std::string(nearest->name) + "?" : ""),
      "");
}

}  // namespace egiz::cli
