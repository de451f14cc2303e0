// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "text/detail/acronyms.h"
#include "text/detail/date_reader.h"
#include "text/detail/kazakh_scripts.h"
#include "text/detail/lexeme.h"
#include "text/detail/list_marker.h"
#include "text/detail/number_reader.h"
#include "text/detail/token_words.h"
#include "text/match_key.h"
#include "text/utf8.h"

namespace egiz {
namespace {

using detail::Lexeme;
using detail::Reading;
using detail::Script;

// The class of a punctuation mark, empty for one that is left out.
std::string_view punctuation_class(char32_t c) {
  struct Class {
    std::string_view value;
    std::u32string_view members;
  };
  static constexpr Class kClasses[] = {
      {"?", U"?؟"},       {"!", U"!"}, {":", U":"},  {";", U";؛"}, {"\"", U"\"«»“”„‟‹›"},
      {"-", U"-–—―−‐‑‒"}, {"…", U"…"}, {"(", U"(["}, {"§", U"§"},  {"№", U"№"},
  };
  for (const auto& [value, members] : kClasses) {
    if (members.find(c) != std::u32string_view::npos) return value;
  }
  return {};
}

bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑'; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Language& language)
      : text_(text), language_(language), owned_(detail::scan(text, language)), lexemes_(owned_) {
    const auto is_cyrillic = [](const Lexeme& lexeme) { return lexeme.script == Script::cyrillic; };
    const bool has_cyrillic = std::any_of(owned_.begin(), owned_.end(), is_cyrillic);
    const bool writes_cyrillic =
        language.primary() == "ru" || (language.primary() == "kk" && language.script() != "Latn");
    latin_is_foreign_ = writes_cyrillic && (has_cyrillic || !is_kazakh_latin());
    const auto has_small = [](const Lexeme& lexeme) { return lexeme.kind == Lexeme::Kind::word && !lexeme.is_upper; };
    is_all_capitals_ = std::none_of(owned_.begin(), owned_.end(), has_small);
  }

  std::vector<Token> run() {
    tokens_.reserve(lexemes_.size());
    if (const auto marker = detail::read_list_marker(lexemes_, text_); marker && !read_date()) {
      add(TokenKind::list_marker, marker->end, marker->value);
    }
    while (at_ < lexemes_.size()) step();
    return std::move(tokens_);
  }

 private:
  bool is_kazakh_latin() const {
    return language_.primary() == "kk" && detail::has_kazakh_latin_letter(to_utf32(text_));
  }

  const Lexeme& here() const { return lexemes_[at_]; }

  std::string_view text_of(const Lexeme& lexeme) const { return text_.substr(lexeme.range.begin, lexeme.range.size()); }

  // True when lexemes_[i] follows its predecessor without white space and is of kind.
  bool is_joined(std::size_t i, Lexeme::Kind kind) const {
    return i < lexemes_.size() && lexemes_[i].gap == Lexeme::Gap::none && lexemes_[i].kind == kind;
  }

  void add(TokenKind kind, std::size_t end, std::string value) {
    tokens_.push_back({kind, {here().range.begin, lexemes_[end - 1].range.end}, std::move(value)});
    at_ = end;
  }

  void step() {
    switch (here().kind) {
      case Lexeme::Kind::address:
        add(TokenKind::url, at_ + 1, std::string(text_of(here())));
        break;
      case Lexeme::Kind::digits:
        read_digits();
        break;
      case Lexeme::Kind::word:
        read_word();
        break;
      case Lexeme::Kind::symbol:
        read_symbol();
        break;
    }
  }

  bool read_date() {
    const auto date = detail::read_date(lexemes_, at_, language_);
    if (date) add(TokenKind::date, date->end, date->value);
    return date.has_value();
  }

  void read_digits() {
    if (read_date() || read_code()) return;
    if (auto time = detail::read_time(lexemes_, at_, language_)) {
      add(TokenKind::time, time->end, std::move(time->value));
      return;
    }
    Reading number = detail::read_number(lexemes_, at_, language_);
    add(TokenKind::number, number.end, std::move(number.value));
  }

