// SPDX-License-Identifier: Apache-2.0

// Check "validchars": letters that are not in the alphabet of the language.

#include <algorithm>
#include <vector>

#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/check.h"

namespace egiz::detail {
namespace {

enum class Script { none, latin, cyrillic };

Script script_of(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Script::latin;
  if (c >= 0xC0 && c <= 0x24F && c != U'×' && c != U'÷') return Script::latin;
  return c >= 0x400 && c <= 0x52F ? Script::cyrillic : Script::none;
}

bool is_russian(char32_t c) { return (c >= U'А' && c <= U'я') || c == U'ё' || c == U'Ё'; }

bool is_kazakh(char32_t c) { return std::u32string_view(U"әғқңөұүһіӘҒҚҢӨҰҮҺІ").find(c) != std::u32string_view::npos; }

// What a broken conversion leaves behind.
bool is_debris(char32_t c) {
  const bool is_control = (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7F && c < 0xA0);
  return is_control || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF);
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return (c >= 0x400 && c <= 0x42F) || (c >= 0x460 && c <= 0x52F && c % 2 == 0) || (c >= 0xC0 && c <= 0xDE);
}

struct Letter {
  char32_t c = 0;
  Script script = Script::none;
  ByteRange range;
};

// A run of letters.
struct Word {
  std::vector<Letter> letters;
  bool is_quoted = false;

  ByteRange range() const { return {letters.front().range.begin, letters.back().range.end}; }
  std::size_t count(Script script) const {
    return static_cast<std::size_t>(std::ranges::count(letters, script, &Letter::script));
  }
  bool is_mixed() const { return count(Script::latin) > 0 && count(Script::cyrillic) > 0; }
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool is_quoted = false;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const Script script = script_of(c);
    if (script == Script::none) {
      in_word = false;
      if (c == U'«' || c == U'“' || c == U'„') is_quoted = true;
      if (c == U'»' || c == U'”') is_quoted = false;
      if (c == U'"') is_quoted = !is_quoted;
      continue;
    }
    if (!in_word) words.push_back({{}, is_quoted});
    in_word = true;
    words.back().letters.push_back({c, script, {begin, at}});
  }
  return words;
}

// "GPSті", "iPhoneды": a Latin name with an ending.
bool is_name_with_ending(const Word& word, std::string_view key) {
  const auto ending = std::ranges::find(word.letters, Script::cyrillic, &Letter::script);
  const bool is_split =
      std::all_of(ending, word.letters.end(), [](const Letter& letter) { return letter.script == Script::cyrillic; });
  if (!is_split || ending - word.letters.begin() < 2) return false;
  const bool has_capitals = std::all_of(word.letters.begin(), ending, [](const Letter& l) { return is_capital(l.c); });
  if (has_capitals && ending != word.letters.end() && !is_capital(ending->c)) return true;
  return std::ranges::any_of(key, [](char c) { return c >= 'a' && c <= 'z'; });
}

void check_mixed(const Word& word, const CheckedText& text, FindingList& findings) {
  const ByteRange range = word.range();
  const std::string spelled = text.text().substr(range.begin, range.size());
  const std::string key = match_key(spelled, text.variant.language);
  if (is_name_with_ending(word, key)) return;
  const bool is_latin = std::ranges::any_of(key, [](char c) { return c >= 'a' && c <= 'z'; });
  const Script wrong = is_latin ? Script::cyrillic : Script::latin;
  const auto letter = std::ranges::find(word.letters, wrong, &Letter::script);
  findings.add(
      "validchars", text, letter->range,
      std::string(is_latin ? "Cyrillic letter in a Latin word: " : "Latin letter in a Cyrillic word: ") + spelled);
}

// Russian texts name Kazakh things in Kazakh: with a capital, or in quotes.
bool may_be_in_russian(char32_t c, const Word& word) {
  return is_russian(c) || (is_kazakh(c) && (word.is_quoted || is_capital(word.letters.front().c)));
}

void check_alphabet(const Word& word, const CheckedText& text, FindingList& findings) {
  const std::string_view language = text.variant.language.primary();
  if (language != "ru" && language != "kk") return;
  const auto is_foreign = [&](const Letter& letter) {
    if (letter.script != Script::cyrillic) return false;
    return language == "kk" ? !is_russian(letter.c) && !is_kazakh(letter.c) : !may_be_in_russian(letter.c, word);
  };
  const auto letter = std::ranges::find_if(word.letters, is_foreign);
  if (letter == word.letters.end()) return;
  const ByteRange range = word.range();
  findings.add("validchars", text, letter->range,
               "letter outside the alphabet: " + text.text().substr(range.begin, range.size()));
}

// "c 1 января" with a Latin c: a preposition or conjunction of one letter, among Cyrillic words.
void check_lone_letters(const std::vector<Word>& words, const CheckedText& text, FindingList& findings) {
  if (text.variant.language.primary() != "ru") return;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const Letter& letter = words[i].letters.front();
    const bool is_like = words[i].letters.size() == 1 && (letter.c == U'a' || letter.c == U'c' || letter.c == U'o');
    const std::string_view around = text.text();
    const bool stands_alone = is_like && around[letter.range.begin - 1] == ' ' && around[letter.range.end] == ' ';
    if (stands_alone && words[i - 1].count(Script::latin) == 0 && words[i + 1].count(Script::latin) == 0) {
      findings.add("validchars", text, letter.range, "Latin letter in place of a Russian word");
    }
  }
}

void check_debris(const CheckedText& text, FindingList& findings) {
  for (std::size_t at = 0; at < text.text().size();) {
    const std::size_t begin = at;
    if (!is_debris(next_code_point(text.text(), at))) continue;
    findings.add("validchars", text, {begin, at}, "character that is no text");
    return;
  }
}

}  // namespace

void check_characters(const CheckedText& text, FindingList& findings) {
  check_debris(text, findings);
  const Language& language = text.variant.language;
  if (language.script() == "Latn" || language.script() == "Arab") return;
  const std::vector<Word> words = words_of(text.text());
  for (const Word& word : words) {
    if (word.is_mixed()) {
      check_mixed(word, text, findings);
    } else {
      check_alphabet(word, text, findings);
    }
  }
  check_lone_letters(words, text, findings);
}

}  // namespace egiz::detail
