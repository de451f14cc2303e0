// SPDX-License-Identifier: Apache-2.0
#include "text/detail/sentence_breaker.h"

#include "text/detail/characters.h"
#include "text/detail/enumerator.h"
#include "text/detail/word_shapes.h"

namespace egiz::detail {
namespace {

// A small letter, in a word that is not written as iPhone is.
bool starts_small(const After& after) {
  return after.start == CharKind::lower && !after.is_capitalised && !after.is_address;
}

// A letter that may begin a sentence: a capital, or one of a script that has none.
bool starts_capital(const After& after) {
  return after.is_capitalised || after.is_address || after.start == CharKind::letter;
}

}  // namespace

SentenceBreaker::SentenceBreaker(std::string_view paragraph, const WordBook& words)
    : text_(paragraph), words_(words), begins_in_small_letters_(begins_in_small_letters(paragraph)) {}

bool SentenceBreaker::ends_sentence(std::size_t begin, const SentenceEnd& end, const After& after) const {
  const std::string_view rest = text_.substr(after.begin);
  if (after.is_spaced && !end.is_smile && (is_rule(rest) || (is_omission(rest) && end.is_full_stop))) return true;
  if (after.start == CharKind::none || after.start == CharKind::comma || after.start == CharKind::closer ||
      after.start == CharKind::mark) {
    return false;
  }
  if (after.start == CharKind::symbol && !says_more(text_.substr(after.word_begin))) return false;
  const std::string_view head = text_.substr(begin, end.mark - begin);
  if (!says_something(head)) return false;
  if (end.is_full_stop && is_enumerator(head, words_)) return false;
  if (end.is_smile) return ends_with_smile(begin, end, after);
  if (!after.is_spaced) return ends_without_space(begin, end, after);
  if (end.is_full_stop && after.has_dash && is_imprint(text_.substr(after.word_begin))) return false;
  return end.is_full_stop ? ends_with_full_stop(begin, end, after) : ends_with_marks(begin, end, after);
}

// Behind ":)" and ")" a sentence ends where a capital follows; "1)" and "а)" are no smiles.
bool SentenceBreaker::ends_with_smile(std::size_t begin, const SentenceEnd& end, const After& after) const {
  constexpr std::size_t kLongestItem = 3;  // letters: "iii)"
  const Before before = look_before(text_, begin, end.mark);
  const bool is_item = before.token_begin < end.mark && end.end == end.mark + 1 &&
                       (before.is_number || before.has_number || before.letters <= kLongestItem);
  return after.is_spaced && starts_capital(after) && !is_item;
}

// Behind ? ! and … a sentence ends unless the marks stand for something else or it goes on in small letters.
bool SentenceBreaker::ends_with_marks(std::size_t begin, const SentenceEnd& end, const After& after) const {
  constexpr std::size_t kExclamation = 2;  // words; "Ах! как хорошо" goes on
  const CharKind before = kind_before(text_, end.mark);
  const bool stands_for_something = before == CharKind::opener || before == CharKind::comma ||
                                    (before == CharKind::quote && opens_quote(text_, end.mark));
  if (stands_for_something && !end.has_mark_behind_closer) return false;  // [...], "?", 1,?
  if (end.asks_or_exclaims && !end.is_closed &&
      words_.find(look_before(text_, begin, end.mark).word).has(WordClass::keeps_exclamation)) {
    return is_starter(after);
  }
  if (end.is_closed && after.has_opener && after.start == CharKind::digit) return false;  // «Кто там?» (1992)
  if (!starts_small(after)) return true;
  if (!end.asks_or_exclaims || end.trails_off || end.is_closed || after.has_dash || after.has_opener) return false;
  if (is_inside_bracket(begin, end.mark)) return false;
  return words_.breaks_before_lower_case() || has_more_words(text_.substr(begin, end.mark - begin), kExclamation);
}

bool SentenceBreaker::ends_with_full_stop(std::size_t begin, const SentenceEnd& end, const After& after) const {
  const Before before = look_before(text_, begin, end.mark);
  if (after.has_dash && is_inside_quotation(begin, end.mark)) return false;  // «Иди, – сказал он. – Уже пора»
  if (before.token_begin == end.mark || end.has_mark_behind_closer || before.is_number) {
    return ends_with_word(before, begin, end, after);
  }
  const Abbreviation abbreviation = find_abbreviation(begin, end.mark, before);
  const WordClasses classes = abbreviation.classes;
  if (before.is_initial && abbreviation.begin == before.word_begin) return ends_with_initial(begin, before, end, after);
  const bool is_glued = before.has_number && abbreviation.begin == before.word_begin;  // "5кг"; "48°C" is no "c."
  if (classes.is_unit() && (is_glued || follows_number(begin, abbreviation.begin))) {
    return ends_with_unit(classes, after);
  }
  if (classes.is_abbreviation() && !is_glued) return ends_with_abbreviation(classes, end, after);
  if (before.is_dotted && is_dotted_name(before.word)) return ends_with_word(before, begin, end, after);
  if (before.is_dotted && before.is_capitalised) return ends_with_initial(begin, before, end, after);
  if (before.is_dotted || lacks_vowels(before)) {
    return ends_with_abbreviation(WordClass::rarely_ends, end, after);
  }
  return ends_with_word(before, begin, end, after);
}

bool SentenceBreaker::ends_with_word(const Before& before, std::size_t begin, const SentenceEnd& end,
                                     const After& after) const {
  if (!starts_small(after)) return starts_capital(after) || !is_inside_bracket(begin, end.mark);
  if ((end.is_closed && !end.has_mark_behind_closer) || after.has_dash || after.has_opener) return false;
  if (is_inside_bracket(begin, end.mark)) return false;
  const bool is_lax = words_.has_lower_case_sentences() || begins_in_small_letters_;
  return (is_lax && before.letters != 1) || ends_as_full_word(before);
}

bool SentenceBreaker::ends_with_unit(WordClasses classes, const After& after) const {
  if (!starts_capital(after) || after.is_initial) return false;
  const bool is_year = classes.has(WordClass::year);
  if (is_year && after.has_dash) return false;
  if (after.has_opener) return opens_speech(after);
  if (is_starter(after)) return true;
  if (is_year) return false;
  if (classes.has(WordClass::magnitude)) return !after.is_all_capitals && !after.is_latin;
  return true;
}

bool SentenceBreaker::ends_with_abbreviation(WordClasses classes, const SentenceEnd& end, const After& after) const {
  if (starts_small(after)) return false;
  if (end.is_closed) return starts_capital(after);
  if (classes.has(WordClass::never_ends) && !classes.has(WordClass::rarely_ends)) return false;
  if (classes.has(WordClass::before_number)) {
    const bool is_label = !after.word.empty() && next_offset(after.word, 0) == after.word.size() && !is_starter(after);
    if (!starts_capital(after) || is_label || is_roman_numeral(after.word)) return false;
  }
  if (classes.has(WordClass::may_end) && words_.find(after.word).has(WordClass::continues)) return false;
  if (classes.has(WordClass::rarely_ends)) return is_starter(after);
  return starts_capital(after) || after.start == CharKind::digit;
}

bool SentenceBreaker::ends_with_initial(std::size_t begin, const Before& before, const SentenceEnd& end,
                                        const After& after) const {
  if (!starts_capital(after) || after.is_initial) return false;
  if (end.is_closed) return true;
  if (after.has_dash) return false;
  // Back over the other initials, to the surname that they may follow.
  std::size_t at = before.token_begin;
  std::string_view token = token_before(text_, begin, at);
  while (token.ends_with(".") && look_before(token, 0, token.size() - 1).is_initial) {
    at = static_cast<std::size_t>(token.data() - text_.data());
    token = token_before(text_, begin, at);
  }
  if (token.empty()) return false;
  if (is_starter(after)) return true;
  return words_.is_surname(token) && !words_.is_surname(after.word) && !after.has_opener && !after.is_abbreviated;
}

// Without white space a sentence ends only where nothing else can be meant: "Выполнена.Акт", "really?Yes".
bool SentenceBreaker::ends_without_space(std::size_t begin, const SentenceEnd& end, const After& after) const {
  if (is_in_address(text_, end.mark)) return false;
  const Before before = look_before(text_, begin, end.mark);
  if (after.start != CharKind::upper) {
    return after.start == CharKind::lower && end.asks_or_exclaims && !end.is_closed && !after.has_dash &&
           words_.has_lower_case_sentences() && before.letters > 1 && after.word.size() > 2;
  }
  if (end.has_note) return true;
  if (before.is_number) return false;
  const bool is_word = next_offset(after.word, 0) < after.word.size();
  if (end.asks_or_exclaims || end.trails_off) return is_word || is_starter(after);
  if (!is_word || after.is_abbreviated || (after.is_all_capitals && !is_roman_numeral(after.word))) return false;
  if (before.is_all_capitals || before.is_dotted || before.letters < 2 || before.is_capitalised) return false;
  const WordClasses classes = words_.find(before.word);
  const bool is_abbreviation = classes.is_abbreviation() && !classes.has(WordClass::starter);
  return !is_abbreviation && !lacks_vowels(before);
}

// The longest abbreviation of up to four parts that ends at mark: "т. д.", "и пр.", "и.о.", "ф.-м. ғ. к."
SentenceBreaker::Abbreviation SentenceBreaker::find_abbreviation(std::size_t begin, std::size_t mark,
                                                                 const Before& before) const {
  constexpr int kMostParts = 4;
  constexpr std::size_t kLongestPart = 16;  // bytes
  constexpr std::size_t kLongestWord = 6;   // bytes, of a part without a full stop: "и", "до", "заң", "et"
  Abbreviation found{words_.find(before.word), before.word_begin};
  std::size_t at = before.token_begin;
  for (int part = 1; part < kMostParts; ++part) {
    const std::string_view token = token_before(text_, begin, at);
    const bool has_full_stop = token.ends_with(".");
    if (token.empty() || token.size() > (has_full_stop ? kLongestPart : kLongestWord)) break;
    at = static_cast<std::size_t>(token.data() - text_.data());
    const Before first = look_before(text_, begin, at + token.size() - (has_full_stop ? 1 : 0));
    if (first.word.empty()) break;
    const WordClasses classes = words_.find(text_.substr(first.word_begin, mark - first.word_begin));
    if (!classes.empty()) found = {classes, first.word_begin};
    if (first.token_begin != at || !has_full_stop) break;
  }
  return found;
}

bool SentenceBreaker::follows_number(std::size_t begin, std::size_t offset) const {
  std::string_view token = token_before(text_, begin, offset);
  const CharKind last = kind_before(token, token.size());
  if (last == CharKind::none || last == CharKind::comma || last == CharKind::closer) return false;
  if (has_digit(token)) return true;
  while (!token.empty() && !is_letter(kind_at(token, 0))) token.remove_prefix(next_offset(token, 0));
  if (is_roman_numeral(token)) return true;
  const bool is_cut = token.ends_with(".");
  if (is_cut) token.remove_suffix(1);
  const WordClasses classes = words_.find(token);
  return classes.has(WordClass::magnitude) || (is_cut && classes.has(WordClass::after_number));
}

bool SentenceBreaker::is_starter(const After& after) const {
  return !after.is_abbreviated && starts_capital(after) && words_.find(after.word).has(WordClass::starter);
}

// Is a quotation with « open in the sentence so far?
bool SentenceBreaker::is_inside_quotation(std::size_t begin, std::size_t end) const {
  const std::size_t from = look_back(begin, end);
  const std::string_view head = text_.substr(from, end - from);
  const std::size_t open = head.rfind("«");
  return open != std::string_view::npos && head.find("»", open) == std::string_view::npos;
}

// Where to look back to from end; keeps hostile texts from taking quadratic time.
std::size_t SentenceBreaker::look_back(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kFarEnough = 800;  // bytes
  if (end - begin <= kFarEnough) return begin;
  return previous_offset(text_, end - kFarEnough + 1);
}

// Is a bracket open in the sentence so far?
bool SentenceBreaker::is_inside_bracket(std::size_t begin, std::size_t end) const {
  int open = 0;
  for (std::size_t at = look_back(begin, end); at < end; at = next_offset(text_, at)) {
    const CharKind kind = kind_at(text_, at);
    if (kind == CharKind::opener) ++open;
    if (kind == CharKind::closer && open > 0) --open;
  }
  return open > 0;
}

// Behind a year or a unit: does a quotation open that says something, and not the name of a thing or of a law
// («Спартак», «Об образовании»)?
bool SentenceBreaker::opens_speech(const After& after) const {
  constexpr std::size_t kSpeech = 4;       // words
  constexpr std::size_t kFarEnough = 200;  // bytes
  std::string_view quoted = text_.substr(after.word_begin, kFarEnough);
  for (const std::string_view quote : {"\"", "»", "”", "“"}) quoted = quoted.substr(0, quoted.find(quote));
  const bool is_law = after.word == "О" || after.word == "Об" || after.word == "On";
  return !is_law && has_more_words(quoted, kSpeech - 1);
}

}  // namespace egiz::detail