  // The unit that begins here, and of how many lexemes it is.
  std::pair<std::string_view, std::size_t> unit_here() const {
    if (at_ + 1 < lexemes_.size()) {
      const std::string both = here().key + " " + lexemes_[at_ + 1].key;
      if (const std::string_view unit = detail::unit_of(both, language_); !unit.empty()) return {unit, 2};
    }
    return {detail::unit_of(here().key, language_), 1};
  }

  // "пайыз", "dollars" behind a number, "доллары" behind "5 млн АҚШ".
  bool read_unit_word() {
    if (tokens_.empty()) return false;
    const TokenKind before = tokens_.back().kind;
    if (before != TokenKind::number && before != TokenKind::acronym) return false;
    const auto [unit, size] = unit_here();
    if (!unit.empty()) add(TokenKind::unit, at_ + size, std::string(unit));
    return !unit.empty();
  }

  void read_word() {
    if (read_unit_word() || read_number_sign() || read_date() || read_code() || read_roman() || read_acronym()) return;
    if (latin_is_foreign_ && here().script == Script::latin) {
      std::string value = match_key(text_of(here()), Language());
      add(TokenKind::latin, detail::skip_ending(lexemes_, at_ + 1, language_), std::move(value));
      return;
    }
    if (here().key.empty()) {
      ++at_;
      return;
    }
    add(TokenKind::word, at_ + 1, std::move(owned_[at_].key));
  }

  // N 209, No. 209
  bool read_number_sign() {
    if (!here().is_capitalized) return false;
    const std::string_view word = text_of(here());
    if (word != "N" && word != "No" && word != "Nos") return false;
    std::size_t next = at_ + 1;
    if (word != "N" && is_joined(next, Lexeme::Kind::symbol) && lexemes_[next].symbol == U'.') ++next;
    if (next == lexemes_.size() || lexemes_[next].kind != Lexeme::Kind::digits) return false;
    add(TokenKind::punctuation, next, "№");
    return true;
  }

  // A word that may be a part of a code, with the letters it is spelled in there: Latin, or look-alikes ("А4").
  std::optional<std::string> code_letters(const Lexeme& lexeme) const {
    std::string letters = match_key(text_of(lexeme), Language("en"));
    if (lexeme.script == Script::latin) return letters;
    if (!lexeme.is_upper || lexeme.capitals > 2) return std::nullopt;
    std::string latin;
    for (std::size_t at = 0; at < letters.size();) {
      const char32_t letter = next_code_point(letters, at);
      const char32_t like = letter < 0x80 ? letter : detail::latin_look_alike(letter);
      if (like == 0) return std::nullopt;
      latin += static_cast<char>(like);
    }
    return latin;
  }

  // The cheap sign: digits and letters side by side, or parted by a hyphen.
  bool may_begin_code() const {
    if (here().kind == Lexeme::Kind::digits) return is_joined(at_ + 1, Lexeme::Kind::word);
    return is_joined(at_ + 1, Lexeme::Kind::digits) ||
           (is_joined(at_ + 1, Lexeme::Kind::symbol) && is_joined(at_ + 2, Lexeme::Kind::digits));
  }

  // COVID-19, G20, F-16, 5G, MP3: letters and digits in one; the value is without hyphens.
  bool read_code() {
    if (!may_begin_code()) return false;
    std::string value;
    bool has_letters = false;
    bool has_digits = false;
    std::size_t end = at_;
    for (std::size_t i = at_; i < lexemes_.size();) {
      const Lexeme& lexeme = lexemes_[i];
      if (lexeme.kind == Lexeme::Kind::digits) {
        has_digits = true;
        value += lexeme.key;
      } else if (lexeme.kind == Lexeme::Kind::word) {
        // Behind digits only capitals: "5G", but "5km" and "21st" are numbers.
        const auto letters = i > at_ && !lexeme.is_upper ? std::nullopt : code_letters(lexeme);
        if (!letters || (i > at_ && lexeme.script != Script::latin)) break;
        has_letters = true;
        value += *letters;
      } else {
        break;
      }
      end = ++i;
      const bool may_hyphen = here().kind == Lexeme::Kind::word && (here().is_upper || here().is_capitalized) &&
                              here().script == Script::latin;
      if (may_hyphen && is_joined(i, Lexeme::Kind::symbol) && is_hyphen(lexemes_[i].symbol) &&
          is_joined(i + 1, Lexeme::Kind::digits)) {
        ++i;
      } else if (i >= lexemes_.size() || lexemes_[i].gap != Lexeme::Gap::none) {
        break;
      }
    }
    if (!has_letters || !has_digits) return false;
    add(TokenKind::latin, detail::skip_ending(lexemes_, end, language_), std::move(value));
    return true;
  }

