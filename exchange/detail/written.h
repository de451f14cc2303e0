// SPDX-License-Identifier: Apache-2.0
#pragma once

// What all writers need.

#include <charconv>
#include <ostream>
#include <string>

#include "base/error.h"

namespace egiz::exchange {

inline void check_written(const std::ostream& out) {
  if (!out) throw Error(ErrorCode::io, "the output could not be written; is the disk full?");
}

// The shortest decimal that reads back as value.
inline std::string shortest(double value) {
  char buffer[32];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, result.ptr};
}

}  // namespace egiz::exchange
