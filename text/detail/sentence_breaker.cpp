// SPDX-License-Identifier: Apache-2.0
#include "text/detail/sentence_breaker.h"

#include <algorithm>
#include <array>

#include "text/detail/characters.h"
#include "text/detail/enumerator.h"

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

// Letters, digits and pictures say something; marks and quotes alone do not.
bool says_something(std::string_view text) {
  constexpr std::size_t kFarEnough = 200;  // bytes; keeps hostile texts from taking quadratic time
  if (text.size() > kFarEnough) return true;
  for (std::size_t at = 0; at < text.size(); at = next_offset(text, at)) {
    const CharKind kind = kind_at(text, at);
    if (is_letter(kind) || kind == CharKind::digit || (kind == CharKind::symbol && code_point_at(text, at) > 0x7F)) {
      return true;
    }
  }
  return false;
}

// An abbreviation that no table has gives itself away: "пгт.", "Blvd.", "млн."
bool lacks_vowels(const Before& before) {
  return !before.has_vowel && before.letters >= 2 && before.letters <= 5 && !before.is_all_capitals &&
         !before.has_number && !before.is_dotted;
}

// "weather.com", "report.docx": full stops inside, but no abbreviation, whose parts are short.
bool is_dotted_name(std::string_view word) {
  constexpr std::size_t kLongestPart = 4;  // letters
  constexpr auto kDomains =
      std::to_array<std::string_view>({"com", "net", "org", "edu",  "gov", "info", "ru",  "kz",   "рф",  "қаз", "io",
                                       "js",  "exe", "doc", "docx", "pdf", "txt",  "zip", "html", "xls", "xlsx"});
  std::size_t letters = 0;
  bool has_long_part = false;
  for (std::size_t at = 0; at < word.size(); at = next_offset(word, at)) {
    letters = is_letter(kind_at(word, at)) ? letters + 1 : 0;
    has_long_part = has_long_part || letters > kLongestPart;
  }
  return has_long_part || std::ranges::find(kDomains, word.substr(word.rfind('.') + 1)) != kDomains.end();
}

// Is offset inside a web or mail address, or a file name?
bool is_in_address(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLongestAddress = 200;  // bytes, to either side
  std::size_t begin = offset;
  while (begin > 0 && offset - begin<kLongestAddress&& static_cast<unsigned char>(text[begin - 1])> ' ') --begin;
  text = text.substr(0, offset + kLongestAddress);
  const std::size_t end = std::min(text.find_first_of(" \t\r\n", offset), text.size());
  const std::string_view token = text.substr(begin, end - begin);
  constexpr auto kSigns = std::to_array<std::string_view>({"@", "_", "\\", "://", "www.", ".com", ".html", ".php"});
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return token.find(sign) != std::string_view::npos; });
}

bool has_more_words(std::string_view text, std::size_t count) {
  std::size_t space = 0;
  while (count-- > 0) {
    space = text.find(' ', space);
    if (space++ == std::string_view::npos) return false;
  }
  return true;
}

// A full word of Russian or Kazakh, and no abbreviation: those are cut behind a consonant, and seldom so that
// an ending of Russian is left.
bool ends_as_full_word(const Before& before) {
  constexpr std::u32string_view kLast = U"аеёиоуыэюяйьәіө";
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"ых", "их", "ов", "ев", "ах", "ях", "ам", "ям", "ом", "ем", "ет", "ит", "ут", "ют", "ят"});
  if (before.letters < 4 || before.is_dotted) return false;
  return kLast.find(code_point_before(before.word, before.word.size())) != std::u32string_view::npos ||
         (before.letters > 4 &&
          std::ranges::any_of(kEndings, [&](auto ending) { return before.word.ends_with(ending); }));
}

// What is left of a paragraph when it is no sentence but a line of its own: "***", "--".
bool is_rule(std::string_view text) {
  return text.size() > 2 && text.find_first_not_of("-*_=~#") == std::string_view::npos;
}

// Letters or digits, soon: what follows a sentence that does not have them belongs to it, pictures and all.
bool says_more(std::string_view text) {
  constexpr int kFarEnough = 80;  // characters
  const char32_t first = code_point_at(text, 0);
  if (std::u32string_view(U"#№§&%").find(first) != std::u32string_view::npos) return false;
  for (std::size_t at = 0, i = 0; at < text.size() && i < kFarEnough; at = next_offset(text, at), ++i) {
    const CharKind kind = kind_at(text, at);
    if (is_letter(kind) || kind == CharKind::digit) return true;
  }
  return false;
}

bool is_omission(std::string_view text) {
  return text.starts_with("[...]") || text.starts_with("[…]") || text.starts_with("(...)") || text.starts_with("(…)");
}

// Is the quotation mark before offset one that opens?
bool opens_quote(std::string_view text, std::size_t offset) {
  const std::size_t quote = previous_offset(text, offset);
  const CharKind before = kind_before(text, quote);
  return before == CharKind::none || before == CharKind::space || before == CharKind::opener ||
         before == CharKind::comma || before == CharKind::dash;
}

bool begins_in_small_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = next_offset(text, at)) {
    const CharKind kind = kind_at(text, at);
    if (is_letter(kind)) return kind == CharKind::lower;
  }
  return false;
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
  if (!starts_small(after)) return !is_inside_bracket(begin, end.mark) || starts_capital(after);
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
  if (classes.has(WordClass::never_ends)) return false;
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
  const bool is_word = next_offset(after.word, 0) < after.word.size() && !after.is_abbreviated;
  if (end.asks_or_exclaims || end.trails_off) return is_word || is_starter(after);
  if (!is_word || (after.is_all_capitals && !is_roman_numeral(after.word))) return false;
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
  if (token.ends_with(".")) token.remove_suffix(1);
  const WordClasses classes = words_.find(token);
  return classes.has(WordClass::magnitude) || classes.has(WordClass::after_number);
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
