// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a command of the program is: its words, its options, its help, and the two steps of running it.

#include <functional>
#include <iosfwd>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "api/egiz.h"

namespace egiz::cli {

// Exit codes of every command, documented in every man page.
inline constexpr int kSuccess = 0;
inline constexpr int kNothingFound = 1;  // nothing found, or faults found
inline constexpr int kUsage = 2;         // the command line is wrong
inline constexpr int kFailure = 3;
inline constexpr int kCancelled = 130;

// The command line is wrong: told with a pointer to --help, exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Where a command reads and writes: results to out, talk to err.
struct Io {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;
  bool out_has_colour = false;  // out is a terminal, and NO_COLOR is not set
  std::string author;           // who changes memories, for their logs: --author, else EGIZ_AUTHOR, else the user's name
};

struct Option {
  std::string_view name;      // "format"
  std::string_view argument;  // "tmx|tsv"; empty for a switch
  std::string_view help;
  char short_name = 0;  // 'o', or 0
  bool repeats = false;  // may be given several times
};

// The words of a command line, read but not acted upon.
class Words {
 public:
  // Throws UsageError for an unknown option, a missing argument, or an option twice that may stand once.
  Words(std::span<const Option> options, std::span<const std::string> arguments);

  const std::vector<std::string>& positional() const { return positional_; }
  bool has(const std::string& option) const { return values_.contains(option); }
  std::optional<std::string> value(const std::string& option) const;
  std::vector<std::string> values(const std::string& option) const;  // of one that repeats, in order

  // The typed values.  Throw UsageError naming the option, what was found and what is wanted.
  double number(const std::string& option, double fallback, double low, double high) const;
  std::size_t count(const std::string& option, std::size_t fallback) const;
  std::optional<Language> language(const std::string& option) const;
  Language required_language(const std::string& option) const;
  std::vector<Language> languages(const std::string& option) const;  // comma-separated; empty when not given
  std::vector<std::string> list(const std::string& option) const;    // comma-separated; empty when not given
  std::string choice(const std::string& option, std::span<const std::string_view> choices,
                     std::string_view fallback) const;

  // Throws UsageError unless there are low to high positional words; what names them: "MEMORY and TEXT".
  void require_positional(std::size_t low, std::size_t high, std::string_view what) const;

 private:
  std::vector<std::string> positional_;
  std::map<std::string, std::vector<std::string>> values_;  // a switch has an empty value
};

struct Command {
  std::string_view name;
  std::string_view summary;             // one line, lower case, no full stop
  std::vector<std::string_view> usage;  // without the program's name
  std::string_view description;         // paragraphs
  std::vector<Option> options;
  std::vector<std::string_view> examples;  // whole command lines
  std::string_view nothing_found;          // what exit code 1 says of this command
  std::function<int(const Words&, Io&)> run;
};

// Every command, in the order of the help: the one table that help, man pages and completion are made from.
const std::vector<Command>& commands();

// A Progress that draws a bar with rate and time left when io.err is a terminal, and stops on Ctrl-C in any case.
Progress show_progress(Io& io, std::string what);

// Runs the program: words are those behind its name.  Nothing is thrown.
int run(std::span<const std::string> words, Io& io);

}  // namespace egiz::cli
