// SPDX-License-Identifier: Apache-2.0
#pragma once

// The quote report: how much of documents is translated in memories already (docs/analysis.md).

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "text/document.h"
#include "tm/memory.h"

namespace egiz {

// A segment is in the first band that fits, except that an internal match counts only when it is in a better band than
// the best match of the memory.  Scores (after penalties) are rounded down.
enum class Band {
  repetition,   // a segment with the same match key came before, in this document or one before it
  context,      // the memory has it, and both neighbours are equal
  exact,        // 100
  fuzzy_95,     // 95 to 99
  fuzzy_85,     // 85 to 94
  fuzzy_75,     // 75 to 84
  fuzzy_50,     // 50 to 74
  internal_95,  // a segment that came before is that much alike
  internal_85,
  internal_75,
  internal_50,
  none,
};
inline constexpr std::size_t kBandCount = 12;

// "repetitions", "context", "100", "95-99" ... "internal 95-99" ... "none".
std::string_view band_name(Band band);

// Amounts of text.
struct Volume {
  std::size_t segments = 0;
  std::size_t words = 0;                   // runs between white space that are not punctuation alone
  std::size_t characters = 0;              // code points, without white space
  std::size_t characters_with_spaces = 0;  // code points

  // Normative pages of 1,800 characters with spaces.
  double pages() const { return static_cast<double>(characters_with_spaces) / 1800; }

  Volume& operator+=(const Volume& other);
  bool operator==(const Volume&) const = default;
};

struct FileAnalysis {
  std::string name;
  std::array<Volume, kBandCount> bands;  // indexed by Band

  Volume total() const;
};

struct AnalysisReport {
  std::vector<FileAnalysis> files;  // in the order given

  // All files together.
  FileAnalysis total() const;
};

struct DocumentToAnalyse {
  std::string name;
  const Document* document = nullptr;  // in the language asked from
};

// The amount of a text.
// REQUIRES: text is valid UTF-8
Volume volume_of(std::string_view text);

// Of options the filter and the penalties count.  In parallel on TBB; same answer at any thread count.  Throws what
// Memory::find_all throws.
AnalysisReport analyse_all(std::span<const MemoryToAsk> memories, std::span<const DocumentToAnalyse> documents,
                           const Language& from, const Language& to, const FindOptions& options = {},
                           const Progress& progress = {});

}  // namespace egiz
