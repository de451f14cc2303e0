// SPDX-License-Identifier: Apache-2.0
#pragma once

// The texts made from the table of commands.

#include <iosfwd>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace egiz::cli {

void write_overview(std::ostream& out);
void write_help(std::ostream& out, const Command& command);

// Manual pages in roff: "egiz.1" for the program, "egiz-<command>.1".
void write_manual(std::ostream& out);
void write_manual(std::ostream& out, const Command& command);

// Completion for a shell: "bash", "zsh" or "fish".  Throws UsageError for another.
void write_completion(std::ostream& out, std::string_view shell);

// The command whose name is most like word, or nullptr when none is near.
const Command* nearest_command(std::string_view word);

}  // namespace egiz::cli
