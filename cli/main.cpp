// SPDX-License-Identifier: Apache-2.0

// The program egiz.

#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "cli/command.h"

namespace {

// EGIZ_AUTHOR, also when it is empty: then nobody is named.
std::string user_name() {
  if (const char* author = std::getenv("EGIZ_AUTHOR")) return author;
  const passwd* user = getpwuid(geteuid());
  return user != nullptr ? user->pw_name : "";
}

}  // namespace

int main(int argc, char* argv[]) {
  egiz::keep_freed_memory();
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);                    // a reader that has seen enough is no failure: the stream just ends
  const char* no_colour = std::getenv("NO_COLOR");  // https://no-color.org
  const bool may_colour = no_colour == nullptr || *no_colour == '\0';
  egiz::cli::Io io{std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) != 0,
                   isatty(STDOUT_FILENO) != 0 && may_colour, user_name()};
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  const int code = egiz::cli::run(words, io);
  std::cout.flush();
  return code;
}
