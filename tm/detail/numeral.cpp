// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/numeral.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include "text/match_key.h"
#include "text/roman.h"
#include "text/utf8.h"
#include "tm/detail/decimal_form.h"
#include "tm/detail/kazakh_endings.h"
#include "tm/detail/key_words.h"
#include "tm/detail/month_forms.h"

namespace egiz::detail {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

int integer(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// The parts of an ISO date; empty and 0 are unknown.
struct DateValue {
  std::string year;
  int month = 0;
  int day = 0;
};

DateValue date_value(std::string_view iso) {
  DateValue date;
  if (iso.starts_with("--")) {
    iso.remove_prefix(2);
  } else {
    date.year = iso.substr(0, 4);
    iso.remove_prefix(std::min<std::size_t>(5, iso.size()));
  }
  date.month = integer(iso.substr(0, 2));
  if (iso.size() >= 5) date.day = integer(iso.substr(3, 2));
  return date;
}

// "-ге", "ге": the ending alone.  Hyphens of every kind.
std::string_view without_hyphen(std::string_view behind) {
  for (const std::string_view hyphen : {"-", "‑", "–"}) {
    if (behind.starts_with(hyphen)) return behind.substr(hyphen.size());
  }
  return behind;
}

std::string_view english_ordinal(std::string_view digits) {
  const int last_two = integer(digits.substr(digits.size() - std::min<std::size_t>(2, digits.size())));
  if (last_two / 10 == 1) return "th";
  switch (last_two % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

bool is_english_ordinal(std::string_view behind) {
  return behind == "st" || behind == "nd" || behind == "rd" || behind == "th";
}

// Roman signs, or Cyrillic letters that stand for them.
bool are_roman(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (std::u32string_view(U"IVXLCDMХІСМ").find(c) == std::u32string_view::npos) return false;
  }
  return !text.empty();
}

// As Cyrillic letters, when each sign is like one.
std::string in_cyrillic(const std::string& signs) {
  if (signs.find_first_of("VLD") != std::string::npos) return signs;
  std::string letters;
  for (const char sign : signs) {
    letters += sign == 'X' ? "Х" : sign == 'I' ? "І" : sign == 'C' ? "С" : "М";
  }
  return letters;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

bool Numeral::is_one(const Token& token) {
  if (token.kind == TokenKind::list_marker) return are_digits(token.value);
  return token.kind == TokenKind::number || token.kind == TokenKind::date || token.kind == TokenKind::time;
}

Numeral::Numeral(std::string_view text, const Token& token, const Language& language)
    : token_(token), language_(language), spelled_(text.substr(token.range.begin, token.range.size())) {
  if (token.kind == TokenKind::date) return;
  const std::size_t length = token.kind == TokenKind::time
                                 ? std::min(spelled_.find_first_not_of("0123456789:."), spelled_.size())
                                 : digits_length(spelled_);
  digits_ = spelled_.substr(0, length);
  behind_ = spelled_.substr(length);
  if (digits_.empty()) {  // Roman signs, and perhaps an ending
    const std::size_t end = std::min(spelled_.find('-'), spelled_.size());
    behind_ = spelled_.substr(end);
    is_roman_ = are_roman(spelled_.substr(0, end));
  }
  mantissa_ = token.value;
  if (token.kind != TokenKind::number || digits_.empty()) return;
  const std::vector<Token> tokens = tokenize(digits_, language);
  if (tokens.size() == 1) mantissa_ = tokens.front().value;
}

std::optional<std::string> Numeral::whole_number() const {
  if (token_.kind == TokenKind::date || token_.kind == TokenKind::time) return std::nullopt;
  if (!are_digits(token_.value) || mantissa_ != token_.value) return std::nullopt;
  const std::size_t first = std::min(token_.value.find_first_not_of('0'), token_.value.size() - 1);
  return token_.value.substr(first);
}

std::vector<Numeral::Piece> Numeral::pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    const Piece::Kind kind = is_digit(c)            ? Piece::Kind::digits
                             : is_word_character(c) ? Piece::Kind::letters
                                                    : Piece::Kind::other;
    if (!pieces.empty() && pieces.back().kind == kind) {
      const std::string_view before = pieces.back().text;
      pieces.back().text = {before.data(), before.size() + (offset - begin)};
    } else {
      pieces.push_back({kind, text.substr(begin, offset - begin)});
    }
  }
  return pieces;
}

std::uint32_t Numeral::month_cases_of(std::string_view word) const {
  return month_cases(word, date_value(token_.value).month, language_);
}

bool Numeral::is_of_form(const Numeral& other) const {
  if (token_.kind != other.token_.kind) return false;
  return token_.kind == TokenKind::date ? is_date_of_form(other) : is_number_of_form(other);
}

bool Numeral::is_date_of_form(const Numeral& other) const {
  const std::vector<Piece> mine = pieces_of(spelled_);
  const std::vector<Piece> theirs = pieces_of(other.spelled_);
  return std::ranges::equal(mine, theirs, [&](const Piece& a, const Piece& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == Piece::Kind::digits) return true;
    if (match_key(a.text, language_) == match_key(b.text, language_)) return true;
    return (month_cases_of(a.text) & other.month_cases_of(b.text)) != 0 ||
           (is_english_ordinal(a.text) && is_english_ordinal(b.text));
  });
}

bool Numeral::is_number_of_form(const Numeral& other) const {
  if (is_roman_ != other.is_roman_) return false;
  if (match_key(behind_, language_) == match_key(other.behind_, language_)) return true;
  if (is_english_ordinal(behind_) && is_english_ordinal(other.behind_)) return true;
  const auto sound = sound_of_number(mantissa_);
  const auto other_sound = sound_of_number(other.mantissa_);
  if (language_.primary() != "kk" || !sound || !other_sound) return false;
  return (kazakh_cases(without_hyphen(behind_), *sound) & kazakh_cases(without_hyphen(other.behind_), *other_sound)) !=
         0;
}

std::optional<std::string> Numeral::with_value_of(const Numeral& other) const {
  if (token_.kind == TokenKind::date) {
    return other.token_.kind == TokenKind::date ? date_with(other) : std::nullopt;
  }
  if (other.token_.kind == TokenKind::date) return std::nullopt;
  return number_with(other);
}

// The same parts must be known.  Every number of the date is put where the old one of that part stands; text that is
// read again afterwards tells whether that was right.
std::optional<std::string> Numeral::date_with(const Numeral& other) const {
  const DateValue before = date_value(token_.value);
  const DateValue after = date_value(other.token_.value);
  if (before.year.empty() != after.year.empty() || (before.day == 0) != (after.day == 0)) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(spelled_);
  const bool is_padded = std::ranges::none_of(pieces, [](const Piece& piece) {
    return piece.kind == Piece::Kind::letters || (piece.kind == Piece::Kind::digits && piece.text.size() < 2);
  });
  std::string text;
  bool has_day = before.day == 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.kind == Piece::Kind::digits && piece.text.size() == 4) {
      text += after.year;
    } else if (piece.kind == Piece::Kind::digits) {
      const int value = integer(piece.text);
      const bool is_day = !has_day && value == before.day;
      if (!is_day && value != before.month) return std::nullopt;
      has_day = has_day || is_day;
      const int wanted = is_day ? after.day : after.month;
      text += is_padded || piece.text.starts_with('0') ? two_digits(wanted) : std::to_string(wanted);
    } else if (const std::uint32_t cases = piece.kind == Piece::Kind::letters ? month_cases_of(piece.text) : 0) {
      text += before.month == after.month ? std::string(piece.text) : month_form(after.month, cases, language_);
    } else if (is_english_ordinal(piece.text)) {
      text += english_ordinal(std::to_string(after.day));
    } else {
      text += piece.text;
    }
  }
  return text;
}

