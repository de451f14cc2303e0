// SPDX-License-Identifier: Apache-2.0
#pragma once

// The forms of a word that someone looks for: шешім, шешімі, шешімімен; решение, решением.

#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "tm/detail/inflection.h"

namespace egiz::detail {

// Two words are forms of one when they have a stem of three letters or more with endings of one paradigm; or the whole
// word that is asked for is the stem.  A Kazakh stem may have б, г, ғ for its last п, к, қ before a vowel.  In other
// languages than Kazakh, Russian and English a word has one form.
class WordForms {
 public:
  // word: a match key, one word.
  WordForms(std::string_view word, const Language& language);

  // word: a match key, one word.
  bool contains(std::string_view word) const;

  // What every form begins with; may be empty.
  const std::string& beginning() const { return beginning_; }

 private:
  struct Stem {
    std::string letters;
    const Paradigm* paradigm = nullptr;
    bool goes_before_vowels = false;  // only
  };

  void add_stem(std::string_view stem, const Paradigm& paradigm, bool is_kazakh);

  std::string word_;
  std::vector<Stem> stems_;
  std::string beginning_;
};

}  // namespace egiz::detail
