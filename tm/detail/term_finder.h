// SPDX-License-Identifier: Apache-2.0
#pragma once

// Terms in texts, inflected as they may be.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/document.h"
#include "text/language.h"
#include "tm/terms.h"

namespace egiz::detail {

// True when word may be a form of term_word: it begins with its stem and has an ending no longer than the endings of
// the language are.  Both are match keys in code points.  Light on purpose: no dictionary, no irregular forms.
//   is_form_of(U"күштің", U"күш", Language("kk")), is_form_of(U"силой", U"сила", Language("ru"))
bool is_form_of(std::u32string_view word, std::u32string_view term_word, const Language& language);

struct TermHit {
  std::size_t term = 0;  // index into the list
  std::size_t name = 0;  // index into its names in the language
  ByteRange range;       // in the text
};

// Looks for all terms of one language in a text at once.  Immutable: any number of threads may use it.
class TermFinder {
 public:
  TermFinder(std::span<const Term> terms, const Language& language);

  bool is_empty() const { return names_.empty(); }

  // Where terms stand, in text order.  A name that lies inside a longer one that stands there too is left out.
  std::vector<TermHit> find(std::string_view text) const;

 private:
  struct Name {
    std::size_t term = 0;
    std::size_t name = 0;
    std::vector<std::u32string> words;
  };

  Language language_;
  std::vector<Name> names_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_beginning_;  // of the first word: indices of names_
};

}  // namespace egiz::detail
