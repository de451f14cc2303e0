// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/adjusted_target.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "text/match_key.h"
#include "text/tokens.h"
#include "tm/detail/agreement.h"
#include "tm/detail/number_words.h"
#include "tm/detail/numeral.h"

namespace egiz::detail {
namespace {

struct ReadText {
  ReadText(std::string_view read_text, const Language& in_language)
      : text(read_text), language(in_language), tokens(tokenize(read_text, in_language)) {
    for (const Token& token : tokens) {
      if (Numeral::is_one(token)) numerals.emplace_back(text, token, language);
    }
  }

  // The text before numeral number i, behind the one before it; behind the last for i = numerals.size().
  std::string key_before(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : numerals[i - 1].token().range.end;
    const std::size_t end = i == numerals.size() ? text.size() : numerals[i].token().range.begin;
    return match_key(text.substr(begin, end - begin), language);
  }

  std::string_view text;
  const Language& language;
  std::vector<Token> tokens;
  std::vector<Numeral> numerals;
};

bool differ_in_numerals_only(const ReadText& query, const ReadText& source) {
  if (query.numerals.empty() || query.numerals.size() != source.numerals.size()) return false;
  for (std::size_t i = 0; i <= query.numerals.size(); ++i) {
    if (query.key_before(i) != source.key_before(i)) return false;
    if (i < query.numerals.size() && !query.numerals[i].is_of_form(source.numerals[i])) return false;
  }
  return true;
}

// The place of the one numeral with the value of numeral; nullopt when there is none, or another.
std::optional<std::size_t> only_place(const ReadText& text, const Numeral& numeral) {
  std::optional<std::size_t> place;
  for (std::size_t i = 0; i < text.numerals.size(); ++i) {
    if (!text.numerals[i].has_value_of(numeral)) continue;
    if (place) return std::nullopt;
    place = i;
  }
  return place;
}

// "five" beside 5: one of the two would be left behind.
bool is_spelled(const ReadText& text, const Numeral& numeral) {
  const auto whole = numeral.whole_number();
  if (!whole) return false;
  std::int64_t value = 0;
  std::from_chars(whole->data(), whole->data() + whole->size(), value);
  return number_words(text.tokens, text.language).contains(value);
}

struct Replacement {
  std::size_t place = 0;  // of a numeral of the target
  const Numeral* value = nullptr;
  std::string text;
};

std::optional<Replacement> replacement(const Numeral& before, const Numeral& after, const ReadText& source,
                                       const ReadText& target) {
  const auto place = only_place(target, before);
  if (!place || !only_place(source, before)) return std::nullopt;
  if (is_spelled(source, before) || is_spelled(target, before)) return std::nullopt;
  const Numeral& old = target.numerals[*place];
  if (!agrees_with_value(target.text, old, after, target.language)) return std::nullopt;
  auto text = old.with_value_of(after);
  if (!text) return std::nullopt;
  return Replacement{*place, &after, *std::move(text)};
}

std::string with_replacements(const ReadText& target, std::vector<Replacement> replacements) {
  std::ranges::sort(replacements, {}, &Replacement::place);
  std::string text(target.text);
  for (auto one = replacements.rbegin(); one != replacements.rend(); ++one) {
    const ByteRange range = target.numerals[one->place].token().range;
    text.replace(range.begin, range.size(), one->text);
  }
  return text;
}

// Whether text reads as target does, with the new values in their places.
bool reads_right(const std::string& text, const ReadText& target, const std::vector<Replacement>& replacements) {
  const ReadText adjusted(text, target.language);
  if (adjusted.numerals.size() != target.numerals.size() || adjusted.tokens.size() != target.tokens.size())
    return false;
  for (std::size_t i = 0; i < adjusted.numerals.size(); ++i) {
    const auto one = std::ranges::find(replacements, i, &Replacement::place);
    const Numeral& wanted = one == replacements.end() ? target.numerals[i] : *one->value;
    if (!adjusted.numerals[i].has_value_of(wanted)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> adjusted_target(std::string_view query, const Variant& source, const Variant& target) {
  const ReadText asked(query, source.language);
  if (asked.numerals.empty()) return std::nullopt;
  const ReadText stored(source.text, source.language);
  if (!differ_in_numerals_only(asked, stored)) return std::nullopt;
  const ReadText translated(target.text, target.language);
  std::vector<Replacement> replacements;
  for (std::size_t i = 0; i < asked.numerals.size(); ++i) {
    if (asked.numerals[i].has_value_of(stored.numerals[i])) continue;
    auto one = replacement(stored.numerals[i], asked.numerals[i], stored, translated);
    if (!one) return std::nullopt;
    replacements.push_back(*std::move(one));
  }
  std::string text = with_replacements(translated, replacements);
  if (!reads_right(text, translated, replacements)) return std::nullopt;
  return text;
}

}  // namespace egiz::detail
