// SPDX-License-Identifier: Apache-2.0
#pragma once

// What another program costs.

#include <string>
#include <vector>

namespace egiz::bench {

struct ProcessCost {
  double wall_ms = 0;
  double cpu_ms = 0;
  int exit_code = 0;
};

// Runs a program, its output thrown away, and waits for it.  Throws std::runtime_error when it cannot be run.
ProcessCost run_process(const std::vector<std::string>& words);

}  // namespace egiz::bench
