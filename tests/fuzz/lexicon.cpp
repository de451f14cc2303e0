// SPDX-License-Identifier: Apache-2.0

// Any bytes are a lexicon, or are refused with an Error; its words can be looked up.

#include "exchange/lexicon_reader.h"

#include <cstdint>
#include <cstdlib>

#include "base/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const egiz::LexiconFile file = egiz::read_lexicon({reinterpret_cast<const char*>(data), size}, "words.tsv");
    for (const egiz::LexiconEntry& entry : file.entries) {
      if (entry.terms.size() < 2) std::abort();
    }
    const egiz::Lexicon lexicon(file.entries);
    if (lexicon.size() != file.entries.size()) std::abort();
  } catch (const egiz::Error& error) {
    if (error.code() != egiz::ErrorCode::parse && error.code() != egiz::ErrorCode::unsupported) std::abort();
  }
  return 0;
}
