// SPDX-License-Identifier: Apache-2.0
#include "bench/memory/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "bench/memory/measure.h"

namespace egiz::bench {
namespace {

double in_ms(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

}  // namespace

ProcessCost run_process(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const double start = wall_ms();
  pid_t process = 0;
  const int error = posix_spawn(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error(words.front() + ": cannot be run");
  int status = 0;
  rusage usage{};
  if (::wait4(process, &status, 0, &usage) != process) throw std::runtime_error(words.front() + ": was lost");
  return {wall_ms() - start, in_ms(usage.ru_utime) + in_ms(usage.ru_stime),
          WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

}  // namespace egiz::bench