// What stands behind the digits when the value is that of other; nullopt when that is not certain.
std::optional<std::string> Numeral::ending_for(const Numeral& other) const {
  const bool is_fixed = token_.kind != TokenKind::number || behind_.empty() || mantissa_ == other.mantissa_;
  if (is_fixed) return std::string(behind_);
  if (is_english_ordinal(behind_)) {
    return are_digits(other.mantissa_) ? std::optional(std::string(english_ordinal(other.mantissa_))) : std::nullopt;
  }
  const std::string_view ending = without_hyphen(behind_);
  const bool has_magnitude = mantissa_ != token_.value;
  if (has_magnitude || language_.primary() == "en") return std::string(behind_);
  if (language_.primary() == "ru") {  // those that only ordinals have: 5-й, 21-го, 1990-е
    static constexpr std::array<std::string_view, 10> kOrdinal = {"й", "го", "му", "я", "ой", "ую", "ю", "е", "м", "х"};
    const bool is_many = ending == "х";  // "3-х" is a cardinal, "1990-х" is not
    if (std::ranges::find(kOrdinal, ending) == kOrdinal.end()) return std::nullopt;
    if (is_many && (mantissa_.size() < 4 || other.mantissa_.size() < 4)) return std::nullopt;
    return std::string(behind_);
  }
  const auto sound = sound_of_number(mantissa_);
  const auto other_sound = sound_of_number(other.mantissa_);
  if (!sound || !other_sound) return std::nullopt;
  const std::uint32_t cases = kazakh_cases(ending, *sound);
  if (cases == 0) return std::nullopt;
  const std::string_view hyphen = behind_.substr(0, behind_.size() - ending.size());
  return std::string(hyphen) + kazakh_ending(cases, *other_sound);
}

std::optional<std::string> Numeral::number_with(const Numeral& other) const {
  const auto ending = ending_for(other);
  const bool has_magnitude = mantissa_ != token_.value;
  const bool other_has_magnitude = other.mantissa_ != other.token_.value;
  if (!ending || has_magnitude != other_has_magnitude) return std::nullopt;
  if (is_roman_) {
    if (!are_digits(other.mantissa_) || other.mantissa_.size() > 4) return std::nullopt;
    const bool is_cyrillic = static_cast<unsigned char>(spelled_.front()) >= 0x80;
    const std::string signs = roman_numeral(integer(other.mantissa_));
    return (is_cyrillic ? in_cyrillic(signs) : signs) + *ending;
  }
  if (digits_.empty()) return std::nullopt;
  if (token_.kind == TokenKind::number && other.token_.kind == TokenKind::number) {
    const auto model = decimal_form(digits_, mantissa_);
    const auto number =
        other.is_roman_ ? DecimalForm{other.mantissa_, {}, {}, {}} : decimal_form(other.digits_, other.mantissa_);
    if (model && number) return in_form_of(*number, other.language_, *model, language_) + *ending;
    if (model || number) return std::nullopt;
  }
  // "2.3.1", "64/35", "14:30", "1)": as the other has it, which is right when the text reads so afterwards
  return std::string(other.digits_) + *ending;
}

}  // namespace egiz::detail
