// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks "terms" and "missingterms": is a term of the list rendered, and by its preferred name?

#include <map>
#include <vector>

#include "tm/detail/check.h"
#include "tm/detail/term_finder.h"

namespace egiz::detail {

// Immutable: any number of threads may use it.
class TermCheck {
 public:
  explicit TermCheck(std::vector<Term> terms);

  void check(const CheckedText& source, const CheckedText& target, FindingList& findings) const;

 private:
  const TermFinder* finder_for(const Language& language) const;
  const std::vector<std::string>* names_of(const Term& term, const Language& language) const;

  std::vector<Term> terms_;
  std::map<Language, TermFinder> finders_;  // one for each language of the list
};

}  // namespace egiz::detail
