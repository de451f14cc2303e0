// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks: what is likely to be wrong with units (docs/checks.md has an example of every check).

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"
#include "text/unit.h"
#include "tm/memory.h"
#include "tm/terms.h"

namespace egiz {

// A fault, and where it is.
struct CheckFinding {
  UnitId id;
  std::string check;    // "numbers": one of check_names()
  Language language;    // of the variant it is about
  ByteRange range;      // into that variant's text; empty, at its end, where something lacks
  std::string message;  // "25 in ru is 26 here"

  bool operator==(const CheckFinding&) const = default;
};

// Names follow pofilter of the Translate Toolkit where it has the check.
struct CheckName {
  std::string_view name;
  std::string_view summary;  // one line, lower case, no full stop
};

// Every check, in the order in which findings of one unit are given.
std::span<const CheckName> check_names();

struct CheckOptions {
  // The first is the source, the others are compared with it; a unit that lacks one is "untranslated".  Empty: all that
  // a unit has, its first variant is the source.
  std::vector<Language> languages;
  std::vector<std::string> only;  // names of checks; empty is all
  std::vector<std::string> skip;
  std::vector<Term> terms;  // for "terms" and "missingterms"
};

struct NumberedUnit {
  UnitId id;
  TranslationUnit unit;
};

// Checks units one by one, then what they say together.
//
//   Checker checker({.skip = {"startcaps"}});
//   for (each batch) report(checker.check_all(batch));
//   report(checker.finish());
//
// Grows by some 32 bytes for every two languages of a unit.  One thread at a time.
class Checker {
 public:
  // Throws Error{invalid_argument} for the name of a check that does not exist, and for fewer than two languages.
  explicit Checker(CheckOptions options);
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;
  ~Checker();

  // The faults of each unit alone, in the order of the units; remembers them for finish().  In parallel on TBB; same
  // answer at any thread count.
  // REQUIRES: the texts are valid UTF-8, as those of a Memory and of read_units are
  std::vector<CheckFinding> check_all(std::span<const NumberedUnit> units);

  // What only shows between units: one source with several targets, one target with several sources.  Ascending by id.
  std::vector<CheckFinding> finish() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace egiz
