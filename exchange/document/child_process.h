// SPDX-License-Identifier: Apache-2.0
#pragma once

// Programs that are run to read a format.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/document_limits.h"

namespace egiz::exchange {

struct ProcessResult {
  int status = 0;  // what the program returned; 128 + the signal when one ended it
  std::string out;
  std::string err;  // its beginning
};

// The path of a program in PATH; empty when it is not there.
std::string find_program(const std::string& program);

// Runs a program without a shell, with input as its standard input, and waits for its end.  It and what it starts are
// ended when they take longer, write more, or (Linux) want more memory than limits allow: Error{unsupported} with name,
// which is the document's.  Throws Error{io} when it cannot be run.
ProcessResult run_program(const std::vector<std::string>& arguments, std::string_view input, std::string_view name,
                          const DocumentLimits& limits);

}  // namespace egiz::exchange
