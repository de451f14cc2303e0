// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables that serve a text of one language.

#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/segmentation_rules.h"

namespace egiz::detail {

// Looks words up in the tables of their script: a Latin word in Russian text is English, a Cyrillic one in
// English text Russian.  Borrows the rules.
class WordBook {
 public:
  WordBook(const SegmentationRules& rules, const Language& language);

  // False when the rules do not know the language.
  bool is_known() const { return is_known_; }

  WordClasses find(std::string_view word) const;
  bool is_surname(std::string_view word) const;

  // Do ! and ? end a sentence although a small letter follows?  They do where reported speech and
  // exclamations inside a sentence are marked by quotes and dashes; Russian writes "Ах! как хорошо".
  bool breaks_before_lower_case() const { return breaks_before_lower_case_; }

  // Do informal texts of the language begin sentences with a small letter behind a full stop?
  bool has_lower_case_sentences() const { return has_lower_case_sentences_; }

 private:
  const std::vector<const WordTable*>& tables_of(std::string_view word) const;

  std::vector<const WordTable*> latin_;
  std::vector<const WordTable*> other_;
  bool is_known_ = false;
  bool breaks_before_lower_case_ = true;
  bool has_lower_case_sentences_ = false;
};

}  // namespace egiz::detail
