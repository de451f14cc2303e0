// SPDX-License-Identifier: Apache-2.0
#pragma once

// The decision: does a sentence end here?

#include <cstddef>
#include <string_view>

#include "text/detail/sentence_end.h"
#include "text/detail/surroundings.h"
#include "text/detail/word_book.h"

namespace egiz::detail {

// Decides for one paragraph.  Borrows the text and the words.
class SentenceBreaker {
 public:
  SentenceBreaker(std::string_view paragraph, const WordBook& words);

  // Does the sentence that begins at begin end at end, with after behind it?
  bool ends_sentence(std::size_t begin, const SentenceEnd& end, const After& after) const;

 private:
  struct Abbreviation {
    WordClasses classes;
    std::size_t begin = 0;  // of "т. д" in "и т. д"
  };

  bool ends_with_marks(std::size_t begin, const SentenceEnd& end, const After& after) const;
  bool ends_with_full_stop(std::size_t begin, const SentenceEnd& end, const After& after) const;
  bool ends_with_smile(std::size_t begin, const SentenceEnd& end, const After& after) const;
  bool ends_without_space(std::size_t begin, const SentenceEnd& end, const After& after) const;
  bool ends_with_initial(std::size_t begin, const Before& before, const SentenceEnd& end, const After& after) const;
  bool ends_with_unit(WordClasses classes, const After& after) const;
  bool ends_with_abbreviation(WordClasses classes, const SentenceEnd& end, const After& after) const;
  bool ends_with_word(const Before& before, std::size_t begin, const SentenceEnd& end, const After& after) const;

  Abbreviation find_abbreviation(std::size_t begin, std::size_t mark, const Before& before) const;
  bool follows_number(std::size_t begin, std::size_t offset) const;
  bool is_starter(const After& after) const;
  bool is_inside_bracket(std::size_t begin, std::size_t end) const;
  bool is_inside_quotation(std::size_t begin, std::size_t end) const;
  std::size_t look_back(std::size_t begin, std::size_t end) const;
  bool opens_speech(const After& after) const;

  std::string_view text_;
  const WordBook& words_;
  bool begins_in_small_letters_;  // as poems and chats may throughout
};

}  // namespace egiz::detail
