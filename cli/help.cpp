// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <ostream>
#include <utility>

namespace egiz::cli {
namespace {

constexpr std::string_view kExitCodes[][2] = {
    {"0", "done"},
    {"2", "the command line is wrong"},
    {"3", "the work could not be done; the message says where, why and what to do"},
    {"130", "stopped by Ctrl-C; nothing was changed"},
};

std::string option_words(const Option& option) {
  std::string words;
  if (option.short_name != 0) words.append("-").append(1, option.short_name).append(", ");
  words.append("--").append(option.name);
  if (!option.argument.empty()) words.append(" ").append(option.argument);
  return words;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, substitution}));
    }
  }
  return row.back();
}

void write_padded(std::ostream& out, std::string_view words, std::size_t width, std::string_view text) {
  out << "  " << words << std::string(words.size() < width ? width - words.size() : 0, ' ') << "  " << text << '\n';
}

// Text for roff: backslashes, hyphens, and a dot or quote that opens a line.
std::string roff(std::string_view text) {
  std::string escaped;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
    at_line_start = c == '\n';
  }
  return escaped;
}

}  // namespace

void write_overview(std::ostream& out) {
  out << "egiz: Russian, Kazakh and English documents to a translation memory, and look-up in it\n\n"
         "  egiz add memory.egiz interview.ru.txt interview.kk.txt\n"
         "  egiz query memory.egiz \"Добрый день!\" --from ru --to kk\n"
         "  egiz export memory.egiz -o memory.tmx\n\n"
         "Commands\n";
  for (const Command& command : commands()) write_padded(out, command.name, 12, command.summary);
  out << "\negiz COMMAND --help says more; egiz --version tells the version.\n";
}

void write_help(std::ostream& out, const Command& command) {
  out << "egiz " << command.name << ": " << command.summary << "\n\nExamples\n";
  for (const std::string_view example : command.examples) out << "  " << example << '\n';
  out << "\nUsage\n";
  for (const std::string_view usage : command.usage) out << "  egiz " << usage << '\n';
  out << '\n' << command.description << '\n';
  if (!command.options.empty()) {
    std::size_t width = 0;
    for (const Option& option : command.options) width = std::max(width, option_words(option).size());
    out << "\nOptions\n";
    for (const Option& option : command.options) write_padded(out, option_words(option), width, option.help);
  }
  out << "\nExit codes\n";
  write_padded(out, kExitCodes[0][0], 3, kExitCodes[0][1]);
  write_padded(out, "1", 3, command.nothing_found);
  for (std::size_t i = 1; i < std::size(kExitCodes); ++i) write_padded(out, kExitCodes[i][0], 3, kExitCodes[i][1]);
}

void write_manual(std::ostream& out) {
  out << ".TH EGIZ 1 \"\" \"egiz " << version()
      << "\" \"Egiz\"\n.SH NAME\negiz \\- translation memory from Russian, Kazakh and "
         "English documents\n.SH SYNOPSIS\n.B egiz\n.I COMMAND\n[options] [files]\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out << ".TP\n.BR egiz\\-" << command.name << " (1)\n" << roff(command.summary) << '\n';
  }
}

void write_manual(std::ostream& out, const Command& command) {
  std::string title(command.name);
  std::ranges::transform(title, title.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  out << ".TH EGIZ\\-" << title << " 1 \"\" \"egiz " << version() << "\" \"Egiz\"\n.SH NAME\negiz\\-" << command.name
      << " \\- " << roff(command.summary) << "\n.SH SYNOPSIS\n";
  for (const std::string_view usage : command.usage) out << "egiz " << roff(usage) << "\n.br\n";
  out << ".SH DESCRIPTION\n" << roff(command.description) << "\n.SH OPTIONS\n";
  for (const Option& option : command.options) {
    out << ".TP\n.B " << roff(option_words(option)) << '\n' << roff(option.help) << '\n';
  }
  out << ".SH EXIT STATUS\n.TP\n.B 0\n" << kExitCodes[0][1] << "\n.TP\n.B 1\n" << roff(command.nothing_found) << '\n';
  for (std::size_t i = 1; i < std::size(kExitCodes); ++i) {
    out << ".TP\n.B " << kExitCodes[i][0] << '\n' << roff(kExitCodes[i][1]) << '\n';
  }
  out << ".SH EXAMPLES\n";
  for (const std::string_view example : command.examples) out << ".nf\n" << roff(example) << "\n.fi\n";
  out << ".SH SEE ALSO\n.BR egiz (1)\n";
}

void write_completion(std::ostream& out, std::string_view shell) {
  if (shell == "bash") {
    out << "_egiz() {\n  local words\n  case \"${COMP_WORDS[1]}\" in\n";
    for (const Command& command : commands()) {
      out << "    " << command.name << ") words=\"--help";
      for (const Option& option : command.options) out << " --" << option.name;
      out << "\" ;;\n";
    }
    out << "    *) words=\"--help --version\" ;;\n  esac\n  if [ \"$COMP_CWORD\" -eq 1 ]; then words=\"";
    for (const Command& command : commands()) out << command.name << ' ';
    out << "--help --version\"; fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
           "complete -o default -F _egiz egiz\n";
  } else if (shell == "zsh") {
    out << "#compdef egiz\nlocal -a commands\ncommands=(\n";
    for (const Command& command : commands()) out << "  '" << command.name << ':' << command.summary << "'\n";
    out << ")\nif (( CURRENT == 2 )); then _describe command commands; return; fi\ncase ${words[2]} in\n";
    for (const Command& command : commands()) {
      out << "  " << command.name << ") _arguments '--help[show help]'";
      for (const Option& option : command.options) {
        out << " '--" << option.name << '[' << option.help << ']' << (option.argument.empty() ? "" : ":value:_files")
            << '\'';
      }
      out << " '*:file:_files' ;;\n";
    }
    out << "esac\n";
  } else if (shell == "fish") {
    for (const Command& command : commands()) {
      out << "complete -c egiz -n __fish_use_subcommand -a " << command.name << " -d '" << command.summary << "'\n";
      for (const Option& option : command.options) {
        out << "complete -c egiz -n '__fish_seen_subcommand_from " << command.name << "' -l " << option.name
            << (option.argument.empty() ? "" : " -r") << " -d '" << option.help << "'\n";
      }
    }
  } else {
    throw UsageError(std::string(shell) + ": completion is made for bash, zsh and fish");
  }
}

const Command* nearest_command(std::string_view word) {
  const Command* nearest = nullptr;
  std::size_t least = 3;  // a name three letters off is another word
  for (const Command& command : commands()) {
    const std::size_t distance = edit_distance(word, command.name);
    if (distance < least) {
      least = distance;
      nearest = &command;
    }
  }
  return nearest;
}

}  // namespace egiz::cli