  bool read_roman() {
    if (!here().is_upper) return false;
    const auto value = detail::roman_value(text_of(here()));
    if (!value || !is_surely_roman(*value)) return false;
    add(TokenKind::number, detail::skip_ending(lexemes_, at_ + 1, language_), std::to_string(*value));
    return true;
  }

  // I, V, X, C, D, CD, MD and the like are also words and abbreviations.
  bool is_surely_roman(int value) const {
    const std::size_t letters = here().capitals;
    if (letters == 1) {
      if (!latin_is_foreign_ || at_ + 1 == lexemes_.size()) return false;
      const Lexeme& next = lexemes_[at_ + 1];
      if (value == 10) return detail::is_century_word(next.key);  // else X is an axis, or unknown
      return (value == 1 || value == 5) && next.script == Script::cyrillic && !next.is_capitalized;
    }
    return value < 40 || letters >= 4;
  }

  bool read_acronym() {
    if (here().capitals < 2 || (is_all_capitals_ && here().capitals < 3 && lexemes_.size() > 1)) return false;
    const auto value = detail::acronym_value(here().key, language_);
    if (!value) return false;
    add(TokenKind::acronym, detail::skip_ending(lexemes_, at_ + 1, language_), std::string(*value));
    return true;
  }

  void read_symbol() {
    const char32_t symbol = here().symbol;
    if (symbol == U'%' && read_placeholder()) return;
    if (const std::string_view unit = detail::unit_of(symbol); !unit.empty()) {
      add(TokenKind::unit, at_ + 1, std::string(unit));
      return;
    }
    if (symbol == U'.' && at_ + 2 < lexemes_.size() && is_joined_symbol(at_ + 1, U'.') &&
        is_joined_symbol(at_ + 2, U'.')) {
      add(TokenKind::punctuation, at_ + 3, "…");
      return;
    }
    const std::string_view value = punctuation_class(symbol);
    if (value.empty() || (is_hyphen(symbol) && is_inside_word())) {
      ++at_;
      return;
    }
    add(TokenKind::punctuation, at_ + 1, std::string(value));
  }

  // %1, %s in interface texts: not per cent.
  bool read_placeholder() {
    const bool begins = at_ == 0 || here().gap != Lexeme::Gap::none || lexemes_[at_ - 1].kind != Lexeme::Kind::digits;
    const bool is_followed = is_joined(at_ + 1, Lexeme::Kind::digits) || is_joined(at_ + 1, Lexeme::Kind::word);
    if (!begins || !is_followed) return false;
    const std::size_t begin = here().range.begin;
    add(TokenKind::latin, at_ + 2, std::string(text_.substr(begin, lexemes_[at_ + 1].range.end - begin)));
    return true;
  }

  bool is_joined_symbol(std::size_t i, char32_t symbol) const {
    return is_joined(i, Lexeme::Kind::symbol) && lexemes_[i].symbol == symbol;
  }

  // A hyphen that joins two words, or a word and a number: "кто-то", "5-бап"; between two numbers it is a dash.
  bool is_inside_word() const {
    if (at_ == 0 || at_ + 1 == lexemes_.size()) return false;
    const Lexeme& before = lexemes_[at_ - 1];
    const Lexeme& after = lexemes_[at_ + 1];
    if (here().gap != Lexeme::Gap::none || after.gap != Lexeme::Gap::none) return false;
    return before.kind == Lexeme::Kind::word || after.kind == Lexeme::Kind::word;
  }

  std::string_view text_;
  const Language& language_;
  std::vector<Lexeme> owned_;
  std::span<const Lexeme> lexemes_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool latin_is_foreign_ = false;
  bool is_all_capitals_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, const Language& language) { return Tokenizer(text, language).run(); }

std::vector<Token> anchors(std::string_view text, const Language& language) {
  std::vector<Token> tokens = tokenize(text, language);
  const auto is_free = [](const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::punctuation;
  };
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(), is_free), tokens.end());
  return tokens;
}

}  // namespace egiz
