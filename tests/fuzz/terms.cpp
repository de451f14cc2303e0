// SPDX-License-Identifier: Apache-2.0

// Any bytes are a term list, or are refused with an Error{parse}.

#include "tm/terms.h"

#include <cstdint>
#include <cstdlib>

#include "base/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    for (const egiz::Term& term : egiz::parse_terms({reinterpret_cast<const char*>(data), size}, "terms.tsv")) {
      if (term.names.size() < 2) std::abort();
    }
  } catch (const egiz::Error& error) {
    if (error.code() != egiz::ErrorCode::parse) std::abort();
  }
  return 0;
}
