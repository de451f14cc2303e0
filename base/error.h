// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error: the one exception of the library.

#include <stdexcept>
#include <string>

namespace egiz {

// Every failure the library reports is a thrown Error.  Absence is not a failure: a look-up
// that finds nothing returns std::nullopt or an empty vector.
enum class ErrorCode {
  invalid_argument = 1,  // the call itself is wrong
  parse,                 // input breaks its format, or a memory is damaged
  unsupported,           // valid, but not something this version does
  not_found,             // a named file or memory is not there
  exists,                // it is there, and must not be
  busy,                  // another writer holds the memory
  io,                    // the operating system refused
  cancelled,             // the caller's Progress said stop
};

// A failure, its kind, and a sentence for the user: what was wanted, what was found, where, and
// what to do.  Lower case, no full stop: "notes.tmx:41:7: <seg> outside <tuv>; close the <tuv> first".
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}

  ErrorCode code() const noexcept { return code_; }

 private:
  ErrorCode code_;
};

}  // namespace egiz
